"""Where a text names a job: "the data analyst role", "the post of data analyst"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

_JOBS = frozenset({"role", "position", "job", "post", "vacancy", "opening", "opportunity"})
_DETERMINERS = frozenset({"the", "this", "your", "that"})
#: What ends the name of a job behind "the post of".
_ENDS = frozenset({"at", "in", "with", "and", "on", "for", "that", "which", "is"})
_MOST_WORDS = 5


def jobs_named(forms: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield where a job is named: "the data analyst role", "the post of data analyst".

    `forms` are words in lower case; a place is the first of the job's words and the one behind
    the last.
    """
    for at, form in enumerate(forms):
        if form not in _JOBS:
            continue
        first = at
        while (
            first > 0 and at - first < _MOST_WORDS and forms[first - 1].replace("-", "").isalpha()
        ):
            first -= 1
            if forms[first] in _DETERMINERS:
                if first + 1 < at:
                    yield first + 1, at
                break
        if forms[at + 1 : at + 2] == ["of"]:
            first = behind = at + 2 + (forms[at + 2 : at + 3] in (["a"], ["an"], ["the"]))
            while behind < len(forms) and behind - first < _MOST_WORDS and forms[behind].isalpha():
                if forms[behind] in _ENDS:
                    break
                behind += 1
            if behind > first:
                yield first, behind
