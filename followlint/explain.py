"""Rule -> Markdown: behind `followlint explain` and `rules/README.md`."""

from __future__ import annotations

from collections.abc import Iterable

from followlint.mail import Kind
from followlint.rule import Example, Rule


def explain(rule: Rule) -> str:
    """Return the page of one rule: what it finds, why, what to do, and examples."""
    kinds = "every kind" if set(rule.kinds) == set(Kind) else ", ".join(k.value for k in rule.kinds)
    severity = rule.severity.value.capitalize()
    return "\n\n".join(
        [
            f"## {rule.code} {rule.slug}",
            rule.summary,
            f"*{severity} · {kinds} of email · answers: {rule.source.strip()}*",
            rule.rationale.strip(),
            f"**What to do.** {' '.join(rule.suggestion.split())}",
            *_shown("Flagged", rule.examples.bad),
            *_shown("Left alone", rule.examples.good),
        ]
    )


def reference(rules: Iterable[Rule]) -> str:
    """Return the reference page: a table of all rules, then the page of each."""
    rules = list(rules)
    rows = [
        f"| [{r.code}](#{r.code.lower()}-{r.slug}) | {r.slug} | {r.severity.value} | {r.summary} |"
        for r in rules
    ]
    return (
        "# The rules\n\n"
        "Generated from the rule files by `followlint rules --markdown`; do not edit by hand.\n\n"
        "| code | name | severity | what it finds |\n| --- | --- | --- | --- |\n"
        + "\n".join(rows)
        + "\n\n"
        + "\n\n".join(explain(rule) for rule in rules)
        + "\n"
    )


def _shown(title: str, examples: Iterable[Example]) -> list[str]:
    blocks = []
    for example in examples:
        text = example.text.rstrip("\n") or " "
        fence = "~~~"
        blocks.append(f"{fence}text\n{text}\n{fence}")
    return [f"**{title}**", *blocks]
