"""What holds for a draft, and which file says so: behind `followlint config --show`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from followlint.config import Config
from followlint.drafts import DraftFile
from followlint.ignores import Ignores
from followlint.report.paths import relative
from followlint.rule import Rule
from followlint.run import Run, email_of
from followlint.safe import shown as printable
from followlint.suppression import unignored

_OVERRIDES = "overrides"


def shown(run: Run, draft: DraftFile) -> str:
    """Return the configuration that holds for a draft: each key with its file, and the rules.

    Raises `FollowlintError` for a draft or a configuration that cannot be read.
    """
    context = email_of(draft).context
    config = run.homes.config_for(draft.path)
    in_folder, here = run.linters.linter(config).rules, run.linter_for(draft.path).rules
    left = unignored(here, context)
    lines = [
        *_keys(config),
        *_ignores(run.homes.ignores(draft.path.resolve().parent)),
        f"rules: {_codes(left) or 'none'}",
        *_reason("not chosen", _without(run.linters.rulebook(config).rules, in_folder)),
        *_reason("left out by path", _without(in_folder, here)),
        *_reason("ignored in the draft", _without(here, left)),
    ]
    return "".join(f"{printable(line)}\n" for line in lines)


def _keys(config: Config) -> Iterator[str]:
    if config.path is None:
        yield "no configuration file: defaults hold"
        return
    yield f"configuration: {relative(str(config.path))}"
    for key, (path, value) in config.origins.items():
        if key != _OVERRIDES:
            yield f"  {key} = {_said(value)}  # {_near(path)}{_paths(config, key)}"
    for number, override in enumerate(config.overrides):
        files = _said([glob.pattern for glob in override.files])
        holds = "holds here" if number in config.applied else "does not hold here"
        yield f"  {_OVERRIDES}.files = {files}  # {_near(override.config.path)}, {holds}"


def _paths(config: Config, key: str) -> str:
    """Return what is to be said of a key that an override gives."""
    givers = [config.overrides[number] for number in config.applied]
    mine = [giver for giver in givers if giver.config.origins.get(key) is config.origins[key]]
    return f", for {_said([glob.pattern for glob in mine[0].files])}" if mine else ""


def _ignores(ignores: Ignores | None) -> Iterator[str]:
    if ignores:
        number = len(ignores.entries)
        yield f"ignores: {number} {'entry' if number == 1 else 'entries'} in {_near(ignores.path)}"


def _said(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, default=str)


def _near(path: Path | None) -> str:
    return relative(str(path.resolve())) if path else ""


def _without(rules: Iterable[Rule], others: Iterable[Rule]) -> list[Rule]:
    codes = {rule.code for rule in others}
    return [rule for rule in rules if rule.code not in codes]


def _reason(why: str, rules: list[Rule]) -> Iterator[str]:
    if rules:
        yield f"{why}: {_codes(rules)}"


def _codes(rules: Iterable[Rule]) -> str:
    return ", ".join(rule.code for rule in rules)
