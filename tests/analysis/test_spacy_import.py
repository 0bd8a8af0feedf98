"""spaCy without its command line: what is left out, and that nobody misses it."""

from __future__ import annotations

import subprocess
import sys

_LEAN = "from followlint.analysis.spacy_import import spacy_without_commands as lean\nimport sys\n"


def _run(code: str) -> str:
    """Run code in an interpreter of its own: what is imported stays imported."""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_commands_are_not_read() -> None:
    read = "print([name for name in ('spacy.cli', 'typer', 'weasel') if name in sys.modules])"
    assert _run("import sys, spacy\n" + read) == "['spacy.cli', 'typer', 'weasel']"
    assert _run(_LEAN + "lean()\n" + read) == "[]"


def test_the_pipeline_still_reads() -> None:
    code = _LEAN + "print([token.text for token in lean().blank('en')('Thank you, Priya.')])"
    assert _run(code) == "['Thank', 'you', ',', 'Priya', '.']"


def test_whoever_wants_the_commands_gets_them() -> None:
    code = _LEAN + "lean()\nfrom spacy.cli import download\nprint(download.__module__)"
    assert _run(code) == "spacy.cli.download"


def test_info_reads_them_when_it_is_called() -> None:
    code = _LEAN + "spacy = lean()\nprint(spacy.info(silent=True)['spacy_version'])"
    assert _run(code) == _run("import spacy\nprint(spacy.__version__)")


def test_a_spacy_that_is_there_is_taken_as_it_is() -> None:
    code = "import spacy\nbefore = spacy.cli\n" + _LEAN
    assert _run(code + "print(lean() is spacy, spacy.cli is before)") == "True True"
