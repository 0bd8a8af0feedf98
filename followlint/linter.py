"""Drafts and rules -> findings: the engine, and the library that the command line stands on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from followlint.analysis import Draft, Need, Tools
from followlint.analysis.parse import DEFAULT_PIPELINE
from followlint.analysis.typos.engines import EngineChoice
from followlint.checks import Hit
from followlint.errors import ToolError
from followlint.finding import Finding
from followlint.mail import Context, Email, Kind, read
from followlint.rule import Rule
from followlint.rulebook import Rulebook, read_rulebook
from followlint.suppression import idle_ignores, unignored
from followlint.text import Source, Span


@dataclass(frozen=True)
class Report:
    """What came of one draft: its findings in the order of the text, and what could not be done.

    `failures` are one-line messages of checks that could not run; whoever gets any must not call
    the draft clean.
    """

    source: Source
    kind: Kind
    findings: tuple[Finding, ...] = ()
    failures: tuple[str, ...] = ()


class Linter:
    """Holds a draft against rules. Build one and use it for many drafts.

    The first draft pays for what the rules need: about a second for the English pipeline and the
    typo engine, which load side by side. One instance is used from one thread at a time.
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
    ) -> None:
        """Take the rules (the shipped ones, without any) and what holds for every draft.

        `kind` overrules what drafts say of themselves, `accept` are words never misspelt, and
        `pipeline` names an installed spaCy pipeline, `engine` says who looks for typos. A linter
        given as `shared` lends its loaded tools where they are the same. `today` is the day on
        which drafts without a date go out; by default that of the run. `context` is what is known
        of every draft that does not say otherwise. Raises `FollowlintError` for broken rules.
        """
        self._book = book = rulebook or read_rulebook()
        self.rules = tuple(book.rules if rules is None else rules)
        self._kind = kind
        self._accept = tuple(accept)
        self._today = today
        self._context = context
        tools = Tools(
            book.kinds,
            book.content,
            book.terms,
            book.opinions,
            pipeline or DEFAULT_PIPELINE,
            engine or EngineChoice(),
        )
        self._tools = shared.tools if shared and shared.tools.same_as(tools) else tools

    @property
    def tools(self) -> Tools:
        """The pipeline and engine that this linter's drafts are analysed with."""
        return self._tools

    def warm(self) -> None:
        """Begin to load what the rules need, in the background."""
        self._tools.warm(need for rule in self.rules for need in rule.check.needs)

    def draft(self, email: Email, broken: str = "", kind: Kind | None = None) -> Draft:
        """Return the analysed draft of an email; `kind` overrules the linter's own."""
        return Draft(
            replace(email, given=self._context) if self._context else email,
            self._tools,
            kind or self._kind,
            self._accept,
            broken,
            today=self._today,
            idle=lambda draft: idle_ignores(draft, self.rules, self._book),
        )

    def lint(self, source: Source, *, kind: Kind | None = None) -> Report:
        """Check one draft; `kind` overrules everything else that says what kind it is."""
        return self.lint_email(read(source), kind=kind)

    def lint_email(self, email: Email, *, kind: Kind | None = None) -> Report:
        """Check an email that has been read."""
        return self.lint_draft(self.draft(email, _emptiness(email.source), kind))

    def lint_broken(self, name: str, reason: str) -> Report:
        """Report a file that is no draft, in the words of the rules that judge such files."""
        return self.lint_draft(self.draft(Email(Source(name, "")), reason))

    def lint_draft(self, draft: Draft) -> Report:
        """Check an analysed draft. A tool that fails takes only the rules that need it along."""
        rules = [
            rule
            for rule in unignored(self.rules, draft.email.context)
            if rule.check.judges_broken == bool(draft.broken)
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
        return Report(draft.email.source, kind, tuple(findings), tuple(failures))

    def lint_many(self, sources: Iterable[Source]) -> Iterator[Report]:
        """Check drafts one after another, holding one at a time."""
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
    one place alike, the first one speaks.
    """
    firm = [hit.span for rule, hit in found if not rule.check.yields and len(hit.span)]
    mended: set[tuple[Span, str]] = set()
    for rule, hit in found:
        if rule.check.yields and any(hit.span.overlaps(span) for span in firm):
            continue
        if hit.edit is not None:
            if (hit.edit.span, hit.edit.content) in mended:
                continue
            mended.add((hit.edit.span, hit.edit.content))
        yield rule, hit


def _emptiness(source: Source) -> str:
    return "" if source.text.strip() else "the draft is empty"
