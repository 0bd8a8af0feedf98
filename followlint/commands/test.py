"""`followlint test`: the examples of rules, run."""

from __future__ import annotations

from pathlib import Path

import click

from followlint.homes import Settings
from followlint.run import Run


@click.command()
@click.argument("folder", required=False, type=click.Path(path_type=Path))
def test(folder: Path | None) -> int:
    """Run the examples of the rules in FOLDER (without one: of the shipped rules).

    \b
    followlint test
    followlint test team-rules
    """
    from followlint.examples import problems

    run = Run(Settings(rules=(folder,) if folder else (), isolated=True))
    linter = run.linter(Path.cwd())
    chosen = [rule for rule in linter.rules if folder is None or not rule.code.startswith("FL")]
    wrong = [(rule, problem) for rule in chosen for problem in problems(rule, linter)]
    for rule, problem in wrong:
        click.echo(f"{rule.code} {rule.slug}: {problem}")
    number = sum(len(rule.examples.bad) + len(rule.examples.good) for rule in chosen)
    click.echo(f"{len(chosen)} rules, {number} examples, {len(wrong)} problems", err=True)
    return 1 if wrong else 0
