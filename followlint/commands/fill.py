"""`followlint fill`: a template with its slots filled, and whether it passes then."""

from __future__ import annotations

from pathlib import Path

import click

from followlint.commands.completing import drafts
from followlint.commands.console import notice, one_draft, standard_input
from followlint.commands.rule_options import rule_options

#: Stands between the emails of one file.
_BETWEEN = "-" * 72


@click.command()
@click.argument("path", metavar="FILE", shell_complete=drafts)
@click.option(
    "--values",
    "values_file",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help='What to put in, a line for each placeholder: "Company" = "Harrow Freight" (TOML).',
)
@click.option(
    "--check", is_flag=True, help="Print what the rules say of the filled emails instead of them."
)
@rule_options
def fill(
    path: str,
    values_file: Path | None,
    check: bool,
    rule_folders: tuple[Path, ...],
    kind: str | None,
    config: Path | None,
    isolated: bool,
) -> int:
    """Print the emails of a template with sample values in their slots, or values of yours.

    The samples are made to find out what only shows in filled templates: a job that begins with a
    vowel, a company of many words, a name with an accent. With --check, exit status 0 means
    that the emails pass, 1 that something was found.

    \b
    followlint fill templates/thank-you.md
    followlint fill --values harrow.toml templates/thank-you.md
    followlint fill --check templates/thank-you.md
    """
    from followlint.homes import Settings
    from followlint.mail import Kind
    from followlint.report import FORMATS, Checked, Results
    from followlint.run import Run, email_of, email_of_bytes
    from followlint.template.declared import read_values
    from followlint.template.linting import TemplateLinter

    values = read_values(values_file) if values_file else {}
    told = Kind(kind) if kind else None
    settings = Settings(
        rules=rule_folders, kind=told, config=config, isolated=isolated, templates=True
    )
    run = Run(settings)
    if path == "-":
        email, linter = email_of_bytes("-", standard_input()), run.linter_for(None)
    else:
        file = one_draft(path)
        email, linter = email_of(file), run.linter_for(file.path)
    assert isinstance(linter, TemplateLinter)
    for line in linter.notes(email, values) if values_file else ():
        notice(line)
    if not check:
        texts = linter.filled(email, values)
        # As bytes, for a console that knows fewer letters must not change what is piped on.
        whole = f"\n{_BETWEEN}\n\n".join(text.rstrip("\n") + "\n" for text in texts)
        click.echo(whole.encode("utf-8", "surrogatepass"), nl=False)
        return 0
    report = linter.fill_test(email, values)
    for failure in report.failures:
        notice(f"{report.source.name}: {failure}")
    results = Results([Checked(report, linter.rules)])
    click.echo(FORMATS["text"].render(results), nl=False)
    return 2 if report.failures else int(bool(report.findings))
