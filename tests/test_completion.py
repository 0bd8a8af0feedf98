"""Shell completion: what is offered where, and that the scripts for the shells are there."""

from __future__ import annotations

import os
import select
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from followlint.cli import COMMANDS, cli, main
from followlint.rulefiles import rule_files, shipped

CALL = "import sys; from followlint.cli import main; sys.argv[0] = 'followlint'; sys.exit(main())"


def complete(instruction: str, **environment: str) -> str:
    """Return what the command prints where a shell asks it."""
    done = subprocess.run(
        [sys.executable, "-c", CALL],
        env={**os.environ, "_FOLLOWLINT_COMPLETE": instruction, **environment},
        capture_output=True,
        text=True,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


@pytest.fixture
def offers(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):  # type: ignore[no-untyped-def]
    """(words, the one being typed) -> what bash is offered, as `type,value`."""

    def ask(*words: str) -> list[str]:
        monkeypatch.setenv("_FOLLOWLINT_COMPLETE", "bash_complete")
        monkeypatch.setenv("COMP_WORDS", " ".join(["followlint", *words]))
        monkeypatch.setenv("COMP_CWORD", str(len(words)))
        with pytest.raises(SystemExit) as ended:
            main([])
        assert ended.value.code == 0
        return capsys.readouterr().out.splitlines()

    return ask


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_for_a_shell(shell: str) -> None:
    if shell == "bash" and not shutil.which("bash"):
        pytest.skip("click asks bash for its version")
    assert "_FOLLOWLINT_COMPLETE" in complete(f"{shell}_source")


def test_the_first_word_is_a_command_or_a_draft(offers) -> None:  # type: ignore[no-untyped-def]
    assert offers("") == ["file,", *(f"plain,{name}" for name in COMMANDS)]
    assert offers("in") == ["file,in", "plain,inspect", "plain,init"]
    assert offers("dra") == ["file,dra"]


def test_commands_are_offered_without_being_read() -> None:
    code = (
        "import sys; from followlint.cli import cli; import click;"
        "cli.shell_complete(click.Context(cli), '');"
        "print([name for name in sys.modules if name.startswith('followlint.commands')])"
    )
    found = subprocess.check_output([sys.executable, "-c", code], text=True)
    assert found.strip() == "[]"


def test_options_where_check_is_left_out(offers) -> None:  # type: ignore[no-untyped-def]
    assert offers("--unsafe") == ["plain,--unsafe-fixes"]
    assert offers("--ver") == ["plain,--version"]
    assert offers("--isolated", "--unsafe") == ["plain,--unsafe-fixes"]
    assert "plain,sarif" in offers("draft.txt", "--output-format", "")


@pytest.mark.parametrize("words", [["check"], ["body"], ["inspect"], ["ignore"], ["--isolated"]])
def test_drafts(words: list[str], offers) -> None:  # type: ignore[no-untyped-def]
    assert offers(*words, "dra") == ["file,dra"]


@pytest.mark.parametrize(
    "words", [["--select"], ["check", "--ignore"], ["explain"], ["ignore", "draft.txt:5"]]
)
def test_rules(words: list[str], offers) -> None:  # type: ignore[no-untyped-def]
    assert offers(*words, "emo") == ["plain,emoji", "plain,emoticon"]
    codes = [path.name[:5] for path in rule_files(shipped()) if path.name.startswith("FL5")]
    assert offers(*words, "fl5") == [f"plain,{code}" for code in codes]


def test_the_last_rule_of_a_list(offers) -> None:  # type: ignore[no-untyped-def]
    assert offers("--select", "slang,emoj") == ["plain,slang,emoji"]


@pytest.fixture
def bash(tmp_path: Path) -> str:
    """Bash, with a followlint in the folder `tmp_path` / "bin"."""
    found = shutil.which("bash")
    if not found or os.name == "nt":
        pytest.skip("no bash here")
    command = tmp_path / "bin" / "followlint"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m followlint "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    return found


def surroundings(tmp_path: Path) -> dict[str, str]:
    path = f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}"
    return {**os.environ, "PATH": path, "PS1": "", "TERM": "dumb", "INPUTRC": os.devnull}


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["conf"], ["config"]),
        (["--output-format", "sa"], ["sarif"]),
        # As bash cuts them.
        (["--output-format", "=", "sa"], ["sarif"]),
        (["--kind", "="], ["thank-you", "follow-up", "rejection-reply"]),
        (["ignore", "draft.txt", ":", "5", "emo"], ["emoji", "emoticon"]),
        (["ignore", "draft.txt", ":", "5", ":", "12", "emoj"], ["emoji"]),
        (["config", "--sh"], ["--show"]),
        (["languagetool", "ins"], ["install"]),
    ],
)
def test_the_function_that_bash_calls(
    words: list[str], found: list[str], bash: str, tmp_path: Path
) -> None:
    """The script that bash gets, run by bash, as if somebody had typed and pressed the tab key."""
    typed = (
        'eval "$(_FOLLOWLINT_COMPLETE=bash_source followlint)"\n'
        "compopt() { :; }  # only there while a completion runs\n"
        'COMP_WORDS=(followlint "$@"); COMP_CWORD=$#\n'
        '_followlint_completion followlint "${@: -1}" "${@: -2:1}"\n'
        'printf "%s\\n" "${COMPREPLY[@]}"\n'
    )
    done = subprocess.run(
        [bash, "--norc", "-c", typed, "bash", *words],
        env=surroundings(tmp_path),
        capture_output=True,
        text=True,
    )
    assert (done.stdout.split(), done.stderr) == (found, "")


@pytest.mark.parametrize(
    ("typed", "completed"),
    [
        ("followlint conf", "followlint config "),
        ("followlint --output-format=sar", "followlint --output-format=sarif "),
        ("followlint ignore draft.txt:5 emoj", "followlint ignore draft.txt:5 emoji "),
        ("followlint check my\\ dr", "followlint check my\\ draft.txt "),
        ("followlint status my", "followlint status my\\ draft.txt "),
        ("followlint config --show my", "followlint config --show my\\ draft.txt "),
        ("followlint my", "followlint my\\ draft.txt "),
    ],
)
def test_at_a_prompt(typed: str, completed: str, bash: str, tmp_path: Path) -> None:
    """A real line, a real tab key, a real terminal."""
    import pty

    (tmp_path / "my draft.txt").touch()
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [bash, "--norc", "--noprofile", "-i"],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        cwd=tmp_path,
        env=surroundings(tmp_path),
        start_new_session=True,
    ) as shell:
        os.close(theirs)
        said = ""

        def until(mark: str) -> None:
            nonlocal said
            while mark not in said:
                assert select.select([ours], [], [], 30)[0], f"no {mark!r} in {said!r}"
                said += os.read(ours, 4096).decode()

        try:
            # The mark is cut in two, for what is typed comes back, too.
            os.write(ours, b'eval "$(_FOLLOWLINT_COMPLETE=bash_source followlint)"; echo rea""dy\n')
            until("ready")
            said = ""
            os.write(ours, f"{typed}\t".encode())
            until(completed)
        finally:
            shell.kill()
            os.close(ours)


def test_the_help_tells_of_it() -> None:
    assert cli.help is not None
    assert "_FOLLOWLINT_COMPLETE=bash_source followlint" in cli.help
