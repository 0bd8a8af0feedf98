"""Prints man/followlint.1: every command with its options, as `--help` says them.

usage: python tools/manpage.py > man/followlint.1   (`make reference` does so)
"""

from __future__ import annotations

import inspect
import re
import sys
from collections.abc import Iterator

import click

from followlint import __version__
from followlint.cli import COMMANDS, cli
from followlint.config import KEYS
from followlint.config.files import NAMES, PYPROJECT
from followlint.ignores import NAME as IGNORES

_SUMMARY = "proofread the emails people send after a job interview"
_TAIL = f"""\
.SH FILES
.TP
.I {NAMES[0]}\\fR, \\fI{NAMES[1]}\\fR, \\fI{PYPROJECT}
The configuration: the nearest one upward from a draft holds for it; in the last one it is
.RB [ tool.followlint ].
.B followlint init
writes one that explains every key, and
.B followlint config \\-\\-show
.I FILE
tells what holds for a draft, and from where.
.TP
.I \\(ti/.config/followlint/{NAMES[0]}
The configuration of drafts that have no other.
.TP
.I {IGNORES}
Findings that are right as they stand; written by
.BR "followlint ignore" .
.TP
.I \\(ti/.cache/followlint
Reports of unchanged drafts, sealed with a key that is made of the draft itself.
.SH ENVIRONMENT
.TP
.B XDG_CONFIG_HOME\\fR, \\fBXDG_CACHE_HOME
Where the user's own configuration and the cache are, in a folder
.I followlint
there.
.TP
.B FOLLOWLINT_CACHE_DIR
The folder of the cache itself.
.TP
.B NO_COLOR
Where it is set, nothing is coloured unless
.B \\-\\-color always
is given.
.TP
.B LTP_JAR_DIR_PATH
The folder of a LanguageTool that is there already.
.SH EXIT STATUS
.TP
.B 0
Nothing was found, or nothing as grave as
.BR \\-\\-fail\\-on .
.TP
.B 1
Something was found.
.TP
.B 2
The job could not be done: wrong usage, a broken configuration, a file that is missing or cannot be
read. It goes before 1, and findings are printed all the same.
"""


def page() -> str:
    """Return the manual page, in the macros of man(7)."""
    context = click.Context(cli, info_name="followlint")
    lines = [
        f'.TH FOLLOWLINT 1 "" "followlint {__version__}" "User Commands"',
        ".SH NAME",
        f"followlint \\- {_SUMMARY}",
        ".SH SYNOPSIS",
        ".B followlint",
        ".RB [ check ]",
        ".RI [ OPTION ]...",
        ".IR PATH ...",
        ".br",
        ".B followlint",
        ".I COMMAND",
        ".RI [ OPTION ]...",
        ".RI [ ARGUMENT ]...",
        ".SH DESCRIPTION",
        *_told(cli.help or ""),
        ".SH COMMANDS",
    ]
    for name in COMMANDS:
        command = cli.get_command(context, name)
        assert command
        lines += _command(command, click.Context(command, context, info_name=name))
    lines.append(".SH CONFIGURATION")
    for name, key in KEYS.items():
        lines += [".TP", f".B {_plain(name)}", *_running(key.says)]
    return "\n".join(lines) + "\n" + _TAIL


def _command(command: click.Command, context: click.Context) -> Iterator[str]:
    usage = " ".join(command.collect_usage_pieces(context))
    yield f'.SS "{_plain(f"{context.command_path} {usage}")}"'
    yield from _told(command.help or "")
    for param in command.get_params(context):
        if not isinstance(param, click.Option) or "--help" in param.opts:
            continue
        if record := param.get_help_record(context):
            yield ".TP"
            yield f".B {_plain(record[0])}"
            yield from _running(record[1])
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            inner = command.get_command(context, name)
            assert inner
            yield from _command(inner, click.Context(inner, context, info_name=name))


def _told(text: str) -> Iterator[str]:
    """Yield the paragraphs of a help text; those that begin with \\b stand as they are written."""
    for number, paragraph in enumerate(re.split(r"\n{2,}", inspect.cleandoc(text))):
        if number:
            yield ".PP"
        if paragraph.startswith("\b"):
            lines = paragraph.removeprefix("\b").strip("\n").splitlines()
            yield from (".RS 4", ".EX", *(_plain(line) for line in lines), ".EE", ".RE")
        else:
            yield from _running(paragraph)


def _running(text: str) -> Iterator[str]:
    """Yield running text, each sentence on a line of its own, with what stands in `` bold."""
    for sentence in re.split(r"(?<=[.!?:;]) +(?=\S)", " ".join(text.split())):
        written = _plain(sentence)
        yield re.sub(r"\\\(ga([^`]+?)\\\(ga", r"\\fB\1\\fR", written)


def _plain(text: str) -> str:
    """Return text as roff prints it to the letter: options can be copied from the page."""
    marks = {"\\": r"\e", "-": r"\-", "'": r"\(aq", "`": r"\(ga", "^": r"\(ha", "~": r"\(ti"}
    written = "".join(
        marks.get(char, char if char.isascii() else f"\\[u{ord(char):04X}]") for char in text
    )
    written = written.replace('"', r"\(dq")
    return rf"\&{written}" if written.startswith(".") else written


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="ascii", newline="\n")  # type: ignore[union-attr]
    sys.stdout.write(page())
