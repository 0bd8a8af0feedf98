"""`followlint languagetool`: the deep engine."""

from __future__ import annotations

import click

from followlint.commands.console import notice


@click.group()
def languagetool() -> None:
    """LanguageTool, the deep engine for typos (`--engine languagetool`).

    \b
    pip install 'followlint[languagetool]'
    followlint languagetool install
    followlint --engine languagetool draft.txt
    """


@languagetool.command()
def install() -> int:
    """Download LanguageTool for you (259 MB).

    Nothing else ever downloads anything.

    \b
    followlint languagetool install
    """
    from followlint.analysis.typos.languagetool import install as fetch

    fetch(notice)
    return 0
