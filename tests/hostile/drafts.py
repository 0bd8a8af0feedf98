"""Drafts that nobody writes, in any size: each a function from a number of characters to bytes."""

from __future__ import annotations

from collections.abc import Callable

HEAD = "Subject: Interview\n\nDear Ana,\n\n"
TAIL = "\n\nKind regards,\nTom Hale\n"


def _body(piece: str) -> Callable[[int], bytes]:
    return lambda size: f"{HEAD}{piece * (size // len(piece))}{TAIL}".encode()


def _whole(before: str, piece: str, behind: str = "") -> Callable[[int], bytes]:
    return lambda size: f"{before}{piece * (size // len(piece))}{behind}".encode()


def _message(before: bytes, piece: bytes, behind: bytes = b"") -> Callable[[int], bytes]:
    return lambda size: b"Subject: a\n" + before + piece * (size // len(piece)) + behind


def nested(levels: int) -> bytes:
    """Return a message with as many parts within one another."""
    inner = b"Content-Type: text/plain\n\nDear Ana,\n\nThank you for the tour.\n"
    for level in range(levels):
        mark = b"level%d" % level
        opened = b'Content-Type: multipart/mixed; boundary="' + mark + b'"\n\n--' + mark + b"\n"
        inner = opened + inner + b"\n--" + mark + b"--\n"
    return b"Subject: Tuesday\nMIME-Version: 1.0\n" + inner


TEXTS = {
    "one word": _body("a"),
    "one mixed word": _body("abc"),
    "words": _body("word "),
    "letters": _body("a "),
    "blank lines": _body("\n"),
    "nothing but blank lines": _whole("", "\n"),
    "spaces": _body(" "),
    "tabs and breaks": _body("\t\r"),
    "thanks": _body("thank you for "),
    "opening brackets": _body("["),
    "brackets within brackets": lambda size: _body("[a" * (size // 4) + "]" * (size // 4))(size),
    "braces": _body("{{"),
    "angles": _body("<"),
    "bullets": _body("- a\n"),
    "lines": _body("We met on Tuesday.\n"),
    "paragraphs": _body("We met on Tuesday.\n\n"),
    "quotes": _whole("", "> we met\nyes\n"),
    "quotes within quotes": _whole("", ">"),
    "attributions": _body("On 12 May Ana wrote:\n"),
    "labels": _body("From: a\n"),
    "rules": _body("-----Original Message\n"),
    "names": _body("Tom\n"),
    "signature marks": _body("-- \n"),
    "postscripts": _body("PS: yes\n"),
    "farewells": _body("Kind regards,\n"),
    "exclamation marks": _body("!"),
    "full stops": _body("."),
    "commas": _body("a, "),
    "apostrophes": _body("'"),
    "quotation marks": _body('"a '),
    "dashes": _body("--"),
    "underscores": _body("_"),
    "emoji": _body("\U0001f600"),
    "emoji and words": _body("well \U0001f600 "),
    "faces": _body(":) "),
    "zero-width spaces": _body("\u200b"),
    "overrides": _body("a\u202e"),
    "accents": _body("e\u0301\u0300"),
    "capitals": _body("HELLO "),
    "slips": _body("we rember it. "),
    "doubled words": _body("the "),
    "addresses": _body("http://a.b/c?"),
    "at signs": _body("@"),
    "dates": _body("Tuesday, 12 May 2026 "),
    "slots": _body("[Company] "),
    "placeholders": _body("{{role}} XX "),
    "attachments": _body("attached CV "),
    "a greeting without end": _whole("Dear ", "Ana, ", "\n\nThank you.\n"),
    "a subject without end": _whole("Subject: ", "a b ", "\n\nDear Ana,\n"),
    "header lines": _whole("", "Subject: b\n", "\n\nDear Ana,\n"),
    "unknown header lines": _whole("Subject: b\n", "X-A: b\n", "\n\nDear Ana,\n"),
    "a folded header": _whole("Subject: b\n", " c\n", "\n\nDear Ana,\n"),
    "interviewers": _whole("Subject: a\nInterviewer: ", "Ana Berg, ", "\n\nDear Ana,\n"),
    "addressees": _whole("Subject: a\nTo: ", "Ana Berg <a@b.c>, ", "\n\nDear Ana,\n"),
    "accepted words": _whole("Subject: a\nAccept: ", "dbt, ", "\n\nDear Ana,\n"),
    "ignores": _whole("Subject: a\nFollowlint-Ignore: ", "emoji, ", "\n\nDear Ana,\n"),
    "dates sent": _whole("Subject: a\nSent: ", "2026-05-12, ", "\n\nDear Ana,\n"),
    "front matter": _whole("---\n", "a: b\n", "---\nDear Ana,\n"),
    "brackets in front matter": _whole("---\nkind: ", "[", "\n---\nDear Ana,\n"),
    "lists in front matter": _whole("---\naccept:\n", "  - dbt\n", "---\nDear Ana,\n"),
}
MESSAGES = {
    "parts": _message(
        b"Content-Type: multipart/mixed; boundary=x\n\n", b"--x\n\nwe met\n", b"--x--\n"
    ),
    "parts within parts": lambda size: nested(size // 100),
    "boundaries": _message(b"Content-Type: multipart/mixed; boundary=x\n\n", b"--"),
    "parameters": _message(b"Content-Type: text/plain; ", b"a*0=b; ", b"\n\nWe met.\n"),
    "comments": _message(b"Content-Type: text/plain ", b"(", b"\n\nWe met.\n"),
    "brackets in To": _message(b"To: ", b"(", b"\n\nWe met.\n"),
    "quotation marks in To": _message(b"To: ", b'"', b"\n\nWe met.\n"),
    "encoded words": _message(b"To: ", b"=?utf-8?q?a?= ", b"\n\nWe met.\n"),
    "header fields": _message(b"", b"X-A: b\n", b"\nWe met.\n"),
    "quoted-printable": _message(b"Content-Transfer-Encoding: quoted-printable\n\n", b"=C3=A9 "),
    "soft breaks": _message(b"Content-Transfer-Encoding: quoted-printable\n\n", b"a=\n"),
    "base64": _message(b"Content-Transfer-Encoding: base64\n\n", b"YWJj\n"),
    "UTF-7": _message(b"Content-Type: text/plain; charset=utf-7\n\n", b"+AGE- "),
    "flowed lines": _message(b"Content-Type: text/plain; format=flowed\n\n", b"we met \n"),
    "HTML paragraphs": _message(b"Content-Type: text/html\n\n", b"<p>we met"),
    "HTML in HTML": _message(b"Content-Type: text/html\n\n", b"<div>"),
    "HTML quotes": _message(b"Content-Type: text/html\n\n", b"<blockquote>we"),
    "HTML angles": _message(b"Content-Type: text/html\n\n", b"<"),
    "HTML comments": _message(b"Content-Type: text/html\n\n", b"<!--"),
    "HTML entities": _message(b"Content-Type: text/html\n\n", b"&amp;"),
    "HTML attributes": _message(b"Content-Type: text/html\n\n<p ", b"a=b ", b">We met."),
    "HTML conditions": _message(b"Content-Type: text/html\n\n", b"<!["),
    "HTML lines": _message(b"Content-Type: text/html\n\n<pre>", b"we\n"),
    "escaped lines": _message(b"\n", b">From a\n"),
}
