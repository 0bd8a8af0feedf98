"""What the benchmark says of its figures; how fast anything is, no test asks."""

from __future__ import annotations

from bench.growth import rows
from bench.measure import Command, Figures, Series
from bench.table import Target, markdown, of_commands, of_targets


def series(name: str, *wall: float, cpu: float = 1.0, peak: float = 10.0) -> Series:
    return Series(Command(name, "spelling", ["true"]), [Figures(s, cpu, peak) for s in wall])


def test_markdown() -> None:
    assert list(markdown(("a", "b"), [("1", "x|y")])) == [
        "| a | b |",
        "| --- | --- |",
        r"| 1 | x\|y |",
    ]


def test_a_command_is_told_by_its_medians() -> None:
    table = list(of_commands([series("tool 1.2", 3.0, 1.0, 1.5, cpu=2.25, peak=99.6)]))
    assert table[0].startswith("| command | what it checks | wall s")
    assert table[2] == "| tool 1.2 | spelling | 1.50 (1.00–3.00) | 2.25 | 100 |"


class TestTargets:
    def test_quotients_are_those_of_runs_next_to_each_other(self) -> None:
        # The machine was slow in the second turn; the medians' quotient would be 0.5.
        ours, theirs = series("ours", 1.0, 9.0, 2.0), series("theirs", 1.0, 10.0, 4.0)
        assert Target("ours", 0.7, "theirs").row({"ours": ours, "theirs": theirs}) == (
            "ours",
            "≤ 0.7 × theirs",
            "0.90",
            "no",
        )

    def test_seconds(self) -> None:
        row = Target("ours", 0.15).row({"ours": series("ours", 0.1, 0.2, 0.15)})
        assert row == ("ours", "≤ 0.15 s", "0.15", "yes")

    def test_what_was_not_measured_is_left_out(self) -> None:
        targets = [Target("ours", 0.7, "theirs"), Target("other", 1.0), Target("ours", 5.0)]
        assert [line.split(" | ")[1] for line in of_targets(targets, [series("ours", 1.0)])] == [
            "target",
            "---",
            "≤ 5 s",
        ]


def test_growth_tells_what_each_further_one_took() -> None:
    found = rows((10, 110, 1110), [series("10", 1.0), series("110", 2.0), series("1110", 12.0)])
    assert [(size, more) for size, _, _, _, more in found] == [
        ("10", ""),
        ("110", "10.00"),
        ("1,110", "10.00"),
    ]
