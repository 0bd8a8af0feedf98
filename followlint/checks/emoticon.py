"""`emoticon`: faces and hearts drawn with punctuation.

A grammar of eyes, nose and mouth finds them; the guards know the innocent neighbours: times
(3:00), ratios, list marks (8)), paths (C:/), addresses, closing brackets and "less than 3".
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from followlint.analysis import Draft
from followlint.analysis.mentions import is_quoted
from followlint.checks.base import CheckType, Hit
from followlint.checks.removal import removal, rows
from followlint.mail.email import VISIBLE
from followlint.text import Span

_FACE = re.compile(
    r"""
    (?:[>}]?[:;=8B%][-'^o~]?(?:[)(]{2,}|[)(\]\[DPpOo3|/\\*$sSxX])   # :-) ;P =D 8-) :))
      |[:;=]['’]-?[()]                                              # :'(
      |[xX]D+\b                                                      # xD
      |[(\[][-^o~]?[:;=](?![:/=])                                    # (:
      |<3+|</3                                                       # a heart
      |\^[_.-]?\^|-_+-|[oO0]_+[oO0]|T_+T|>_+<|;_+;|=_+=|u_+u|\\o/|\\m/
      |>[._]<|\([yYnN]\)|\*(?:hugs?|smiles?|winks?|grins?|giggles?)\*|\((?:smiles?|winks?|grins?)\)
      |[¯‾]\\_\(.{1,2}\)_/[¯‾]                                       # the shrug
      |[mdoヽ＼┌╰]?[(（][ ]?[;*=]?                                     # m(_ _)m (^o^)/ (T_T)
       (?:\^[ _.oOωv-]{1,2}\^|(?P<eye>[T;xXoOuUnQ@*~'`=])_+(?P=eye)|_[ ]_|-[_.]-|>[._]+<|[oO]\.[oO])
       [;*=#'"]{0,2}[ ]?[)）](?:[mdboノ／/┐╯]\b|[/~])?
      |[٩ヽ＼ᕙᕕ┌╰ヾ\\]?[(（ʕ](?P<odd>[^()（）ʕʔA-Za-z0-9\n]{2,16})[)）ʔ][۶ノﾉ╯ᕗ┘/~]?  # ٩(◕‿◕)۶
      |\borz\b
    )
    """,
    re.VERBOSE,
)
_EYES = ":;=8B%"
#: What eyes and mouths are made of where nothing of a keyboard is: two of them are a face.
_ODD = frozenset("◕ಠ•ᵔʘ≧≦◠ಥ´°˘＾ω‿﹏▽∀Дᴗᵕ｡･・͜͡ʖ╥╭╮益皿¬ᴥ□╯︵┻╹◡ᗜ^><`▿﹃≖◔◉⊙◑●ㅂㅅ")
_BEFORE = re.compile(r"[\s(\[\"'“‘.,!?…*_~>—–-]")
_LIST_MARK = re.compile(r"[ \t]*\(?$")
_SHORTCODE = re.compile(r"(?<![\w:]):(?:[a-z][a-z0-9_]{2,30}|\+1|-1):(?![\w:])")
#: What a heart may stand before: the end, a stop, or how the next thought begins.
_HEART_AHEAD = re.compile(
    r"\s*(?:$|\n|[.!?,;)]|[A-Z*_“\"'<:]|[^\x00-\x7f]|(?:and|but|so|to|for|you|u|i|see|thanks?|from|this"
    r"|your|it|the|all|can|will|because|with|love|really|xx*|xo+)\b)"
)
#: A measure before, or another comparison beside it, makes a heart a number.
_MEASURED = re.compile(
    r"(?:\b(?:ph|score|ratio|rate|count|grade|level|value|risk|class|inr|index|age|aged|is|are|was"
    r"|were|be|kept|at|of|below|under|than|p|n|x|psi|ppm|temperature|latency)|[=:(\d])\s*$",
    re.IGNORECASE,
)
_COMPARES = re.compile(r"[<>≤≥]\s?\d(?!\d*\s*$)|[≤≥]")
_NUMBER_AHEAD = re.compile(
    r"\s?(?:\d|of\b|year|month|week|day|hour|minute|second|mm|cm|km|kg|ms|s\b|%|people|staff|employee)"
)


@dataclass(frozen=True)
class Emoticon(CheckType):
    """Objects to every emoticon and to emoji written as `:short_codes:`."""

    says: ClassVar[frozenset[str]] = frozenset({"match"})

    def hits(self, draft: Draft) -> Iterator[Hit]:
        """Yield the emoticons in all that the reader will see; one that can go with an edit."""
        found = {s: list(_faces(s.of(draft.text), s.start)) for s in draft.spans(*VISIBLE)}
        pictures = [emoji.span for emoji in draft.emojis]
        beside = rows(draft.text, itertools.chain(pictures, *found.values()))
        for span, faces in found.items():
            for face in faces:
                # The mouth of "(a fine day :)" closes the bracket, too.
                needed = _opens_bracket(draft.text[span.start : face.start])
                edit = None if needed else removal(draft.text, face, beside[face])
                yield Hit(face, {"match": face.of(draft.text)}, edit)


def _faces(text: str, offset: int) -> Iterator[Span]:
    taken = 0
    for match in [*_FACE.finditer(text), *_SHORTCODE.finditer(text)]:
        if match.re is _SHORTCODE or _is_face(text, match):
            if match.re is _FACE and match.start() < taken:
                continue
            taken = match.end()
            yield Span(offset + match.start(), offset + match.end())


def _is_face(text: str, match: re.Match[str]) -> bool:
    """Tell whether what looks like a face is one, from what stands around it."""
    face, before, after = match[0], text[: match.start()], text[match.end() :]
    left = before[-1:]
    if match["odd"]:
        return sum(char in _ODD for char in match["odd"]) > 1
    if is_quoted(text, *match.span()):
        return False
    if after[:1].isalnum() or (left and left.isalnum() and face[0] not in ":;=^<"):
        return False
    if face == "XD" and "Adobe" in before:
        return False
    if face.startswith("<"):
        return not left.isalnum() and not _is_number(face, before, after)
    if face.lower() in ("(y)", "(n)") or (face[0] in "([" and face[-1] in _EYES):
        return not left or left.isspace()
    if face[0] in "8B%" and after[:1] == ",":
        return False
    if face[0] in "8B%" and (_list_mark(before) or ("-" not in face and "'" not in face)):
        return False  # "8)" and "B)" are list marks far more often than faces in glasses
    if face[0] in ":;=" and left.isalnum():
        # "thanks:)" is a face, "3:0)", "PO:D", "C:\\", "ratio:s" and "http://" are none.
        if left.isdigit() or face[-1] not in ")(D" or after[:1] in ("/", "\\"):
            return False
        if face[-1] == "D" and (left.isupper() or face[0] == "="):
            return False
        if face[-1] == ")" and _opens_bracket(before):
            return False
    if face[-1] in "/\\" and (after[:1] in ("/", "\\") or left.isalnum()):
        return False
    if face[-1] in "[]" and len(face) == 2 and face[0] in ":;=":
        return "[" not in before[before.rfind("\n") + 1 :] and face[1] == "]" and not left.strip()
    if (
        face[-1] == "("
        and face in (":(", ";(", "=(")
        and after[:1]
        and not after[:1].isspace()
        and after[0] not in ".,!?("
    ):
        return False
    if (
        face[-1] == ")"
        and len(face) == 2
        and left == " "
        and _opens_bracket(before)
        and face[0] != ":"
    ):
        return False
    return not left or bool(_BEFORE.match(left)) or left.isalnum()


def _is_number(face: str, before: str, after: str) -> bool:
    """Tell whether "<3" says that something is less: "pH <3", "<3 cracked per tray"."""
    if _NUMBER_AHEAD.match(after):
        return True
    if face != "<3":
        return False
    line = before.rpartition("\n")[2], after.partition("\n")[0]
    return (
        not _HEART_AHEAD.match(after)
        or bool(_MEASURED.search(before))
        or any(_COMPARES.search(part) for part in line)
    )


def _list_mark(before: str) -> bool:
    line = before[before.rfind("\n") + 1 :]
    return bool(_LIST_MARK.fullmatch(line))


def _opens_bracket(before: str) -> bool:
    return before.count("(") > before.count(")")
