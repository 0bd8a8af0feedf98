"""What the files that go with a message are, told from their names: what `attachment` asks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePath

from followlint.mail import Attachment
from followlint.text import word_set

#: A file's name, cut into words: "CoverLetter_Zenith-GmbH2026" is "Cover Letter Zenith GmbH".
_PIECES = re.compile(r"[^\W\d_]+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z][a-z]{2})")
#: An invitation, a key or a card goes along unasked, and is not what was promised.
_UNASKED = (
    "text/calendar",
    "application/ics",
    "application/pgp-keys",
    "application/pgp-signature",
    "application/pkcs7-signature",
    "application/x-pkcs7-signature",
    "text/vcard",
    "text/x-vcard",
    "application/ms-tnef",
)
#: What mail programs and signatures bring along: "image001.png", "Outlook-logo.jpg".
_DECORATION = re.compile(
    r"(?:image|att|part|outlook|logo|signature|sig|banner|icon|facebook|twitter|linkedin|mail)"
    r"[-_ ]?[\w-]*\.(?:png|jpe?g|gif|bmp|svg|txt|html?|dat)",
    re.IGNORECASE,
)
#: What nobody sends without a word: files that are written to be read.
_DOCUMENTS = word_set(
    ".pdf .doc .docx .odt .rtf .pages .ppt .pptx .odp .key .xls .xlsx .ods .numbers .csv .zip"
)
#: No company's name in a file's name is longer.
_MOST = 3


def sent_on_purpose(file: Attachment) -> bool:
    """Tell whether a file is one that the writer attached, as far as its name and type tell."""
    return file.media_type not in _UNASKED and not _DECORATION.fullmatch(file.name)


def is_document(file: Attachment) -> bool:
    """Tell whether a file is one that is to be read."""
    return not file.inline and PurePath(file.name).suffix.lower() in _DOCUMENTS


def words_in(name: str) -> list[str]:
    """Return the words in a file's name, its ending left out."""
    return _PIECES.findall(_CAMEL.sub(" ", PurePath(name).stem))


def names_in(name: str) -> Iterator[str]:
    """Yield what may be somebody's name in a file's: words with capitals, up to three in a row."""
    words = words_in(name)
    for start in range(len(words)):
        for behind in range(start + 1, min(start + _MOST, len(words)) + 1):
            if all(word[0].isupper() for word in words[start:behind]):
                yield " ".join(words[start:behind])
