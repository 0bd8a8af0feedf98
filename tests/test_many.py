"""Drafts of one run: what is kept, what is checked in several processes, what Ctrl-C leaves."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

import pytest

from followlint.workers import can_fork

FORKS = pytest.mark.skipif(not can_fork(), reason="no process can be forked here")
CLEAN = """\
Subject: Tuesday's interview

Dear Ana,

Thank you for the hour on Tuesday.

Best regards,
Tom Reed
"""
#: Runs the command line and says on stderr which libraries it took.
RUN = """
import sys
from followlint.cli import main
status = main(sys.argv[1:])
libraries = {"spacy", "harper", "yaml", "re2"}
print(*sorted(libraries & set(sys.modules)), file=sys.stderr)
raise SystemExit(status)
"""
CHEAP = ("--isolated", "--select", "emoji,placeholder", "--now", "2026-05-12")


class Outcome(NamedTuple):
    status: int
    out: str
    err: str


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "drafts"
    path.mkdir()
    (path / "draft.txt").write_text(CLEAN.replace("hour", "hour 😀"), encoding="utf-8")
    return path


def run(folder: Path, *arguments: str) -> Outcome:
    environment = {
        **os.environ,
        "PYTHONUTF8": "1",
        "FOLLOWLINT_CACHE_DIR": str(folder.parent / "cache"),
    }
    done = subprocess.run(
        [sys.executable, "-c", RUN, *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        encoding="utf-8",
    )
    return Outcome(done.returncode, done.stdout, done.stderr)


def test_the_second_run_takes_no_library(folder: Path) -> None:
    first = run(folder, "--isolated", "draft.txt")
    second = run(folder, "--isolated", "draft.txt")
    assert first.status == second.status == 1
    assert "FL201" in first.out
    assert second.out == first.out
    assert first.err.split() == ["harper", "re2", "spacy", "yaml"]
    assert second.err.split() == []


def test_a_changed_draft_is_checked_anew(folder: Path) -> None:
    assert run(folder, *CHEAP, "draft.txt").status == 1
    (folder / "draft.txt").write_text(CLEAN, encoding="utf-8")
    done = run(folder, *CHEAP, "draft.txt")
    assert (done.status, done.out) == (0, "")
    assert "re2" in done.err


@pytest.mark.parametrize("more", [("--ignore", "placeholder"), ("--kind", "follow-up")])
def test_under_other_options_it_is_checked_anew(folder: Path, more: tuple[str, ...]) -> None:
    run(folder, *CHEAP, "draft.txt")
    assert run(folder, *CHEAP, "draft.txt").err.split() == []
    assert "re2" in run(folder, *CHEAP, *more, "draft.txt").err


def test_a_changed_configuration_counts(folder: Path) -> None:
    options = ("--select", "emoji", "draft.txt")
    run(folder, *options)
    (folder / "followlint.toml").write_text('severity = {emoji = "warning"}\n', encoding="utf-8")
    assert run(folder, *options, "--fail-on", "error").status == 0
    assert run(folder, *options, "--fail-on", "error").err.split() == []


def test_without_a_cache_nothing_is_kept(folder: Path) -> None:
    for _ in range(2):
        assert "re2" in run(folder, *CHEAP, "--no-cache", "draft.txt").err
    assert not (folder.parent / "cache").exists()


def test_mending_keeps_nothing(folder: Path) -> None:
    run(folder, *CHEAP, "--diff", "draft.txt")
    assert not (folder.parent / "cache" / "results").exists()


def test_no_word_of_a_draft_is_kept(folder: Path) -> None:
    run(folder, *CHEAP, "draft.txt")
    files = list((folder.parent / "cache" / "results").iterdir())
    assert len(files) == 1
    data = files[0].read_bytes()
    assert not any(word.encode() in data for word in ("Ana", "Tuesday", "draft", "FL201", "emoji"))


def test_two_names_for_one_text_share_a_report(folder: Path) -> None:
    (folder / "draft.txt").rename(folder / "b.txt")
    run(folder, *CHEAP, "b.txt")
    (folder / "b.txt").rename(folder / "a.txt")
    done = run(folder, *CHEAP, "a.txt")
    assert done.out.startswith("a.txt:5:")
    assert done.err.split() == []


def write_many(folder: Path, number: int) -> None:
    for n in range(number):
        smile = " 😀" if n % 3 else ""
        text = CLEAN.replace("hour", f"{n} hours{smile}")
        (folder / f"draft-{n:03}.txt").write_text(text, encoding="utf-8")
    (folder / "draft-007.txt").write_bytes(b"\xff\xfe\x00")


@FORKS
def test_many_processes_say_what_one_says(folder: Path) -> None:
    write_many(folder, 30)
    alone = run(folder, *CHEAP, "--no-cache", "--jobs", "1", ".")
    many = run(folder, *CHEAP, "--no-cache", "--jobs", "3", ".")
    assert (many.status, many.out) == (alone.status, alone.out)
    assert alone.out.count("FL201") == 20
    assert run(folder, *CHEAP, "--jobs", "3", ".").out == alone.out
    again = run(folder, *CHEAP, "--jobs", "3", ".")
    assert again.out == alone.out


def test_no_process_at_all_is_refused(folder: Path) -> None:
    assert run(folder, "--jobs", "0", "draft.txt").status == 2


SLOW = """
import os, sys, time
import followlint.run
from followlint.cli import main

def slowly(*arguments, **more):
    os.write(1, b"%d\\n" % os.getpid())  # at once: several write
    time.sleep(60)

followlint.run._checked = slowly
raise SystemExit(main(sys.argv[1:]))
"""


@FORKS
def test_ctrl_c_ends_all_processes_at_once(folder: Path) -> None:
    write_many(folder, 20)
    command = [sys.executable, "-c", SLOW, *CHEAP, "--no-cache", "--jobs", "2", "."]
    process = subprocess.Popen(
        command,
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert process.stdout
    pids = [int(process.stdout.readline()) for _ in range(2)]
    assert process.pid not in pids
    began = time.monotonic()
    os.killpg(process.pid, signal.SIGINT)  # what a terminal sends: to all of them
    _, err = process.communicate(timeout=20)
    assert process.returncode == 130
    assert err.strip() == ""
    assert time.monotonic() - began < 10
    for pid in pids:
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)


@FORKS
def test_a_killed_process_is_told(folder: Path) -> None:
    write_many(folder, 20)
    command = [sys.executable, "-c", SLOW, *CHEAP, "--no-cache", "--jobs", "2", "."]
    process = subprocess.Popen(
        command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert process.stdout
    pids = [int(process.stdout.readline()) for _ in range(2)]
    os.kill(pids[0], signal.SIGKILL)
    _, err = process.communicate(timeout=20)
    assert process.returncode == 2
    assert err.startswith("followlint: a worker process was killed by signal 9")
    with pytest.raises(ProcessLookupError):
        os.kill(pids[1], 0)
