"""Bytes that are nearly a draft, a message, a rule or a configuration: hypothesis strategies.

A text is put together of pieces that mean something to followlint, or a seed from `corpus/` is
damaged. Hypothesis shrinks what it finds.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from hypothesis import strategies as st

HERE = Path(__file__).parent
ROOT = HERE.parents[1]

_ODD = [
    "\0",
    "\ufeff",
    "\u200b",
    "\u200d",
    "\u202e",
    "\xad",
    "\xa0",
    "\u2028",
    "\x85",
    "\x0c",
    "\x1c",
]
_ODD += [
    "\ud7ff",
    "\U0010ffff",
    "\u0301",
    "ß",
    "ı",
    "İ",
    "ﬁ",
    "京",
    "م",
    "क्",
    "🏴",
    "👩‍🔧",
    "❤️",
    "™",
]
_BREAKS = [
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    " ",
    "  ",
    "\t",
    ", ",
    ". ",
    "! ",
    "? ",
    ": ",
    "; ",
    " - ",
    "",
]
_WORDS = """
Dear|Hi|Ana|Ana Berg|Mr. O’Neill|Ms|team|Thank you for|thanks|the|the the|i|I’m|don't|rember|gonna
|teh|recieve|form|exited|on Tuesday, 12 May|tuesday|2026-02-30|interview|role|the torque wrenches
|I look forward to|I would like to|any news|Kind regards|Best, Tom|Tom Hale|P.S.|-- |> |>> |
On 12 May
 2026, Ana wrote:|-----Original Message-----|From: Ana|[Company]|{{role}}|[your name]|XX|____
