"""Drafts and rules -> findings: the engine, and the library that the command line stands on."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from followlint.analysis import Draft, Need, Tools
from followlint.analysis.parse import DEFAULT_PIPELINE
from followlint.analysis.typos.engines import EngineChoice
from followlint.analysis.workdays import Workdays
from followlint.checks import Hit
from followlint.errors import ToolError
from followlint.facts import facts_of
from followlint.finding import Finding, Report
from followlint.mail import Context, Dialect, Email, Kind, oversize, read
from followlint.rule import Rule
from followlint.rulebook import Rulebook, read_rulebook
from followlint.suppression import idle_ignores, unignored
from followlint.text import Source, Span, Spans

__all__ = ["Linter", "Report", "finding_of"]

_HALF = re.compile("[\ud800-\udfff]")


class Linter:
    """Holds a draft against rules. Build one and use it for many drafts.

    The first draft pays for what the rules need: about a second for the English pipeline and the
    typo engine, which load side by side; about 400 MB stay with the process. Every further draft of
    150 words takes some 45 ms. One instance may be used from many threads, which take turns: for
    more than one processor's worth, fork processes once it is loaded (`load`).
    """

    def __init__(
        self,
        rulebook: Rulebook | None = None,
        rules: Sequence[Rule] | None = None,
        *,
        kind: Kind | None = None,
        accept: Iterable[str] = (),
        pipeline: str | None = None,
        engine: EngineChoice | None = None,
        shared: Linter | None = None,
        today: date | None = None,
        context: Context | None = None,
        dialect: Dialect | None = None,
        workdays: Workdays | None = None,
        networks: bool = True,
    ) -> None:
        """Take the rules (the shipped ones, without any) and what holds for every draft.

        `kind` overrules what drafts say of themselves, `accept` are words never misspelt, and
        `pipeline` names an installed spaCy pipeline, `engine` says who looks for typos. A linter
        given as `shared` lends its loaded tools where they are the same. `today` is the day on
        which drafts without a date go out; by default that of the run. `context` is what is known
        of every draft that does not say otherwise; `dialect` overrules what drafts and context say;
        `workdays` are those by which time is counted, Monday to Friday by default.
        Without `networks` no neural network is asked.
        Raises `FollowlintError` for broken rules.
        """
        self._book = book = rulebook or read_rulebook()
        self.rules = tuple(book.rules if rules is None else rules)
        self._kind = kind
        self._accept = tuple(accept)
        self._today = today
        self._context = context
        self._dialect = dialect
        self._workdays = workdays
        tools = Tools(
            book.kinds,
            book.content,
            book.terms,
            book.opinions,
            pipeline or DEFAULT_PIPELINE,
            engine or EngineChoice(),
            networks,
        )
        self._tools = shared.tools if shared and shared.tools.same_as(tools) else tools

    @property
    def tools(self) -> Tools:
        """The pipeline and engine that this linter's drafts are analysed with."""
        return self._tools

    def warm(self) -> None:
        """Begin to load what the rules need, in the background."""
        self._tools.warm(need for rule in self.rules for need in rule.check.needs)

    def load(self) -> None:
        """Load what the rules need, and wait for it. What is not to be had is told by reports."""
        self.warm()
        needs = {need for rule in self.rules for need in rule.check.needs}
        with contextlib.suppress(ToolError):
            if Need.PARSE in needs:
                _ = self._tools.pipeline
        with contextlib.suppress(ToolError):
            if Need.TYPOS in needs:
                _ = self._tools.engine
        with contextlib.suppress(ToolError):
            if self._tools.meaning and Need.PARSE in needs:
                self._tools.meaning.load()

    def draft(
        self,
        email: Email,
        broken: str = "",
        kind: Kind | None = None,
        dialect: Dialect | None = None,
    ) -> Draft:
        """Return the analysed draft of an email; `kind` and `dialect` overrule the linter's own."""
        return Draft(
            replace(email, given=self._context) if self._context else email,
            self._tools,
            kind or self._kind,
            self._accept,
            broken,
            today=self._today,
            idle=lambda draft: idle_ignores(draft, self.rules, self._book),
            dialect=dialect or self._dialect,
            workdays=self._workdays,
        )

    def lint(self, source: Source, *, kind: Kind | None = None) -> Report:
        """Check one draft; `kind` overrules everything else that says what kind it is."""
        return self.lint_email(read(source), kind=kind)

    def lint_email(self, email: Email, *, kind: Kind | None = None) -> Report:
        """Check an email that has been read."""
        return self.lint_draft(self.draft(email, _unfit(email), kind))

    def lint_broken(self, name: str, reason: str) -> Report:
        """Report a file that is no draft, in the words of the rules that judge such files."""
        return self.lint_draft(self.draft(Email(Source(name, "")), reason))

    def lint_draft(self, draft: Draft) -> Report:
        """Check an analysed draft. A tool that fails takes only the rules that need it along."""
        with self._tools.turn:
            return self._report(draft)

    def _report(self, draft: Draft) -> Report:
        rules = [
            rule
            for rule in unignored(self.rules, draft.email.context)
            if rule.check.judges_broken == bool(draft.broken)
            and rule.check.judges_templates == (draft.slot_problems is not None)
        ]
        self._tools.warm({need for rule in rules for need in rule.check.needs})
        found: list[tuple[Rule, Hit]] = []
        failures: list[str] = [draft.broken] if draft.broken else []
        for rule in sorted(rules, key=lambda rule: Need.PARSE in rule.check.needs):
            if not draft.broken and draft.kind not in rule.kinds:
                continue
            try:
                found += [(rule, hit) for hit in rule.check.hits(draft)]
            except ToolError as error:
                if str(error) not in failures:
                    failures.append(str(error))
        findings = [finding_of(rule, hit) for rule, hit in _one_a_fault(found)]
        findings.sort(key=lambda finding: (finding.span, finding.code))
        kind = Kind.THANK_YOU if draft.broken else draft.kind
        facts = facts_of(draft, self.rules)
        return Report(
            draft.email.source,
            kind,
            tuple(findings),
            tuple(failures),
            facts=facts,
            dated=draft.hangs_on_today,
        )

    def lint_many(self, sources: Iterable[Source]) -> Iterator[Report]:
        """Yield the report of each draft, in order; of however many, one is held at a time."""
        return (self.lint(source) for source in sources)


