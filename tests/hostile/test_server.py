"""LanguageTool's server dies, hangs, answers late or by halves, and its port is another's."""

from __future__ import annotations

import contextlib
import json
import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from followlint.analysis.typos import languagetool, serving
from followlint.analysis.typos.languagetool import JAR_FOLDER, LanguageTool
from followlint.cli import main
from followlint.errors import ToolError

library = pytest.importorskip("language_tool_python.server")

SECRET = "I has seen Zweibruecken."
LANGUAGES = [{"code": "en", "longCode": code} for code in ("en-US", "en-GB")]
MATCH = {
    "message": "m",
    "offset": 2,
    "length": 3,
    "replacements": [{"value": "have"}],
    "context": {"text": "", "offset": 0, "length": 0},
    "sentence": "",
    "rule": {"id": "R", "issueType": "x", "category": {"id": "GRAMMAR"}},
}
ANSWER = json.dumps({"matches": [MATCH]}).encode()


class Trouble(ThreadingHTTPServer):
    """Tells its languages as it should, and does to a draft what it was told to."""

    daemon_threads = True

    def __init__(self) -> None:
        self.asked: list[bytes] = []
        self.does: Callable[[BaseHTTPRequestHandler], None] = answered
        super().__init__(("127.0.0.1", 0), Handler)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class Handler(BaseHTTPRequestHandler):
    server: Trouble

    def do_GET(self) -> None:
        self.server.asked.append(self.path.encode())
        sent(self, json.dumps(LANGUAGES).encode())

    def do_POST(self) -> None:
        self.server.asked.append(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.does(self)

    def log_message(self, *arguments: object) -> None:
        pass


def sent(handler: BaseHTTPRequestHandler, body: bytes, length: int | None = None) -> None:
    with contextlib.suppress(OSError):  # nobody waited for it
        handler.send_response(200)
        handler.send_header("Content-Length", str(len(body) if length is None else length))
        handler.end_headers()
        handler.wfile.write(body)


def answered(handler: BaseHTTPRequestHandler) -> None:
    sent(handler, ANSWER)


def late(handler: BaseHTTPRequestHandler) -> None:
    time.sleep(0.3)
    answered(handler)


def died(handler: BaseHTTPRequestHandler) -> None:
    handler.connection.close()


def died_halfway(handler: BaseHTTPRequestHandler) -> None:
    sent(handler, ANSWER[:50], len(ANSWER))


def hung(handler: BaseHTTPRequestHandler) -> None:
    time.sleep(3)


def hung_halfway(handler: BaseHTTPRequestHandler) -> None:
    sent(handler, ANSWER[:50], len(ANSWER))
    handler.wfile.flush()
    time.sleep(3)


BROKEN = {"died": died, "died halfway": died_halfway, "hung": hung, "hung halfway": hung_halfway}


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Trouble]:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("no_proxy", "")  # what is set meanwhile is undone
    found = Trouble()
    thread = threading.Thread(target=found.serve_forever, daemon=True)
    thread.start()
    yield found
    found.shutdown()
    found.server_close()
    thread.join()


@pytest.fixture
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serving, "_ANSWERING", 0.2)


def spans(engine: LanguageTool) -> list[str]:
    return [slip.span.of(SECRET) for slip in engine.slips(SECRET)]


def test_it_answers_late(server: Trouble) -> None:
    server.does = late
    assert spans(LanguageTool(server.url)) == ["has"]


@pytest.mark.usefixtures("hasty")
@pytest.mark.parametrize("how", BROKEN)
def test_it_is_one_message_in_bounded_time(how: str, server: Trouble) -> None:
    engine = LanguageTool(server.url)
    server.does = BROKEN[how]
    begun = time.monotonic()
    with pytest.raises(ToolError, match="LanguageTool failed"):
        spans(engine)
    assert time.monotonic() - begun < 2  # two tries; where it hangs, it does for longer


