"""What stands below a farewell: a name, the mark above a signature, a mail program's own line."""

from __future__ import annotations

import re

from followlint.text import word_set

#: One word of a name, as a pattern: "O'Neill-Byrne", "J.".
NAME = r"[^\W\d_][\w.'’‑-]*"

_DASHED = re.compile(rf"\s*(?:--?|—|–|~|/|\*)\s*(?P<name>{NAME}(?:\s+{NAME}){{0,3}})\s*")
#: What may follow a name on its line. A full stop in it ends an abbreviation: "B.Sc.", "(ret.)".
TITLE = (
    r"\s*[,|(/–—-](?:[^.?!\n]|(?<=[A-Z])\.|(?<=[A-Z][a-z])\.|(?<=[A-Z][a-z]{3})\.|\.(?=\)))"
    r"{0,80}"
)
_LINE = re.compile(rf"\s*(?P<name>{NAME}(?:[ \t]+(?:{NAME}|&|\+)){{0,5}})(?:{TITLE})?[^\w\n?]*")
_MARK = re.compile(r"--\s?|__+|—{2,}")
_DEVICE = re.compile(
    r"\s*(?=\S)(?:(?:Sent (?:from|via)|Get Outlook for|Sent using)\b[^\n]{0,60}"
    r"|(?=[^\n]{0,80}(?:iPhone|iPad|Android|Galaxy|Outlook|Mail|GMX|Proton))[^\n.]{0,30}?"
    r"(?:gesendet|envoyé|enviado|inviato|verstuurd|verzonden|skickat|sendt|wysłan[eoy]|odesláno"
    r"|lähetetty|отправлено|gönderildi)[^\n.?!]{0,60})",
    re.IGNORECASE,
)
#: Words of a sentence; "Will", "May" and "Hope" are none, being names as well.
_NO_NAME = word_set(
    """
    i we you it they the this that a an my your our thank thanks please yes no if when as so
    but attached looking best hoping sincerely is was are were am with without to until
    not he she his their its there here what how why where
    """
)
_LINKS = ("and", "&", "+", "y", "et", "und", "or")


def is_name(line: str) -> bool:
    """Tell whether a line can be a signed name: one to six words, none of them a sentence's."""
    match = _DASHED.fullmatch(line) or _LINE.fullmatch(line)
    if not match:
        return False
    words = match["name"].split()
    if any(word.lower().strip(".,") in _NO_NAME for word in words):
        return False
    if words[0].lower() in _LINKS or words[-1].lower() in _LINKS:
        return False
    if line.rstrip().endswith(".") and len(words) > 1 and any(word.islower() for word in words):
        return False  # "On ward four." is a sentence
    if line.rstrip().endswith("!") and len(words) > 1:
        return False
    return any(word[0].isupper() or not word[0].isascii() for word in words) or len(words) == 1


def is_signature_mark(line: str) -> bool:
    """Tell whether a line is the mark that mail programs put above a signature ("-- ")."""
    return bool(_MARK.fullmatch(line.strip("\r\n")))


def is_device_line(line: str) -> bool:
    """Tell whether a mail program, not the writer, put this line there."""
    return bool(_DEVICE.fullmatch(line))
