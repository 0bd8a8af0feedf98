"""The options of `check` that say how findings are shown, and where."""

from __future__ import annotations

import functools
import os
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, TextIO

import click

from followlint.report import FORMATS, Checked, Format, Results
from followlint.report.output import write
from followlint.report.template import renderer

_OPTIONS = [
    click.option(
        "--output-format",
        type=click.Choice(list(FORMATS)),
        default="text",
        show_default=True,
        help="How findings are printed.",
    ),
    click.option(
        "--format",
        "template",
        metavar="TEMPLATE",
        help="A line a finding, as in flake8: '%(path)s:%(row)d:%(col)d: %(code)s %(text)s'; "
        "or the name of an output format.",
    ),
    click.option(
        "--redact/--no-redact",
        default=None,
        help="Leave all words of the drafts out: messages are the rules' summaries. The default "
        f"for {', '.join(name for name, form in FORMATS.items() if form.public)}.",
    ),
    click.option(
        "--output-file",
        type=click.Path(path_type=Path),
        metavar="FILE",
        help="Write findings (with --diff: the diff) there instead, the whole file at once.",
    ),
    click.option("--show-source", is_flag=True, help="Show the line of each finding below it."),
    click.option(
        "--color",
        type=click.Choice(["auto", "always", "never"]),
        default="auto",
        show_default=True,
        help="Colours; auto: on a terminal, unless NO_COLOR is set.",
    ),
    click.option("--count", is_flag=True, help="Print the number of findings to stderr."),
    click.option("--statistics", is_flag=True, help="Count the findings of each rule, on stderr."),
]


@dataclass(frozen=True)
class Display:
    """How findings are shown, and where. The fields are the options above."""

    output_format: str
    template: str | None
    redact: bool | None
    output_file: Path | None
    show_source: bool
    color: str
    count: bool
    statistics: bool

    @functools.cached_property
    def _format(self) -> Format:
        if self.template is None:
            return FORMATS[self.output_format]
        if self.template in FORMATS:  # flake8's --format takes a name, too
            return FORMATS[self.template]
        if "%(" not in self.template:
            raise click.UsageError(
                f"--format: {self.template!r} is neither a template such as "
                f"'%(path)s: %(text)s' nor one of: {', '.join(FORMATS)}"
            )
        return Format(renderer(self.template), excerpts=True, coloured=True)

    @property
    def _redacts(self) -> bool:
        return self._format.public if self.redact is None else self.redact

    def checked(self) -> Display:
        """Return itself; raises `click.UsageError` or `TemplateError` where options are at odds."""
        if self.show_source and not self._format.excerpts:
            raise click.UsageError(
                "--show-source: this output format has no place for source lines"
            )
        if self.show_source and self._redacts:
            raise click.UsageError("--show-source shows what --redact leaves out")
        return self

    def show(self, drafts: Sequence[Checked], *, err: bool = False) -> None:
        """Print the report (`err`: to stderr), or write it to its file; raises `OutputError`."""
        colour = self._format.coloured and self._coloured(sys.stderr if err else sys.stdout)
        results = Results(drafts, colour=colour, show_source=self.show_source)
        text = self._format.render(results.redacted() if self._redacts else results)
        self.put(text, err=err, colour=colour)
        self.tell(drafts)

    def put(self, text: str, *, err: bool = False, colour: bool = False) -> None:
        """Print a text (`err`: to stderr), or write it to the file; raises `OutputError`."""
        if self.output_file:
            write(self.output_file, text)
        else:
            click.echo(text, nl=False, err=err, color=colour)

    def tell(self, drafts: Sequence[Checked]) -> None:
        """Print the numbers that are asked for, to stderr."""
        if self.count:
            click.echo(sum(len(draft.findings) for draft in drafts), err=True)
        if self.statistics:
            _print_statistics(drafts)

    def _coloured(self, stream: TextIO | None) -> bool:
        if self.color != "auto":
            return self.color == "always"
        shown = not self.output_file and stream is not None and stream.isatty()
        return shown and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def display_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command these options; it takes them together, as `display`, and can rely on them."""

    @functools.wraps(command)
    def taking(*args: Any, **given: Any) -> Any:
        display = Display(**{field.name: given.pop(field.name) for field in fields(Display)})
        return command(*args, display=display.checked(), **given)

    wrapped: Any = taking
    for option in reversed(_OPTIONS):
        wrapped = option(wrapped)
    return wrapped  # type: ignore[no-any-return]


def _print_statistics(drafts: Sequence[Checked]) -> None:
    counts = Counter((f.code, f.name) for draft in drafts for f in draft.findings)
    for (code, name), number in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        click.echo(f"{number:5d}  {code} {name}", err=True)