def finding_of(rule: Rule, hit: Hit) -> Finding:
    """Stamp a hit with what the rule says about it."""
    message = rule.message.format_map(dict(hit.says))
    return Finding(
        hit.span, rule.code, rule.slug, rule.severity, message, rule.suggestion.strip(), hit.edit
    )


def _one_a_fault(found: Sequence[tuple[Rule, Hit]]) -> Iterator[tuple[Rule, Hit]]:
    """Yield one hit for each fault.

    A yielding check gives way where another hits the same place, and of two rules that would mend
    one place, whatever they would put there, the first one speaks.
    """
    firm = Spans(hit.span for rule, hit in found if not rule.check.yields and len(hit.span))
    mended: set[tuple[Span, str]] = set()  # what is put in counts where nothing is taken out
    for rule, hit in found:
        if rule.check.yields and firm.overlap(hit.span):
            continue
        if hit.edit is not None:
            place = hit.edit.span, "" if len(hit.edit.span) else hit.edit.content
            if place in mended:
                continue
            mended.add(place)
        yield rule, hit


def _unfit(email: Email) -> str:
    """Return what keeps an email from being judged, else nothing."""
    if not email.text.strip():
        return "the draft is empty"
    if half := _HALF.search(email.text):  # no file can hold it, but a program may hand it over
        return f"holds half a character, U+{ord(half[0]):04X}, so it is no text"
    return oversize(email)
