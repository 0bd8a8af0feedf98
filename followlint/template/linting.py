"""Templates under the linter: its slots are judged as slots, the rest as if they were filled."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from followlint.analysis import Draft, Tools
from followlint.analysis.faults import SlotFault, SlotProblem, SlotProblems
from followlint.checks.unused import Unused
from followlint.finding import Finding
from followlint.linter import Linter, Report
from followlint.mail import Email, Kind, read
from followlint.template.choosing import Chooser, value_for
from followlint.template.declared import declared_in
from followlint.template.filling import Filled, fill
from followlint.template.placing import is_about_values, placed
from followlint.template.samples import HARD, PLAIN, Samples
from followlint.template.sheet import House, Sheet, problems_of, read_sheet, tally_of
from followlint.text import Source


@dataclass(frozen=True)
class FilledEmail:
    """An email of a file of templates with its slots filled, and its kind where that is said."""

    filled: Filled
    kind: Kind | None


def filled_emails(
    sheet: Sheet, house: House, samples: Samples, values: Mapping[str, str] | None = None
) -> list[FilledEmail]:
    """Fill the emails of a file: with `values` by label, else what is declared, else samples."""
    given = {**house.declared.samples, **(values or {})}
    return [
        FilledEmail(fill(template.text, slots, Chooser(samples, given)), template.kind)
        for template, slots in zip(sheet.templates, sheet.slots, strict=True)
    ]


class TemplateLinter(Linter):
    """Holds files of templates against the rules. Findings stand where they do in the file."""

    def __init__(self, *given: Any, house: Callable[[Source], House], **named: Any) -> None:
        """Take what `Linter` takes, and what tells which house a file belongs to."""
        super().__init__(*given, **named)
        self._house = house

    def lint_email(self, email: Email, *, kind: Kind | None = None) -> Report:
        """Check the emails in a file, each with sample values in its slots, and the slots."""
        source = email.source
        if not source.text.strip():
            return super().lint_email(email, kind=kind)
        sheet, house = self._sheet(source)
        emails = filled_emails(sheet, house, PLAIN)
        reports = [self._of_slots(email, sheet, house)]
        reports += self._of_emails(email, emails, kind)
        return self._merged(source, reports)

    def lint_declaration(self, source: Source, unused: Sequence[SlotProblem]) -> Report:
        """Check a file that declares placeholders, of which some are `unused`."""
        problems = {SlotFault.UNUSED: unused}
        return self.lint_draft(_slots_alone(Email(source), self.tools, problems))

    def fill_test(self, email: Email, values: Mapping[str, str]) -> Report:
        """Check the emails in a file with values in their slots as if they were drafts."""
        emails = self._filled(email, values)
        return self._merged(email.source, list(self._of_emails(email, emails, None, every=True)))

    def filled(self, email: Email, values: Mapping[str, str]) -> list[str]:
        """Return the emails in a file with `values`, by label, in their slots; else samples."""
        return [item.filled.text.text for item in self._filled(email, values)]

    def notes(self, email: Email, values: Mapping[str, str]) -> Iterator[str]:
        """Yield what does not fit between values and the slots of a file, a sentence each."""
        slots = [slot for slot in self._sheet(email.source)[0].placed() if slot.label]
        lacking = [s.written for s in slots if value_for(s.label, values) is None and not s.control]
        for written in dict.fromkeys(lacking):
            yield f"no value for {written}; a sample is put in"
        labels = dict.fromkeys((slot.label for slot in slots), "")
        for name in values:
            if value_for(name, labels) is None:
                yield f"the value for {name!r} is put in nowhere"

    def _filled(self, email: Email, values: Mapping[str, str]) -> list[FilledEmail]:
        sheet, house = self._sheet(email.source)
        return filled_emails(sheet, house, HARD, values)

    def _sheet(self, source: Source) -> tuple[Sheet, House]:
        house = self._house(source)
        return read_sheet(source, house.declared | declared_in(source)), house

    def _of_slots(self, email: Email, sheet: Sheet, house: House) -> Report:
        return self.lint_draft(_slots_alone(email, self.tools, problems_of(sheet, house)))

    def _of_emails(
        self,
        email: Email,
        emails: Sequence[FilledEmail],
        kind: Kind | None,
        *,
        every: bool = False,
    ) -> Iterator[Report]:
        """Yield a report of each email; without `every`, faults of sample values are left out."""
        for item in emails:
            source = item.filled.source(email.source)
            draft = replace(read(source), attachments=email.attachments, faults=())
            told = kind or self._kind or draft.declared_kind
            report = super().lint_email(draft, kind=told or item.kind)
            findings = (
                placed(finding, item.filled, email.source)
                for finding in report.findings
                if every or not is_about_values(finding, item.filled)
            )
            yield replace(report, findings=tuple(findings))

    def _merged(self, source: Source, reports: Sequence[Report]) -> Report:
        """Return one report of the whole file."""
        emails = reports[-1:] if len(reports) == 1 else reports[1:]
        findings = {f: None for report in reports for f in self._said_by_all(report, emails)}
        ordered = sorted(findings, key=lambda finding: (finding.span, finding.code))
        failures = dict.fromkeys(text for report in reports for text in report.failures)
        kind = emails[0].kind if emails else Kind.THANK_YOU
        dated = any(report.dated for report in reports)
        return Report(source, kind, tuple(ordered), tuple(failures), dated=dated)

    def _said_by_all(self, report: Report, emails: Sequence[Report]) -> Iterator[Finding]:
        """Yield a report's findings; of ignores that are idle, those that are so in each email."""
        idle = {rule.code for rule in self.rules if isinstance(rule.check, Unused)}
        for finding in report.findings:
            if finding.code not in idle or all(finding in other.findings for other in emails):
                yield finding


def draft_of_slots(email: Email, tools: Tools) -> Draft:
    """Return a file of templates as the checks of slots see it, when it is alone in its house."""
    declared = declared_in(email.source)
    house = House(declared, tally_of([email.source], declared))
    return _slots_alone(email, tools, problems_of(read_sheet(email.source, declared), house))


def _slots_alone(email: Email, tools: Tools, problems: SlotProblems) -> Draft:
    # Slots are judged alike in every kind of email, so that none need be detected.
    return Draft(email, tools, Kind.THANK_YOU, slot_problems=problems)