|:)|:smile:
|8)|(a :)|!!!|…|...|😀|attached|my CV|https://a.b/c?d=e|a@b.c|C:\\|1.5|3:00|Sent from my iPhone
|followlint: ignore|<b>|<!-- a -->|&amp;|“quoted”|"|'|`|(|)|[|]|{|}|<|>|*|#|%|$|\\|@|=
""".replace("\n", "").split("|")
_HEADERS = """
Subject: our talk|Subject:|Kind: thank-you|Kind: invoice|Company: Redwood|Role: nurse
|To: Ana <a@b.c>
|To: ((|Cc: "a, b" <x>|Interviewer: Ana Berg, Tom|Interview-Date: 2026-05-12|Decision-Date: soon
|Sent: 2026-05-12, 2026-05-19|Date: Tue, 12 May 2026 10:00 +0100|Accept: dbt, Klarna|From: a@b
|Followlint-Ignore: FL302, slang, nothing|X-Followlint-Kind: follow-up|Compnay: a|Message-ID: <a>
|Content-Type: text/plain; charset=utf-8|Content-Type: text/html|Content-Type: text/plain; charset=x
|Content-Type: multipart/mixed; boundary=b|Content-Type: multipart/alternative; boundary="b"
|Content-Type: message/rfc822|Content-Type: text/plain; format=flowed; delsp=yes
|Content-Transfer-Encoding: quoted-printable|Content-Transfer-Encoding: base64
|Content-Disposition: attachment; filename*=utf-8''a|Subject: =?utf-8?q?a=F0?= =?x?b?==?=|--b
|--b--|---
""".replace("\n", "").split("|")
_YAML = [
    "a:",
    "- ",
    "[",
    "]",
    "{",
    "}",
    "&a ",
    "*a",
    "!!python/object:os.system ",
    "|\n",
    ">\n",
    "'",
]
_YAML += [
    "kind: follow-up",
    "code: FL301",
    "type: move",
    "unless:",
    "\t",
    "# a",
    "\n",
    "\n  ",
    ": ",
    "? ",
]
_YAML += ["{thank}", "[[a]]", "(?=a)", "(a+)+", "<a>", "\\1", "<", "[z-a]", "{1000}", "…"]
_TOML = [
    "[",
    "]",
    "[[",
    "]]",
    "=",
    '"',
    "'''",
    "{",
    "}",
    ".",
    ",",
    "\n",
    "#",
    "true",
    "1",
    "1979-05-27",
]
_TOML += [
    "select",
    "ignore",
    "extend",
    "rules",
    "[rules.FL101]",
    "max",
    "accept",
    "severity",
    "error",
]
_TOML += [
    "[context]",
    "[[overrides]]",
    "files",
    "kind",
    "typos",
    "engine",
    "templates",
    '"*"',
    '"["',
]

_texts = st.lists(
    st.one_of(st.sampled_from(_WORDS), st.sampled_from(_BREAKS), st.sampled_from(_ODD), st.text()),
    max_size=40,
).map("".join)
_headers = st.lists(st.sampled_from([*_HEADERS, "\n", " folded"]), max_size=12).map("\n".join)
_encodings = st.sampled_from(["utf-8"] * 5 + ["utf-16", "utf-32", "utf-8-sig", "cp1252", "latin-1"])


def _encoded(text: str, encoding: str) -> bytes:
    return text.encode(encoding, "replace")


_drafts = st.builds(
    lambda headers, gap, text, encoding: _encoded(headers + gap + text, encoding),
    _headers,
    st.sampled_from(["\n\n", "\n", "", "\n---\n"]),
    _texts,
    _encodings,
)


def _damaged(seed: bytes, other: bytes, hurts: list[tuple[int, int, int, bytes]]) -> bytes:
    data = bytearray(seed)
    for what, start, length, piece in hurts:
        at = start % (len(data) + 1)
        if what == 0:
            del data[at : at + length]
        elif what == 1:
            data[at:at] = piece
        elif what == 2:
            data[at:at] = data[at : at + length] * 3
        elif what == 3:
            data[at : at + length] = other[start % (len(other) + 1) :][:length]
        elif data:
            data[at % len(data)] ^= 1 << (length % 8)
    return bytes(data)


def _mutants(seeds: list[bytes], pieces: list[str]) -> st.SearchStrategy[bytes]:
    encoded = [piece.encode("utf-8", "surrogatepass") for piece in pieces]
    hurt = st.tuples(
        st.integers(0, 4),
        st.integers(0, 20_000),
        st.integers(1, 200),
        st.sampled_from(encoded) | st.binary(max_size=8),
    )
    seed = st.sampled_from(seeds)
    return st.builds(_damaged, seed, seed, st.lists(hurt, min_size=1, max_size=8))


@cache
def seeds(target: str) -> list[bytes]:
    """Return the seeds of a target: its folder in `corpus/`, and what the repository has."""
    more = {
        "rules": sorted(ROOT.glob("rules/FL[125]*.yaml"))[:12],
        "check": sorted(ROOT.glob("tests/emails/silent/*.txt")),
    }
    draft = target in ("mail", "check", "fix")
    own = sorted((HERE / "corpus" / ("draft" if draft else target)).iterdir())
    prefix = b"\0" if draft else b""
    found = [_prefixed(path) if draft else path.read_bytes() for path in own]
    key = "check" if draft else target
    return found + [prefix + path.read_bytes() for path in more.get(key, ())]


def _prefixed(path: Path) -> bytes:
    return bytes([{".txt": 0, ".eml": 1, ".md": 2}[path.suffix]]) + path.read_bytes()


def inputs(target: str) -> st.SearchStrategy[bytes]:
    """Return what a target is given."""
    if target in ("mail", "check", "fix"):
        named = st.builds(lambda n, data: bytes([n]) + data, st.integers(0, 2), _drafts)
        mutants = _mutants(seeds(target), [*_WORDS, *_HEADERS, *_ODD, *_BREAKS])
        return st.one_of(named, mutants, st.binary(max_size=400))
    pieces = _YAML if target == "rules" else _TOML
    made = st.lists(st.sampled_from(pieces) | st.text(max_size=5), max_size=40).map(
        lambda some: "".join(some).encode("utf-8", "replace")
    )
    return st.one_of(_mutants(seeds(target), pieces), made, st.binary(max_size=200))
