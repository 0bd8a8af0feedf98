"""What holds for a draft, and which file says so: behind `followlint config --show`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from followlint.config import Config
from followlint.drafts import DraftFile
from followlint.report.paths import relative
from followlint.rule import Rule
from followlint.run import Run, email_of
from followlint.safe import shown as printable
from followlint.suppression import unignored


def shown(run: Run, draft: DraftFile) -> str:
    """Return the configuration that holds for a draft: each key with its file, and the rules.

    Raises `FollowlintError` for a draft or a configuration that cannot be read.
    """
    context = email_of(draft).context
    folder = draft.path.resolve().parent
    in_folder, here = run.linter(folder).rules, run.linter_for(draft.path).rules
    left = unignored(here, context)
    lines = [
        *_keys(run.config(folder)),
        f"rules: {_codes(left) or 'none'}",
        *_reason("not chosen", _without(run.rulebook(folder).rules, in_folder)),
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
        said = json.dumps(value, ensure_ascii=False, default=str)
        yield f"  {key} = {said}  # {_near(path)}"


def _near(path: Path) -> str:
    return relative(str(path.resolve()))


def _without(rules: Iterable[Rule], others: Iterable[Rule]) -> list[Rule]:
    codes = {rule.code for rule in others}
    return [rule for rule in rules if rule.code not in codes]


def _reason(why: str, rules: list[Rule]) -> Iterator[str]:
    if rules:
        yield f"{why}: {_codes(rules)}"


def _codes(rules: Iterable[Rule]) -> str:
    return ", ".join(rule.code for rule in rules)
