"""The manual page: current, whole, and as `man` likes it; and examples in every command's help."""

from __future__ import annotations

import inspect
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest

from followlint.cli import COMMANDS, cli

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "man" / "followlint.1"


def commands() -> list[tuple[str, click.Command]]:
    """Return every command, those within others too, by the words that call it."""
    context = click.Context(cli)
    found: list[tuple[str, click.Command]] = []
    for name in COMMANDS:
        command = cli.get_command(context, name)
        assert command
        found.append((name, command))
        if isinstance(command, click.Group):
            found += [(f"{name} {inner}", command.commands[inner]) for inner in command.commands]
    return found


def test_it_is_current() -> None:
    written = subprocess.check_output([sys.executable, ROOT / "tools" / "manpage.py"])
    assert PAGE.read_bytes() == written, "stale; run `make reference`"


@pytest.mark.parametrize(
    "check",
    [
        pytest.param(["groff", "-man", "-Tutf8", "-ww", "-rCHECKSTYLE=3", "-z"], id="groff"),
        pytest.param(["mandoc", "-Tlint", "-Wwarning"], id="mandoc"),
        pytest.param(["man", "--warnings=w", "-l"], id="man"),
    ],
)
def test_it_is_set_without_a_warning(check: list[str]) -> None:
    if not shutil.which(check[0]):
        pytest.skip(f"{check[0]} is not here")
    done = subprocess.run([*check, PAGE], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.fixture(scope="module")
def shown() -> str:
    """The page as a terminal shows it, on one line."""
    if not shutil.which("groff"):
        pytest.skip("groff is not here")
    plain = ["groff", "-man", "-Tascii", "-P-c", "-P-b", "-P-u", "-rHY=0", "-rLL=300n", PAGE]
    return " ".join(subprocess.check_output(plain, text=True).split())


@pytest.mark.parametrize(("name", "command"), commands(), ids=[name for name, _ in commands()])
def test_every_command_and_option_stands_in_it(
    name: str, command: click.Command, shown: str
) -> None:
    assert f"followlint {name} " in shown
    for param in command.params:
        if isinstance(param, click.Option):
            assert all(option in shown for option in param.opts)
            assert param.help
            assert " ".join(param.help.replace("`", "").split()) in shown


def examples(text: str) -> list[list[str]]:
    """Return what a shell would take for the words of each example in a help text."""
    blocks = [block.partition("\n\n")[0] for block in inspect.cleandoc(text).split("\b\n")[1:]]
    lines = [line for block in blocks for line in block.splitlines()]
    # What stands far to the right says what the example does; files are redirected by the shell.
    typed = [re.split(r"\s{2,}| [<>] ", line.strip())[0] for line in lines]
    return [shlex.split(line)[1:] for line in typed if line.startswith("followlint ")]


def parse(words: list[str]) -> None:
    """Read the words of a command as they are read before it is run."""
    command = cli.get_command(click.Context(cli), words[0])
    assert command
    command.make_context(words[0], words[1:])


@pytest.mark.parametrize(("name", "command"), commands(), ids=[name for name, _ in commands()])
def test_every_help_has_examples_that_are_commands(name: str, command: click.Command) -> None:
    found = examples(command.help or "")
    assert found
    for words in found:
        called = words if words[0] in COMMANDS else ["check", *words]
        assert called[0] in (name.split()[0], "check")
        parse(called)


@pytest.mark.parametrize("words", ["check --selct FL1", "check --fail-on never", "ignore a.txt:1"])
def test_what_is_no_command_would_be_refused(words: str) -> None:
    with pytest.raises(click.UsageError):
        parse(words.split())


def test_the_sections_that_pages_have(shown: str) -> None:
    for section in ("NAME", "SYNOPSIS", "DESCRIPTION", "COMMANDS", "CONFIGURATION", "FILES"):
        assert section in shown
    assert "ENVIRONMENT" in shown
    assert "EXIT STATUS" in shown