@pytest.mark.usefixtures("hasty")
@pytest.mark.parametrize("how", BROKEN)
def test_on_the_command_line(
    how: str,
    server: Trouble,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The other rules are run all the same, and what failed is said once."""
    monkeypatch.chdir(tmp_path)
    server.does = BROKEN[how]
    Path("followlint.toml").write_text(
        f'[typos]\nengine = "languagetool"\nlanguagetool.url = "{server.url}"\n'
    )
    Path("draft.txt").write_text(f"{SECRET}\n")
    assert main(["check", "--select", "FL403,FL504", "draft.txt"]) == 2
    out, err = capsys.readouterr()
    assert "FL504" in out
    assert err.startswith("followlint: draft.txt: ")
    assert err.count("\n") == 1
    assert "LanguageTool failed" in err


def test_whoever_is_waited_for_at_the_beginning() -> None:
    """A server that takes the connection and says nothing."""
    import socket

    with socket.socket() as silent, pytest.MonkeyPatch.context() as patch:
        patch.setattr(serving, "_ANSWERING", 0.2)
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        with pytest.raises(ToolError, match="LanguageTool failed"):
            LanguageTool(f"http://127.0.0.1:{silent.getsockname()[1]}")


@pytest.mark.parametrize("variable", ["http_proxy", "HTTP_PROXY", "all_proxy"])
def test_no_proxy_reads_what_stays_on_this_machine(
    variable: str, server: Trouble, monkeypatch: pytest.MonkeyPatch
) -> None:
    proxy = Trouble()
    threading.Thread(target=proxy.serve_forever, daemon=True).start()
    monkeypatch.setenv(variable, proxy.url)
    try:
        assert spans(LanguageTool(server.url)) == ["has"]
    finally:
        proxy.shutdown()
        proxy.server_close()
    assert proxy.asked == []
    assert any(b"Zweibruecken" in asked for asked in server.asked)


#: What takes the place of Java: a server on the port that it is told, as LanguageTool's is.
JAVA = """\
#!{python}
import json, sys
from http.server import BaseHTTPRequestHandler, HTTPServer

if "-version" in sys.argv:
    print('openjdk version "21.0.1"', file=sys.stderr)
    raise SystemExit
{fails}

class Handler(BaseHTTPRequestHandler):
    def answer(self):
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        body = {languages!r}
        if self.command == "POST":
            body = {answer!r}
            open({asked!r}, "w").close()
            {hangs}
        self.send_response(200)
        self.end_headers()
        self.wfile.write(body.encode())

    do_GET = do_POST = answer

    def log_message(self, *arguments):
        pass

HTTPServer(("127.0.0.1", int(sys.argv[sys.argv.index("-p") + 1])), Handler).serve_forever()
"""


@pytest.fixture
def java(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Put a stand-in for Java and for LanguageTool's jar in their places.

    `fails` is what it does first, and `hangs` when it is asked about a draft.
    """
    if os.name == "nt":
        pytest.skip("needs scripts that can be run")
    (tmp_path / "languagetool-server.jar").touch()
    monkeypatch.setenv(JAR_FOLDER, str(tmp_path))
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setattr(languagetool, "_java", contextlib.nullcontext)

    def make(fails: str = "", hangs: str = "") -> None:
        languages = json.dumps(LANGUAGES)
        script = tmp_path / "java"
        script.write_text(
            JAVA.format(
                python=sys.executable,
                fails=fails,
                hangs=hangs,
                asked=str(tmp_path / "asked"),
                answer=ANSWER.decode(),
                languages=languages,
            )
        )
        script.chmod(0o755)

    return make


def started() -> list[subprocess.Popen[str]]:
    return [process for process in library.RUNNING_SERVER_PROCESSES if process.poll() is None]


class TestAServerOfOurOwn:
    def test_it_ends_with_us(self, java: Callable[..., None]) -> None:
        java()
        engine = LanguageTool()
        assert spans(engine) == ["has"]
        (process,) = started()
        engine.close()
        assert process.poll() is not None

    def test_a_port_that_is_taken(
        self, java: Callable[..., None], server: Trouble, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Whoever sits on the port that the library would take gets no word of the draft."""
        java()
        monkeypatch.setattr(random, "sample", lambda *_: [server.server_port])
        engine = LanguageTool()
        try:
            assert spans(engine) == ["has"]
        finally:
            engine.close()
        assert server.asked == []

    def test_one_that_is_killed_between_two_drafts(self, java: Callable[..., None]) -> None:
        java()
        engine = LanguageTool()
        try:
            for _ in range(2):
                assert spans(engine) == ["has"]
                (process,) = started()
                process.kill()
                process.wait()
            assert spans(engine) == ["has"]
        finally:
            engine.close()

    @pytest.mark.parametrize("fails", ["raise SystemExit(1)", "import time; time.sleep(60)"])
    def test_one_that_never_comes(
        self, fails: str, java: Callable[..., None], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        java(fails)
        monkeypatch.setattr(serving, "_STARTING", 1)
        begun = time.monotonic()
        with pytest.raises(ToolError, match="LanguageTool failed"):
            LanguageTool()
        assert time.monotonic() - begun < 10  # a bound, not a measurement
        assert started() == []

    @pytest.mark.parametrize("state", ["starting", "answering"])
    def test_control_c_leaves_no_server_behind(
        self, state: str, java: Callable[..., None], tmp_path: Path
    ) -> None:
        """Only we are told to end, as by an editor: the server must not outlive us."""
        note = f"import os; open({str(tmp_path / 'number')!r}, 'w').write(str(os.getpid()))"
        stuck = "import time; time.sleep(60)"
        java(f"{note}; {stuck}" if state == "starting" else note, stuck)
        (tmp_path / "draft.txt").write_text(f"{SECRET}\n")
        code = (
            "import contextlib, sys; from followlint.analysis.typos import languagetool as tool\n"
            "tool._java = contextlib.nullcontext\n"
            "from followlint.cli import main; raise SystemExit(main(sys.argv[1:]))"
        )
        arguments = ["check", "--isolated", "--no-cache", "--engine", "languagetool", "draft.txt"]
        running = subprocess.Popen(
            [sys.executable, "-c", code, *arguments, "--select", "FL403"],
            cwd=tmp_path,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )
        for _ in range(600):
            if (tmp_path / ("number" if state == "starting" else "asked")).exists():
                break
            time.sleep(0.1)
        running.send_signal(signal.SIGINT)
        _, said = running.communicate(timeout=60)
        assert (running.returncode, said.strip()) == (130, b"")
        with pytest.raises(ProcessLookupError):
            os.killpg(running.pid, 0)
