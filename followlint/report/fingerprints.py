"""What tells a finding from the others between two runs, whatever was edited above it."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator

from followlint.finding import Finding
from followlint.report.paths import relative
from followlint.report.results import Checked, Results


def fingerprinted(results: Results) -> Iterator[tuple[Checked, Finding, str]]:
    """Yield every finding with its draft and fingerprint (64 hexadecimal digits).

    It is made of the path, the rule and how many findings of that rule stand before it in the
    draft. No row goes in, so that text added above changes nothing; and no word of the draft, for
    the hash of one word is soon guessed, and fingerprints end up in public.
    """
    seen: Counter[tuple[str, str]] = Counter()
    for draft, finding in results.pairs():
        key = (relative(draft.name), finding.code)
        text = "\0".join([*key, str(seen[key])])
        seen[key] += 1
        yield draft, finding, hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
