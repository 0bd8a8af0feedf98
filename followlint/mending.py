"""What `--fix` and `--diff` do in a run: mend drafts instead of only checking them."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from followlint.drafts import DraftFile, NoDraftError
from followlint.finding import Report
from followlint.fix import Fixed, applicable
from followlint.run import Run


@dataclass
class Mending:
    """How drafts are mended, and what came of it so far.

    `fix` rewrites files, `diff` overrules it and writes nothing, `unsafe` mends by guesses, too.
    With neither, drafts are only checked. `output` is the draft from standard input as it goes out.
    """

    fix: bool = False
    diff: bool = False
    unsafe: bool = False
    output: bytes | None = None
    _outcomes: list[Fixed] = field(default_factory=list)

    @property
    def wanted(self) -> bool:
        """Whether drafts are to be mended at all."""
        return self.fix or self.diff

    def check_file(self, run: Run, file: DraftFile) -> Report | NoDraftError:
        """Check a draft file and mend it where that is wanted; the report is of what is left."""
        if not self.wanted:
            return run.check_file(file)
        outcome = run.fix_file(file, unsafe=self.unsafe, write=not self.diff)
        return outcome if isinstance(outcome, NoDraftError) else self._noted(outcome)

    def pass_on(self, data: bytes) -> None:
        """Let the draft from standard input out again as it is, where it is not to be checked."""
        if self.fix and not self.diff:
            self.output = data

    def check_input(self, run: Run, name: str, data: bytes, path: Path | None) -> Report:
        """Check the draft from standard input, and mend it where that is wanted."""
        if not self.wanted:
            return run.check_bytes(name, data, path)
        if not self.diff:
            self.output = data  # whatever goes wrong: a filter must not swallow the draft
        outcome = run.fix_bytes(name, data, path, unsafe=self.unsafe)
        if not self.diff and outcome.changed:
            self.output = outcome.bytes_for(data)
        return self._noted(outcome)

    def difference(self) -> str:
        """Return what would change in all drafts, as a unified diff."""
        return "".join(outcome.diff() for outcome in self._outcomes)

    def summary(self) -> str:
        """Return in a line how much was mended and how much is left; empty for nothing at all."""
        mended = sum(len(outcome.mended) for outcome in self._outcomes)
        left = sum(len(outcome.after.findings) for outcome in self._outcomes)
        if not mended and not left:
            return ""
        return f"{'to fix' if self.diff else 'fixed'}: {mended}, left: {left}{self._hint()}"

    def _hint(self) -> str:
        if self.unsafe:
            return ""
        hidden = sum(_guesses(outcome.after) for outcome in self._outcomes)
        return f" ({hidden} more with --unsafe-fixes)" if hidden else ""

    def _noted(self, outcome: Fixed) -> Report:
        self._outcomes.append(outcome)
        return outcome.after


def _guesses(report: Report) -> int:
    """Return how many more edits could be put in with --unsafe-fixes."""
    return len(applicable(report, unsafe=True)) - len(applicable(report))
