"""What may be asked of the side by side of slips; what comes of it, no test asks."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.typos import kind_of, main


def test_help_says_what_it_takes(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--help"])
    assert ended.value.code == 0
    said = capsys.readouterr().out
    assert said.startswith("usage: python -m bench.typos [-h] [CORPUS ...]\n")
    assert "LTP_JAR_DIR_PATH" in said


@pytest.mark.parametrize(
    ("name", "text", "problem"),
    [
        ("nobody-s.jsonl", None, "No such file or directory"),
        ("no-corpus", None, "No such file or directory"),
        ("broken.jsonl", "{", "no corpus of labelled emails"),
        ("a-list.jsonl", "[]", "no corpus of labelled emails"),
        ("other.jsonl", '{"text": "a", "expect": {}}', "do not say which slips they hold"),
    ],
)
def test_what_is_no_corpus(
    name: str, text: str | None, problem: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if text is not None:
        (tmp_path / name).write_text(text, encoding="utf-8")
        name = str(tmp_path / name)
    with pytest.raises(SystemExit) as ended:
        main([name])
    assert ended.value.code == 2
    assert problem in capsys.readouterr().err


@pytest.mark.parametrize(
    ("wrong", "right", "kind"),
    [
        ("recieved it", "received it", "misspelling"),
        ("form you", "from you", "real word"),
        ("look to hear", "look forward to hearing", "other"),
    ],
)
def test_the_kinds_of_slips(wrong: str, right: str, kind: str) -> None:
    assert kind_of(wrong, right) == kind
