"""Harper's dictionary, read ahead: once, in the background, and to its end before a fork."""

from __future__ import annotations

import subprocess
import sys


def _run(code: str) -> str:
    """Run code in an interpreter of its own: the dictionary is read once a process."""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.strip()


_BEGUN = (
    "import threading\n"
    "from followlint.analysis.typos import harper\n"
    "def alive(): return [t.name for t in threading.enumerate() if t.name == 'harper']\n"
)


def test_it_is_read_once_and_in_the_background() -> None:
    assert _run(_BEGUN + "harper.begin()\nharper.begin()\nprint(alive())") == "['harper']"


def test_its_end_can_be_waited_for() -> None:
    assert _run(_BEGUN + "harper.begin()\nharper.end_of_beginning()\nprint(alive())") == "[]"


def test_what_was_not_begun_has_no_end() -> None:
    code = "harper.end_of_beginning()\nimport sys\nprint('harper' in sys.modules, alive())"
    assert _run(_BEGUN + code) == "False []"


def test_a_process_that_fails_meanwhile_ends_as_it_would() -> None:
    code = _BEGUN + "harper.begin()\ntry:\n    1 / 0\nexcept ZeroDivisionError:\n    print('over')"
    assert _run(code) == "over"


def test_one_that_is_built_meanwhile_finds_what_it_should() -> None:
    code = "harper.begin()\nslips = harper.Harper().slips('I will recieve it.')\n"
    shown = "print([slip.suggestions[0] for slip in slips])"
    assert _run(_BEGUN + code + shown) == "['receive']"
