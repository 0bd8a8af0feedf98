"""What is known around an email: for which job it is, who interviewed and when, what was sent.

One model for whatever says it: a header block, front matter, the headers of real mail, and a
configuration, whose values stand nowhere in the draft and so have no span.
"""

from __future__ import annotations

import dataclasses
import difflib
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from followlint.mail.dates import DateError, Moment, moment_of
from followlint.mail.dialects import Dialect, dialect_of
from followlint.mail.headers import Header, Problem
from followlint.mail.kinds import Kind
from followlint.text import Span, fold, word_set

T = TypeVar("T")

_PIECE = re.compile(r"[^,;\n]+")
_ADDRESS = re.compile(r"\s*<[^<>]*>|\s*\([^()]*\)")
_NAME = re.compile(r"(?:[^\W\d_][\w.'’‑-]*\s+){1,3}[^\W\d_][\w.'’‑-]*")
#: What stands behind a name and a comma where it is no further name.
_TITLES = word_set(
    """
    manager director engineer developer designer lead leader head chief officer president vp cto
    ceo coo cfo hr recruiter partner principal professor team senior junior staff analyst scientist
    consultant coordinator specialist nurse teacher phd md
    """
)


@dataclass(frozen=True)
class Value(Generic[T]):
    """A value and where it stands in the text of the draft; no span where it stands elsewhere."""

    value: T
    span: Span | None = None


@dataclass(frozen=True)
class Context:
    """What is known around an email. Nothing is there that nobody gave.

    `date` is the message's own, `sent` are those of earlier messages to the same people;
    `accept` are words that are right here, `ignore` rules that are not wanted. `problems` are
    the values that could not be understood and so are missing here.
    """

    kind: Value[Kind] | None = None
    dialect: Value[Dialect] | None = None
    company: Value[str] | None = None
    role: Value[str] | None = None
    interviewers: tuple[Value[str], ...] = ()
    interview_date: Value[Moment] | None = None
    decision_date: Value[Moment] | None = None
    sent: tuple[Value[Moment], ...] = ()
    date: Value[Moment] | None = None
    accept: tuple[Value[str], ...] = ()
    ignore: tuple[Value[str], ...] = ()
    problems: tuple[Problem, ...] = ()

    def over(self, other: Context) -> Context:
        """Return this context with what it leaves open taken from another, problems aside."""
        given = {
            field.name: mine
            for field in dataclasses.fields(self)
            if (mine := getattr(self, field.name)) or field.name == "problems"
        }
        return dataclasses.replace(other, **given)


def context_of(text: str, headers: Iterable[Header]) -> Context:
    """Read the context that headers in `text` give."""
    return _Reader(text, tuple(headers)).context()


class _Reader:
    """Reads values and keeps what is wrong with them."""

    def __init__(self, text: str, headers: tuple[Header, ...]) -> None:
        self._text = text
        self._headers = headers
        self._problems: list[Problem] = []

    def context(self) -> Context:
        context = Context(
            kind=self._one("Kind", kind_of),
            dialect=self._one("Dialect", dialect_of),
            company=self._one("Company", fold),
            role=self._one("Role", fold),
            interviewers=tuple(self._values("Interviewer", _person, _people)),
            interview_date=self._one("Interview-Date", moment_of),
            decision_date=self._one("Decision-Date", moment_of),
            sent=tuple(self._values("Sent", moment_of, _dates)),
            date=self._one("Date", moment_of),
            accept=tuple(self._values("Accept", fold, _pieces)),
            ignore=tuple(self._values("Followlint-Ignore", fold, _pieces)),
        )
        problems = tuple(sorted(self._problems, key=lambda problem: problem.span))
        return dataclasses.replace(context, problems=problems)

    def _one(self, name: str, read: Callable[[str], T]) -> Value[T] | None:
        """Return the first value; a second that says something else is a problem."""
        found = list(self._values(name, read))
        for other in found[1:]:
            if other.value != found[0].value and other.span:
                self._problems.append(Problem(f"“{name}” is given twice", other.span))
        return found[0] if found else None

    def _values(
        self,
        name: str,
        read: Callable[[str], T],
        split: Callable[[str], list[Span]] | None = None,
    ) -> Iterator[Value[T]]:
        for header in self._headers:
            if header.name != name or not header.value.strip():
                continue  # "Company:" left empty says nothing
            for text, span in self._pieces_of(header, split or _whole):
                try:
                    yield Value(read(text), span)
                except ValueError as problem:
                    self._problems.append(Problem(f"{name}: {problem}", span))

    def _pieces_of(
        self, header: Header, split: Callable[[str], list[Span]]
    ) -> Iterator[tuple[str, Span]]:
        raw = header.span.of(self._text)
        # A quoted scalar with escapes does not stand in the text as it reads.
        as_written = fold(raw) == fold(header.value)
        for piece in split(raw if as_written else header.value):
            source = raw if as_written else header.value
            span = piece.trimmed(source)
            if len(span):
                place = span.shifted(header.span.start) if as_written else header.span
                yield span.of(source), place


def kind_of(text: str) -> Kind:
    """Return the kind that a value names, in any spelling of its hyphens; raises `ValueError`."""
    kinds = {_letters(kind.value): kind for kind in Kind}
    if found := kinds.get(_letters(text)):
        return found
    near = difflib.get_close_matches(_letters(text), kinds, 1, 0.7)
    named = ", ".join(kind.value for kind in Kind)
    hint = f"did you mean “{kinds[near[0]].value}”?" if near else f"known are: {named}"
    raise ValueError(f"“{fold(text)[:40]}” is no kind of email; {hint}")


def _letters(text: str) -> str:
    return re.sub(r"[\W_]", "", text).lower()


def _whole(text: str) -> list[Span]:
    return [Span(0, len(text))]


def _pieces(text: str) -> list[Span]:
    return [Span(*match.span()) for match in _PIECE.finditer(text)]


def _dates(text: str) -> list[Span]:
    """Cut "2026-05-12, 2026-05-19", but not "Tuesday, May 12, 2026"."""
    pieces = _pieces(text)
    dates: list[Span] = []
    at = 0
    while at < len(pieces):
        tried = (pieces[at : at + number] for number in (3, 2, 1))
        whole = next((some for some in tried if _is_date(text, some)), pieces[at : at + 1])
        dates.append(Span(whole[0].start, whole[-1].end))
        at += len(whole)
    return dates


def _is_date(text: str, pieces: list[Span]) -> bool:
    try:
        moment_of(text[pieces[0].start : pieces[-1].end])
    except DateError:
        return False
    return True


def _people(text: str) -> list[Span]:
    """Cut "Ana Berg, Tom Hale", but not "Berg, Ana"; titles between the names are left out."""
    if ";" in text:
        return [Span(*match.span()) for match in re.finditer(r"[^;]+", text)]
    pieces = _pieces(text)
    people = [piece for piece in pieces if _is_person(piece.of(text))]
    titles = [piece for piece in pieces if _TITLES & set(piece.of(text).lower().split())]
    return people if people and len(people) + len(titles) == len(pieces) else _whole(text)


def _is_person(text: str) -> bool:
    name = _ADDRESS.sub("", fold(text)).strip()
    return bool(_NAME.fullmatch(name)) and not _TITLES & set(name.lower().split())


def _person(text: str) -> str:
    """Return a name without the address beside it; an address alone stays."""
    return fold(_ADDRESS.sub("", fold(text))).strip("\"'") or fold(text)
