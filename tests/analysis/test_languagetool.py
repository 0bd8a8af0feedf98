"""LanguageTool: a real server where there is one, and a stand-in that fails in every way."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from followlint.analysis.typos import Slip, SlipKind
from followlint.analysis.typos.engines import Together
from followlint.analysis.typos.languagetool import JAR_FOLDER, LanguageTool
from followlint.errors import ToolError
from followlint.text import Span

pytest.importorskip("language_tool_python")

TEXT = "Thank you 👨‍👩‍👧 for the the tour. I recieved the colour chart 𝔘 yesteday."


@pytest.fixture(scope="module")
def real() -> Iterator[LanguageTool]:
    """A server of our own. `.ci/run` brings it from Maven and says where it is."""
    if not os.environ.get(JAR_FOLDER):
        reason = f"{JAR_FOLDER} names no LanguageTool (see .ci/run)"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    server = LanguageTool()
    yield server
    server.close()


def test_places_are_code_points_behind_emoji_and_astral_letters(real: LanguageTool) -> None:
    found = [(slip.span.of(TEXT), slip.kind) for slip in real.slips(TEXT)]
    assert ("the the", SlipKind.REPEATED_WORD) in found
    assert ("recieved", SlipKind.SPELLING) in found
    assert ("yesteday", SlipKind.SPELLING) in found


def test_both_spellings_are_right(real: LanguageTool) -> None:
    text = "The colour of the centre and the color of the center are organised and organized."
    assert [slip.span.of(text) for slip in real.slips(text)] == []


def test_suggestions_come_best_first(real: LanguageTool) -> None:
    (slip,) = [s for s in real.slips("I recieved it.") if s.kind is SlipKind.SPELLING]
    assert slip.suggestions[0] == "received"


def test_the_whole_way_through_the_command_line(real: LanguageTool, tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text("Subject: Interview\n\nDear Ana,\n\nI recieved it.\n\nKind regards,\nBo\n")
    command = [sys.executable, "-m", "followlint", "--select", "FL401", "--isolated", str(draft)]
    for engine in ("languagetool", "all"):
        done = subprocess.run([*command, "--engine", engine], capture_output=True, text=True)
        assert (done.returncode, done.stderr) == (1, "")
        assert "FL401 “recieved”" in done.stdout


class Answers(BaseHTTPRequestHandler):
    """Answers a check with what the server was given, and asks for languages truly."""

    def do_GET(self) -> None:
        languages = [{"name": "English", "code": "en", "longCode": c} for c in ("en-US", "en-GB")]
        self._send(json.dumps(languages).encode())

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        self._send(self.server.answer)  # type: ignore[attr-defined]

    def _send(self, body: bytes) -> None:
        self.send_response(self.server.status)  # type: ignore[attr-defined]
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments: object) -> None:
        pass


@pytest.fixture
def stand_in() -> Iterator[HTTPServer]:
    server = HTTPServer(("127.0.0.1", 0), Answers)
    server.status, server.answer = 200, b'{"matches": []}'  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


def url(server: HTTPServer) -> str:
    return f"http://127.0.0.1:{server.server_port}"


def match(offset: int, length: int, category: str, rule: str = "R", *guesses: str) -> object:
    return {
        "message": "m",
        "offset": offset,
        "length": length,
        "replacements": [{"value": guess} for guess in guesses],
        "context": {"text": "", "offset": 0, "length": 0},
        "sentence": "",
        "rule": {"id": rule, "issueType": "x", "category": {"id": category}},
    }


def test_a_server_of_the_users_own(stand_in: HTTPServer) -> None:
    matches = [match(2, 3, "GRAMMAR", "R", "had"), match(0, 1, "STYLE"), match(2, 3, "TYPOS")]
    stand_in.answer = json.dumps({"matches": matches}).encode()  # type: ignore[attr-defined]
    found = list(LanguageTool(url(stand_in)).slips("I has it."))
    assert found == [
        Slip(Span(2, 5), SlipKind.GRAMMAR, ("had",)),
        Slip(Span(2, 5), SlipKind.SPELLING),
    ]


@pytest.mark.parametrize("answer", [b"", b"not json", b"{}", b'{"matches": [1]}'])
def test_nonsense_is_one_message(stand_in: HTTPServer, answer: bytes) -> None:
    engine = LanguageTool(url(stand_in))
    stand_in.answer = answer  # type: ignore[attr-defined]
    with pytest.raises(ToolError, match="LanguageTool failed"):
        list(engine.slips("I has it."))


def test_a_server_in_trouble_is_one_message(stand_in: HTTPServer) -> None:
    engine = LanguageTool(url(stand_in))
    stand_in.status, stand_in.answer = 500, b"out of memory"  # type: ignore[attr-defined]
    with pytest.raises(ToolError, match="out of memory"):
        list(engine.slips("I has it."))


def test_nobody_there_is_one_message() -> None:
    with pytest.raises(ToolError, match="LanguageTool failed"):
        LanguageTool("http://127.0.0.1:9")


def test_no_languagetool_names_the_ways_to_get_one(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv(JAR_FOLDER, raising=False)
    monkeypatch.setenv("LTP_PATH", str(tmp_path))
    with pytest.raises(ToolError, match="followlint languagetool install"):
        LanguageTool()


def test_a_folder_without_the_jar_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(JAR_FOLDER, str(tmp_path))
    with pytest.raises(ToolError, match=r"no languagetool-server\.jar"):
        LanguageTool()


class Fixed:
    """An engine that always finds the same."""

    def __init__(self, *slips: Slip) -> None:
        self._slips = slips

    def slips(self, text: str) -> tuple[Slip, ...]:
        return self._slips


def test_engines_together_make_one_slip_of_a_place() -> None:
    one = Slip(Span(4, 8), SlipKind.SPELLING, ("a", "b"))
    other = Slip(Span(4, 8), SlipKind.WRONG_WORD, ("b", "c"))
    early = Slip(Span(0, 2), SlipKind.GRAMMAR)
    wider = Slip(Span(3, 9), SlipKind.GRAMMAR)
    assert list(Together([Fixed(one), Fixed(other, early, wider)]).slips("")) == [
        early,
        Slip(Span(4, 8), SlipKind.SPELLING, ("b", "a", "c")),
    ]
