"""Generated pages and quoted figures are what the code says today."""

from __future__ import annotations

import re
from pathlib import Path

from followlint.explain import reference
from followlint.rulebook import Rulebook

ROOT = Path(__file__).parents[1]


def test_the_reference_page_is_fresh(rulebook: Rulebook) -> None:
    page = (ROOT / "rules" / "README.md").read_text(encoding="utf-8")
    assert page == reference(rulebook.rules), "stale; run `make reference`"


def test_the_readme_lists_every_rule(rulebook: Rulebook) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    listed = re.findall(r"^\| (FL\d{3}) \| ([a-z-]+) \|", readme, re.MULTILINE)
    assert listed == [(rule.code, rule.slug) for rule in rulebook.rules]
