"""The command line: which command is meant, and what its end means for the caller."""

from __future__ import annotations

import _thread
import atexit
import contextlib
import gc
import os
import sys
import threading
import traceback
from collections.abc import Iterator, Sequence
from importlib import import_module
from typing import TYPE_CHECKING

import click

from followlint import __version__
from followlint.errors import FollowlintError
from followlint.safe import shown

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

#: Each command with the line that `--help` says of it. Its file, of the same name, is read only
#: when it is called: the help of one command must not wait for the libraries of another.
COMMANDS = {
    "check": "Check drafts (what is done without a command).",
    "inspect": "Show what followlint understands of a draft.",
    "body": "Print exactly what would be sent of a draft.",
    "when": "Say when to send what.",
    "status": "Show how each application stands, and what is due.",
    "fill": "Print a template with its slots filled, or check it so.",
    "explain": "Say what a rule is about, with examples.",
    "rules": "List the rules.",
    "config": "Show what holds for a draft, and from where.",
    "init": "Write a configuration, a hook and a workflow to begin with.",
    "ignore": "Say that a finding is right as it stands, and why.",
    "test": "Run the examples of rules.",
    "languagetool": "Get LanguageTool, the deep engine for typos.",
}

#: How many new objects there must be before Python looks for what could go (700 is its own).
_OBJECTS = 50_000


class _Commands(click.Group):
    """A group that reads commands when they are called, and whose first, `check`, may be left out.

    The click documentation calls this a lazily loading group.
    """

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command = getattr(import_module(f"followlint.commands.{cmd_name}"), cmd_name)
        assert isinstance(command, click.Command)
        return command

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Offer commands, and what may stand where `check` is left out: its options and files."""
        from click.shell_completion import CompletionItem

        if incomplete.startswith("-"):
            check = self.get_command(ctx, "check")
            offers = check.shell_complete(click.Context(check), incomplete) if check else []
            own = [CompletionItem("--version", help="Show the version and exit.")]
            return [*offers, *(item for item in own if item.value.startswith(incomplete))]
        names = [name for name in COMMANDS if name.startswith(incomplete)]
        # Bash forgets what came before a file; without any names it offers files itself.
        files = CompletionItem(incomplete, type="file")
        return [files, *(CompletionItem(name, help=COMMANDS[name]) for name in names)]

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        own = {*COMMANDS, *ctx.help_option_names, "--version"}
        if args and args[0] not in own:
            if not ctx.resilient_parsing:  # a shell that completes
                _hint(args[0])
            args = ["check", *args]
        return super().parse_args(ctx, args)


def _hint(word: str) -> None:
    """Say which command somebody may have meant by a word that names no draft either."""
    if word.isalpha() and not os.path.lexists(word):
        from difflib import get_close_matches

        for command in get_close_matches(word, COMMANDS, 1, cutoff=0.7):
            click.echo(f"followlint: did you mean the command {command!r}?", err=True)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="followlint %(version)s")
def cli() -> None:
    """Proofread the emails you send after a job interview.

    \b
    followlint draft.txt          check a draft (short for: followlint check draft.txt)
    followlint drafts/            check every draft below a folder
    followlint - < draft.txt      check what comes in
    followlint explain CODE       say what a rule is about, with examples
    followlint init               write a configuration to begin with

    \b
    Completion in bash (in zsh and fish alike):
    eval "$(_FOLLOWLINT_COMPLETE=bash_source followlint)"

    Exit status: 0 nothing found, 1 findings, 2 could not do the job.
    """


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; returns the exit status (0 clean, 1 findings, 2 failed, 130 Ctrl-C)."""
    # Starting makes half a million objects that stay: looking through them again and again for
    # what could go took a tenth of a run.
    gc.set_threshold(_OBJECTS)
    # Nor is it worth a fifth of a second to look through them one last time at the end.
    atexit.register(gc.freeze)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # A console that cannot show a draft's letters must not cost the findings.
            stream.reconfigure(errors="backslashreplace")
    if "_FOLLOWLINT_COMPLETE" in os.environ:
        import_module("followlint.commands.completing")
    try:
        with _interrupts_heard():
            status = cli.main(
                args=None if argv is None else list(argv),
                prog_name="followlint",
                standalone_mode=False,
            )
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        return 2
    except click.ClickException as error:
        error.show()
        return 2
    except FollowlintError as error:
        click.echo(f"followlint: {shown(str(error))}", err=True)
        return 2
    except (KeyboardInterrupt, click.Abort):
        return 130
    except SystemExit as ended:
        if ended.code == 0:  # click's, once it has answered a shell that completes
            raise
        return 2  # click's answer to a reader that has gone; its 1 would mean findings
    except (OSError, MemoryError) as error:
        _let_go()
        reason = error.strerror if isinstance(error, OSError) else "out of memory"
        with contextlib.suppress(OSError):  # standard error may be as full
            click.echo(f"followlint: {shown(reason or str(error))}", err=True)
        return 2
    except Exception:
        # A fault of ours must not pass for findings.
        traceback.print_exc()
        return 2
    return int(status or 0)


@contextlib.contextmanager
def _interrupts_heard() -> Iterator[None]:
    """Let Ctrl-C end the run even where Python would ignore it: in a destructor or a callback."""

    def again(ignored: sys.UnraisableHookArgs) -> None:
        if issubclass(ignored.exc_type, KeyboardInterrupt):
            # Pressed again a moment later, when Python has come out of there.
            threading.Timer(0.01, _thread.interrupt_main).start()
        else:
            before(ignored)

    before, sys.unraisablehook = sys.unraisablehook, again
    try:
        yield
    finally:
        sys.unraisablehook = before


def _let_go() -> None:
    """Forget what standard output could not take; else Python tries again at its end."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
