"""Every command in turn, in a process that tells whoever looks for a network; run as a program.

`python alone.py` in an empty folder prints a line for each command: its name, its status and how
much it said. On stderr stands what was asked of a network, and each file that was opened to be
written, outside the standard library's own.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import sys
from pathlib import Path

#: Words that stand in the draft alone: where else they are found, it was copied.
SECRETS = ("Zweibruecken", "wrenchess", "Quombleton")
DRAFT = f"""\
Subject: {SECRETS[0]}
Kind: follow-up
Company: Redwood
To: {SECRETS[2]} <ana@example.org>
Interview-Date: 2026-05-12

Dear {SECRETS[2]},

Thank you for the the tour of {SECRETS[0]} 😀 and the {SECRETS[1]}, I am gonna rember it.

Best,
Tom
"""
TEMPLATE = "Subject: A\n\nDear [Name],\n\nThank you for the tour of [Company].\n\nBest,\nTom\n"
RULE = (Path(__file__).parents[1] / "team-rule.yaml").read_text(encoding="utf-8")
NOW = ["--now", "2026-05-20"]
FORMATS = [
    "text",
    "full",
    "grouped",
    "json",
    "jsonl",
    "sarif",
    "github",
    "gitlab",
    "junit",
    "rdjson",
    "html",
]
#: What is run, in this order: the last ones write into the drafts' folder.
RUNS = [
    ["check", *NOW, "drafts"],
    ["check", *NOW, "drafts"],  # from the cache
    ["check", *NOW, "--jobs", "2", "--no-cache", "drafts"],
    *(["check", *NOW, "--output-format", form, "--redact", "drafts"] for form in FORMATS),
    ["check", *NOW, "--diff", "drafts"],
    ["check", *NOW, "--write-baseline", "baseline.json", "drafts"],
    ["check", *NOW, "--baseline", "baseline.json", "drafts"],
    ["check", *NOW, "--output-file", "report.sarif", "--output-format", "sarif", "drafts"],
    ["check", *NOW, "--engine", "harper", "--template", "template.txt"],
    ["inspect", "drafts/draft.txt"],
    ["body", "drafts/draft.txt"],
    ["when", "--interview", "2026-05-12", "--ics", "times.ics"],
    ["status", *NOW, "drafts"],
    ["fill", "--check", "template.txt"],
    ["explain", "emoji"],
    ["rules"],
    ["rules", "--markdown"],
    ["config", "--show", "drafts/draft.txt"],
    ["config", "--schema"],
    ["test", "team"],
    ["init", "--hook", "--workflow"],
    ["ignore", "drafts/draft.txt:9", "emoji", "--reason", "she does, too"],
    ["check", *NOW, "--fix", "--unsafe-fixes", "drafts"],
]
#: Commands that are there to reach the network, when they are asked to.
REACHING = {"languagetool"}
#: What leaves the machine, or asks who is there. (A socket that is only made asks nobody.)
_ASKS = ("socket.connect", "socket.getaddrinfo", "socket.gethostby", "socket.send")
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT


def _told(event: str, arguments: tuple[object, ...]) -> None:
    if event.startswith(_ASKS) or event == "urllib.Request":
        os.write(2, f"asked: {event}\n".encode())
        raise OSError("no network here")
    if event == "open" and isinstance(arguments[2], int) and arguments[2] & _WRITES:
        os.write(2, b"wrote: " + json.dumps(str(arguments[0])).encode() + b"\n")


def prepared() -> None:
    """Put the drafts, a template and a rule where the commands look for them."""
    for name, text in {
        "drafts/draft.txt": DRAFT,
        "drafts/other.txt": DRAFT.replace("Redwood", "Harrow").replace("Tom", "Tim"),
        "template.txt": TEMPLATE,
        "team/TM001-pineapple.yaml": RULE,
    }.items():
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_text(text, encoding="utf-8")


def main() -> None:
    prepared()
    sys.addaudithook(_told)
    from followlint.cli import main as followlint

    for arguments in RUNS:
        said = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True)
        with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
            status = followlint(arguments)
        length = len(said.buffer.getvalue())  # type: ignore[attr-defined]
        print(arguments[0], status, length, flush=True)


if __name__ == "__main__":
    main()
