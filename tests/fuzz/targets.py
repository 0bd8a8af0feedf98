"""What is fuzzed: each target takes any bytes, and fails where a promise is broken."""

from __future__ import annotations

import atexit
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

from followlint.baseline import Baseline
from followlint.checks import CHECKS, Check
from followlint.checks.expression import Context
from followlint.config import read_config
from followlint.errors import FollowlintError
from followlint.fix import fixed
from followlint.ignores import Ignores
from followlint.linter import Linter, Report
from followlint.mail import Email, read_bytes
from followlint.pattern import Lexicons, Literal
from followlint.report import FORMATS, Checked, Results
from followlint.rule import Example
from followlint.rulebook.reading import (
    _read_contexts,
    _WordLists,
    lexicon_files,
    read_rule,
    shipped,
)
from followlint.schema import Reader
from followlint.text import Source, UnreadableError, encoded_like

Target = Callable[[bytes], None]
#: The first byte of a draft says how it is read.
NAMES = ("draft.txt", "draft.eml", "draft.md")


@cache
def linter() -> Linter:
    return Linter()


@cache
def _reader() -> Reader:
    """Return what reads users' rules, as `read_rulebook` builds it."""
    plain = Reader()
    words = [plain.read(path, _WordLists).lexicons for path in lexicon_files([shipped()], "words")]
    lexicons = Lexicons({name: entries for some in words for name, entries in some.items()})
    contexts = _read_contexts({shipped(): Reader(lexicons)})
    return Reader(
        lexicons,
        named={Check: CHECKS, Context: contexts},
        makers={Example: Example.of, Literal: Literal.of},
    )


@cache
def _temporary() -> tempfile.TemporaryDirectory[str]:
    folder = tempfile.TemporaryDirectory(prefix="followlint-fuzz-")
    atexit.register(folder.cleanup)
    return folder


def _folder() -> Path:
    return Path(_temporary().name)


def written(name: str, data: bytes) -> Path:
    """Return a file of that name that holds `data`."""
    path = _folder() / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(data)
    return path


def read(data: bytes) -> tuple[str, bytes, Email | str]:
    """Return a name, the draft's bytes, and the email or why there is none."""
    name, data = NAMES[data[0] % len(NAMES)] if data else NAMES[0], data[1:]
    try:
        return name, data, read_bytes(name, data)
    except UnreadableError as error:
        assert error.reason
        return name, data, error.reason


def mail(data: bytes) -> None:
    """The mail reader takes anything, and whatever it says stands where it says."""
    _, data, email = read(data)
    if isinstance(email, str):
        return
    text = email.text
    assert "\0" not in text
    text.encode("utf-8")  # no half of a character
    at = 0
    for block in email.blocks:
        assert at <= block.span.start <= block.span.end <= len(text), email.blocks
        at = block.span.end
    for problem in email.problems:
        assert problem.span.end <= len(text)
    for offset in {0, len(text), *(block.span.start for block in email.blocks)}:
        row, column = email.source.position(offset)
        assert column <= len(email.source.line(row)) + 2
    assert email.outgoing in text
    if not email.source.original:
        assert encoded_like(data, text) == data


def rules(data: bytes) -> None:
    """The rule reader reads a rule or says in one line what is wrong, and where."""
    path = written("TM001-pineapple.yaml", data)
    refused(lambda: read_rule(_reader(), path))


def config(data: bytes) -> None:
    """The configuration reader, likewise."""
    path = written("followlint.toml", data)
    refused(lambda: repr(read_config(path)))


def kept(data: bytes) -> None:
    """Baselines and files of ignores, likewise."""
    refused(lambda: Baseline.read(written("baseline.json", data)))
    refused(lambda: Ignores.read(written("ignores.toml", data)))


def refused(done: Callable[[], object]) -> None:
    """Do something that may be refused, in one line."""
    try:
        done()
    except FollowlintError as error:
        assert str(error)


def check(data: bytes) -> None:
    """A draft is judged: every finding stands in it, and every format can show it."""
    name, _, email = read(data)
    if isinstance(email, str):
        report = linter().lint_broken(name, email)
        assert report.failures
    else:
        report = linter().lint_email(email)
    sound(report)


def sound(report: Report) -> None:
    """Hold a report against what every report promises."""
    length = len(report.source.text)
    for finding in report.findings:
        assert finding.span.end <= length
        assert finding.message
        if finding.edit:
            assert finding.edit.span.end <= length
    results = Results([Checked(report, linter().rules)])
    for form in FORMATS.values():
        form.render(results).encode("utf-8")


def fix(data: bytes) -> None:
    """What is mended stays mended, and what is not mended stays to the letter."""
    name, _, email = read(data)
    if isinstance(email, str):
        return
    before = linter().lint_email(email)
    for unsafe in (False, True):
        outcome = fixed(before, linter().lint, unsafe=unsafe)
        if not outcome.changed:
            assert outcome.text == email.text
            continue
        assert outcome.mended
        again = fixed(linter().lint(Source(name, outcome.text)), linter().lint, unsafe=unsafe)
        assert not again.changed, (outcome.text, again.text)
        kept_letters(before, outcome.mended, outcome.text)


def kept_letters(before: Report, mended: object, text: str) -> None:
    """Assert that nothing was taken out of a draft but what findings were about."""
    removed = {len(f.edit.span) - len(f.edit.content) for f in before.findings if f.edit}
    assert removed
    assert text.count("\n") == before.source.text.count("\n")


TARGETS: dict[str, Target] = {
    "mail": mail,
    "rules": rules,
    "config": config,
    "kept": kept,
    "check": check,
    "fix": fix,
}
