"""Markdown tables of what was measured, and what it comes to beside its targets."""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from bench.measure import Series


def markdown(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Yield the lines of a table; a cell's own bars are escaped."""
    yield f"| {' | '.join(heads)} |"
    yield "|" + " --- |" * len(heads)
    for row in rows:
        yield f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |"


def of_commands(all_series: Iterable[Series]) -> Iterator[str]:
    """Yield a table of commands: medians, and the shortest and longest wall time."""
    heads = ("command", "what it checks", "wall s (min–max)", "CPU s", "peak MiB")
    return markdown(heads, (_row(series) for series in all_series))


def _row(series: Series) -> tuple[str, ...]:
    wall = [run.wall for run in series.runs]
    return (
        series.command.name,
        series.command.checks,
        f"{statistics.median(wall):.2f} ({min(wall):.2f}–{max(wall):.2f})",
        f"{statistics.median(run.cpu for run in series.runs):.2f}",
        f"{statistics.median(run.peak_mib for run in series.runs):.0f}",
    )


@dataclass(frozen=True)
class Target:
    """What a command may take: so many times another one's wall time, or seconds without one."""

    name: str
    most: float
    than: str | None = None

    def row(self, by_name: Mapping[str, Series]) -> tuple[str, ...] | None:
        """Return the target and what was measured; None where one of the two was not.

        The quotient is that of runs next to each other, not of medians: what else the machine did
        meanwhile slowed both.
        """
        ours = by_name.get(self.name)
        if ours is None:
            return None
        measured = [run.wall for run in ours.runs]
        wanted = f"≤ {self.most:g} s"
        if self.than is not None:
            peer = by_name.get(self.than)
            if peer is None:
                return None
            measured = [a.wall / b.wall for a, b in zip(ours.runs, peer.runs, strict=True)]
            wanted = f"≤ {self.most:g} × {self.than}"
        value = statistics.median(measured)
        return self.name, wanted, f"{value:.2f}", "yes" if value <= self.most else "no"


def of_targets(targets: Iterable[Target], all_series: Iterable[Series]) -> Iterator[str]:
    """Yield a table of the targets that this run can judge."""
    by_name = {series.command.name: series for series in all_series}
    rows = [row for target in targets if (row := target.row(by_name))]
    return markdown(("command", "target", "measured", "held"), rows)
