"""Messages as real programs write them, each with the reading that is expected."""

from __future__ import annotations

import quopri
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from email import policy
from email.generator import BytesGenerator
from email.message import EmailMessage
from io import BytesIO
from time import perf_counter
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from followlint.mail import Email, Kind, read_bytes
from followlint.text import Position, UnreadableError

BODY = "Dear Ana,\n\nThank you for the tour of the ward.\n\nBest regards,\nTom\n"
PLAIN_PARTS = "greeting body closing signature"
OFFSET = "Date: Tue, 12 May 2026 10:02:33 +0100\n"


def crlf(text: str, charset: str = "utf-8") -> bytes:
    """Return a message as it goes over the wire."""
    return text.replace("\n", "\r\n").encode(charset)


def lf(text: str, charset: str = "utf-8") -> bytes:
    return text.encode(charset)


@dataclass
class Case:
    """A message and what must be read from it; `places` are rows and columns of words."""

    data: bytes
    outgoing: str = BODY
    subject: str = "Thank you"
    parts: str = PLAIN_PARTS
    attachments: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    places: dict[str, tuple[int, int]] = field(default_factory=dict)
    checks: Callable[[Email], Any] = lambda email: True


def built(policy_: Any = policy.SMTP, **options: Any) -> tuple[EmailMessage, Callable[[], bytes]]:
    message = EmailMessage()
    message["From"] = "Tom Hale <tom@example.org>"
    message["To"] = "Ana Berg <ana@example.org>"
    message["Subject"] = options.pop("subject", "Thank you")

    def data() -> bytes:
        out = BytesIO()
        BytesGenerator(out, policy=policy_).flatten(message)
        return out.getvalue()

    return message, data


def made(build: Callable[[EmailMessage], None], policy_: Any = policy.SMTP, **given: Any) -> bytes:
    message, data = built(policy_, **given)
    build(message)
    return data()


def with_files(message: EmailMessage) -> None:
    message.set_content(BODY)
    message.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="Résumé.pdf")
    message.add_attachment("a,b\n", subtype="csv", filename="hours.csv")


def with_html(message: EmailMessage) -> None:
    message.set_content(BODY)
    message.add_alternative("<p>Something else</p>", subtype="html")


def with_picture(message: EmailMessage) -> None:
    message.set_content("<p>Dear Ana,</p><p>Thank you.</p><img src='cid:x@y'>", subtype="html")
    message.add_related(b"\x89PNG", maintype="image", subtype="png", cid="<x@y>")


def with_forward(message: EmailMessage) -> None:
    inner, _ = built(subject="The programme of the day")
    inner.set_content("Dear Tom,\n\nWelcome.\n")
    message.set_content(BODY)
    message.add_attachment(inner)


def in_base64(message: EmailMessage) -> None:
    message.set_content(BODY, cte="base64")


def in_quoted_printable(message: EmailMessage) -> None:
    message.set_content(BODY.replace("ward", "café"), cte="quoted-printable")


def in_latin(message: EmailMessage) -> None:
    message.set_content(BODY.replace("ward", "café"), charset="iso-8859-1", cte="8bit")


def in_utf8(message: EmailMessage) -> None:
    message.set_content(BODY.replace("ward", "café"), cte="8bit")


def is_html(message: EmailMessage) -> None:
    message.set_content("<p>Dear Ana,</p>\n<p>Thank you for the tour.</p>\n", subtype="html")


HEAD = "From: Tom Hale <tom@example.org>\nTo: ana@example.org\nSubject: Thank you\n"
TYPED = HEAD + "MIME-Version: 1.0\nContent-Type: text/plain; charset={}\n\n"

GMAIL = (
    """\
MIME-Version: 1.0
Date: Tue, 12 May 2026 16:20:05 +0100
References: <a1@mail.example.org>
In-Reply-To: <a1@mail.example.org>
Message-ID: <b2@mail.example.org>
Subject: =?UTF-8?Q?Re=3A_Interview_on_Tuesday_=E2=80=93_staff_nurse?=
From: Tom Hale <tom@example.org>
To: Ana Berg <ana@example.org>
Content-Type: multipart/alternative; boundary="000000000000a1b2c3"

--000000000000a1b2c3
Content-Type: text/plain; charset="UTF-8"
Content-Transfer-Encoding: quoted-printable

Hi Ana,

Thank you for showing me round the ward on Tuesday =E2=80=93 I liked how cal=
m it is.

Best,
Tom

On Tue, 12 May 2026 at 10:02, Ana Berg <ana@example.org> wrote:

> Dear Tom,
>
> See you at two.
>

--000000000000a1b2c3
Content-Type: text/html; charset="UTF-8"

<div dir=3D"ltr">Hi Ana,</div>

--000000000000a1b2c3--
""",
    """\
Hi Ana,

Thank you for showing me round the ward on Tuesday – I liked how calm it is.

Best,
Tom

On Tue, 12 May 2026 at 10:02, Ana Berg <ana@example.org> wrote:

> Dear Tom,
>
> See you at two.
>
""",
)

GMAIL_HTML = (
    HEAD
    + """\
Content-Type: text/html; charset="UTF-8"

<div dir="ltr">Hi Ana,<div><br></div><div>Thank you for the tour.&nbsp; It was calm.</div>
<div><br></div><div>Best,</div><div>Tom</div></div><br><div class="gmail_quote">
<div dir="ltr" class="gmail_attr">On Tue, 12 May 2026 at 10:02, Ana &lt;<a href="mailto:ana@example.org">ana@example.org</a>&gt; wrote:<br></div>
<blockquote class="gmail_quote" style="margin:0px 0px 0px 0.8ex;border-left:1px solid rgb(204,204,204)">Dear Tom,<br>See you at two.</blockquote></div>
"""  # noqa: E501
)

OUTLOOK_HTML = (
    HEAD
    + """\
Content-Type: text/html; charset="us-ascii"
X-Mailer: Microsoft Outlook 16.0

<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style><!-- p.MsoNormal {margin:0} --></style>
<!--[if gte mso 9]><xml><o:shapedefaults/></xml><![endif]--></head>
<body lang=EN-GB><div class=WordSection1>
<p class=MsoNormal>Dear Ana,<o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoNormal>Thank you for the tour
of the ward.<o:p></o:p></p>
<![if !supportLists]><p class=MsoNormal>Best regards,<o:p></o:p></p><![endif]>
<p class=MsoNormal>Tom<o:p></o:p></p>
<div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm'>
<p class=MsoNormal><b>From:</b> Ana Berg &lt;ana@example.org&gt;<br><b>Sent:</b> 12 May 2026 10:02<br>
<b>To:</b> Tom Hale<br><b>Subject:</b> Your interview<o:p></o:p></p></div>
<p class=MsoNormal>Dear Tom,<o:p></o:p></p></div></body></html>
"""  # noqa: E501
)

APPLE = """\
From: Tom Hale <tom@example.org>
Content-Type: multipart/alternative;
	boundary="Apple-Mail=_B4"
Mime-Version: 1.0 (Mac OS X Mail 16.0)
Subject: Thank you
Message-Id: <4@example.org>
Date: Tue, 12 May 2026 10:02:33 +0200
To: Ana Berg <ana@example.org>

--Apple-Mail=_B4
Content-Transfer-Encoding: 7bit
Content-Type: text/plain;
	charset=us-ascii

Dear Ana,

Thank you for the tour of the ward.

Best regards,
Tom

--Apple-Mail=_B4
Content-Type: multipart/mixed;
	boundary="Apple-Mail=_C5"

--Apple-Mail=_C5
Content-Type: text/html; charset=us-ascii

<html><body>Dear Ana,</body></html>
--Apple-Mail=_C5
Content-Disposition: inline;
	filename="CV Tom Hale.pdf"
Content-Type: application/pdf;
	x-unix-mode=0644;
	name="CV Tom Hale.pdf"
Content-Transfer-Encoding: base64

JVBERg==
--Apple-Mail=_C5--

--Apple-Mail=_B4--
"""

APPLE_AROUND = (
    HEAD
    + """\
Content-Type: multipart/mixed; boundary=around

--around
Content-Type: text/plain; charset=us-ascii

Dear Ana,

Thank you for the tour of the ward.
--around
Content-Type: image/jpeg; name="IMG_1.jpg"
Content-Disposition: inline; filename="IMG_1.jpg"
Content-Transfer-Encoding: base64

/9g=
--around
Content-Type: text/plain; charset=us-ascii


Best regards,
Tom
--around--
"""
)

IPHONE = (
    HEAD
    + """\
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

Dear Ana,=20

Thank you for the tour of the ward.=20

Best regards,
Tom

Sent from my iPhone
"""
)

THUNDERBIRD = (
    HEAD
    + """\
User-Agent: Mozilla Thunderbird
Content-Type: text/plain; charset=UTF-8; format=flowed
Content-Transfer-Encoding: 8bit

Dear Ana,

Thank you for the tour \n\
of the ward, and for the \n\
tea.
 From the window I saw the sea.

Best regards,
Tom

-- \n\
Tom Hale

> When can you \n\
> start?
""",
    """\
Dear Ana,

Thank you for the tour of the ward, and for the tea.
From the window I saw the sea.

Best regards,
Tom

-- \n\
Tom Hale

> When can you start?
""",
)

SIGNED = (
    HEAD
    + """\
Content-Type: multipart/signed; micalg=pgp-sha256;
 protocol="application/pgp-signature"; boundary="s"

--s
Content-Type: multipart/mixed; boundary="m"

--m
Content-Type: text/plain; charset=utf-8

"""
    + BODY
    + """\

--m--

--s
Content-Type: application/pgp-signature; name="OpenPGP_signature.asc"
Content-Disposition: attachment; filename="OpenPGP_signature"

-----BEGIN PGP SIGNATURE-----
--s--
"""
)

NEWSLETTER = (
    HEAD
    + """\
Content-Type: text/html; charset=utf-8
List-Unsubscribe: <https://example.org/u>

<html><body><div style="display:none; max-height:0">A preview that nobody sees</div>
<table><tr><td>Dear Ana,</td></tr><tr><td>
<ul><li>the tour</li><li><p>the tea</p></li></ul></td></tr></table></body></html>
"""
)

CONTEXT = (
    HEAD
    + OFFSET
    + """\
X-Followlint-Kind: follow-up
X-Followlint-Company: =?utf-8?q?Caf=C3=A9_Nord?=
X-Followlint-Interviewers: Ana Berg, Ola Lind
X-Followlint-Interview-Date: 2026-02-30
X-Followlint-Ignore: FL302, slang

"""
    + BODY
)

CASES = {
    # Built by the standard library's generator.
    "7bit": Case(made(lambda m: m.set_content(BODY)), places={"tour": (10, 19)}),
    "LF only": Case(made(lambda m: m.set_content(BODY), policy.default), places={"tour": (10, 19)}),
    "quoted-printable": Case(
        made(in_quoted_printable),
        BODY.replace("ward", "café"),
        places={"café": (10, 31), "Best": (12, 1)},
    ),
    "base64": Case(made(in_base64), places={"Dear": (8, 1), "tour": (8, 1), "Tom\n": (8, 1)}),
    "8bit in Latin-1": Case(
        made(in_latin), BODY.replace("ward", "café"), places={"café": (10, 31), "Tom\n": (13, 1)}
    ),
    "8bit in UTF-8": Case(
        made(in_utf8), BODY.replace("ward", "café"), places={".\n": (10, 35), "Tom\n": (13, 1)}
    ),
    "attachments": Case(
        made(with_files), attachments=["Résumé.pdf application/pdf 4", "hours.csv text/csv 5"]
    ),
    "alternative": Case(made(with_html), places={"tour": (14, 19)}),
    "picture in HTML": Case(
        made(with_picture),
        "Dear Ana,\n\nThank you.\n",
        parts="greeting closing",
        attachments=[" image/png 4 inline"],
    ),
    "forwarded message": Case(
        made(with_forward), attachments=["The programme of the day message/rfc822"]
    ),
    "HTML": Case(
        made(is_html),
        "Dear Ana,\n\nThank you for the tour.\n",
        parts="greeting body",
        places={"Dear": (8, 4), "tour": (9, 22)},
    ),
    "long subject": Case(
        made(lambda m: m.set_content(BODY), subject="Thank you for the long talk " * 4),
        subject=("Thank you for the long talk " * 4).strip(),
        places={"long": (3, 28)},
    ),
    "subject in another script": Case(
        made(lambda m: m.set_content(BODY), subject="感谢您 Ána 👋"),
        subject="感谢您 Ána 👋",
        places={"感": (3, 10), "您": (3, 10)},
    ),
    "subject that is never encoded": Case(
        made(lambda m: m.set_content(BODY), policy.SMTPUTF8, subject="Grüße aus Köln"),
        subject="Grüße aus Köln",
        places={"aus": (3, 16), "Köln": (3, 20)},
    ),
    # As programs write them.
    "Gmail": Case(
        crlf(GMAIL[0]),
        GMAIL[1],
        "Re: Interview on Tuesday – staff nurse",
        "greeting body closing signature " + "quoted " * 5,
        places={"Thank": (17, 1), "– I": (17, 52), "I liked": (17, 62), "m it": (18, 1)},
        checks=lambda email: email.headers.value("In-Reply-To") == "<a1@mail.example.org>",
    ),
    "Gmail, HTML only": Case(
        lf(GMAIL_HTML),
        "Hi Ana,\n\nThank you for the tour. It was calm.\n\nBest,\nTom\n\n"
        "On Tue, 12 May 2026 at 10:02, Ana <ana@example.org> wrote:\n\n"
        "> Dear Tom,\n> See you at two.\n",
        parts="greeting body closing signature quoted quoted quoted",
        places={"tour": (6, 61), "Dear Tom": (9, 105)},
    ),
    "Outlook, HTML": Case(
        crlf(OUTLOOK_HTML),
        "Dear Ana,\n\nThank you for the tour of the ward.\n\nBest regards,\n\nTom\n\n"
        "From: Ana Berg <ana@example.org>\nSent: 12 May 2026 10:02\nTo: Tom Hale\n"
        "Subject: Your interview\n\nDear Tom,\n",
        parts=PLAIN_PARTS + " quoted" * 7,
        places={"Dear Ana": (10, 20), "of the": (13, 1)},
    ),
    "Apple Mail": Case(
        crlf(APPLE),
        BODY,
        attachments=["CV Tom Hale.pdf application/pdf 4"],
        places={"tour": (17, 19)},
    ),
    "Apple Mail, text around a picture": Case(
        lf(APPLE_AROUND),
        BODY.rstrip("\n"),
        attachments=["IMG_1.jpg image/jpeg 2"],
        places={"Dear": (9, 1), "Best": (22, 1)},
    ),
    "iPhone": Case(
        crlf(IPHONE),
        BODY.replace("\n\n", " \n\n").replace("Tom\n", "Tom\n\nSent from my iPhone\n"),
        places={"Best": (11, 1)},
    ),
    "Thunderbird, flowed": Case(
        lf(THUNDERBIRD[0]),
        THUNDERBIRD[1],
        parts="greeting body closing signature quoted",
        places={"of the": (11, 1), "tea": (12, 1), "From the": (13, 2), "start": (22, 3)},
    ),
    "flowed, DelSp": Case(
        lf(
            TYPED.format("utf-8; format=flowed; delsp=yes")
            + "Dear Ana,\n\nThank you for the to \nur.\n"
        ),
        "Dear Ana,\n\nThank you for the tour.\n",
        parts="greeting body",
        places={"ur.": (10, 1)},
    ),
    "flowed, with its last line open": Case(
        lf(
            TYPED.format("utf-8; format=flowed")
            + "Dear Ana,\n\nIt was warm. \n> More \nBest,\nTom\n"
        ),
        "Dear Ana,\n\nIt was warm. \n> More \nBest,\nTom\n",
        parts="greeting body quoted closing signature",
    ),
    "signed": Case(crlf(SIGNED), BODY, places={"tour": (15, 19)}),
    "a mailing tool's": Case(
        lf(NEWSLETTER),
        "Dear Ana,\n\n- the tour\n- the tea\n",
        parts="greeting body",
        places={"Dear": (8, 16), "tea": (9, 33)},
    ),
    "context": Case(
        lf(CONTEXT),
        problems=["8:30 Interview-Date: there is no 30 February 2026"],
        checks=lambda email: (
            email.declared_kind is Kind.FOLLOW_UP
            and email.context.company is not None
            and email.context.company.value == "Café Nord"
            and [person.value for person in email.context.interviewers] == ["Ana Berg", "Ola Lind"]
            and [rule.value for rule in email.context.ignore] == ["FL302", "slang"]
            and email.context.date is not None
            and str(email.context.date.value.exact) == "2026-05-12 10:02:33+01:00"
        ),
    ),
    # What goes wrong on the way.
    "byte order mark": Case(b"\xef\xbb\xbf" + lf(HEAD + "\n" + BODY), places={"tour": (7, 19)}),
    "saved as UTF-16": Case((HEAD + "\n" + BODY).encode("utf-16"), places={"tour": (7, 19)}),
    "line of a mailbox on top": Case(
        lf("From tom@example.org Tue May 12 10:02:33 2026\n" + HEAD + "\n" + BODY + ">From him.\n"),
        BODY + "From him.\n",
        parts="greeting body closing signature",
        places={"tour": (8, 19), "From him": (12, 2)},
    ),
    "carriage returns alone": Case(
        (HEAD + "\n" + BODY).replace("\n", "\r").encode(), places={"tour": (7, 19)}
    ),
    "unknown charset": Case(
        lf(TYPED.format("x-klingon") + BODY.replace("ward", "café")),
        BODY.replace("ward", "café"),
        problems=["7:1 the charset “x-klingon” is unknown"],
    ),
    "charset that is code": Case(
        lf(TYPED.format("unicode_escape") + BODY),
        problems=["7:1 the charset “unicode_escape” is unknown"],
    ),
    "UTF-8 that is none": Case(
        lf(TYPED.format("utf-8") + BODY.replace("ward", "café"), "cp1252"),
        BODY.replace("ward", "café"),
        problems=["7:1 this is not the utf-8 text that it claims to be"],
    ),
    "Windows text that is called Latin-1": Case(
        lf(TYPED.format("iso-8859-1") + BODY.replace("ward", "“ward”"), "cp1252"),
        BODY.replace("ward", "“ward”"),
    ),
    "8 bits that nobody declares": Case(
        lf(HEAD + "\n" + BODY.replace("ward", "café")), BODY.replace("ward", "café")
    ),
    "Japanese with shifts": Case(
        lf(TYPED.format("iso-2022-jp") + "田中様\n\nありがとう。\n", "iso-2022-jp"),
        "田中様\n\nありがとう。\n",
        parts="body signature",  # nothing tells a name there from a sentence
        places={"あ": (9, 1)},
    ),
    "Chinese": Case(
        lf(TYPED.format("gb2312") + "Dear 王芳,\n\nThank 王芳 for the tea.\n", "gb2312"),
        "Dear 王芳,\n\nThank 王芳 for the tea.\n",
        parts="greeting body",
        places={"Thank 王": (9, 1), "for": (9, 12)},
    ),
    "encoded words side by side": Case(
        lf(HEAD.replace("Thank you", "=?utf-8?b?VGhh?=\n =?utf-8?q?nk?= you") + "\n" + BODY)
    ),
    "a letter cut in two by encoded words": Case(
        lf(HEAD.replace("Thank you", "=?utf-8?q?Caf=C3?= =?utf-8?q?=A9?=") + "\n" + BODY),
        subject="Café",
    ),
    "broken encoded word": Case(
        lf(HEAD.replace("Thank you", "=?utf-8?b?V?= you") + "\n" + BODY),
        subject="=?utf-8?b?V?= you",
    ),
    "broken base64": Case(
        lf(HEAD + "Content-Transfer-Encoding: base64\n\nRGVhciBBbmEsCg=\n"),
        "Dear Ana,\n",
        parts="greeting",
        places={"Dear": (6, 1)},
    ),
    "broken quoted-printable": Case(
        lf(
            HEAD
            + "Content-Transfer-Encoding: quoted-printable\n\n"
            + "Dear Ana,\n\nIt is 100=% =ZZ ok =\n"
        ),
        "Dear Ana,\n\nIt is 100=% =ZZ ok ",
        parts="greeting body",
        places={"ok": (8, 17)},
    ),
    "boundary that is nowhere": Case(
        lf(HEAD + "Content-Type: multipart/mixed; boundary=none\n\n" + BODY)
    ),
    "parts without an end": Case(
        lf(
            HEAD
            + "Content-Type: multipart/mixed; boundary=b\n\n--b\n\n"
            + BODY
            + "--b\nContent-Type: image/png\n\nx"
        ),
        BODY.rstrip("\n"),
        attachments=[" image/png 1"],
    ),
    "an empty plain part": Case(
        lf(
            HEAD
            + "Content-Type: multipart/alternative; boundary=b\n\n--b\n\n \n--b\n"
            + "Content-Type: text/html\n\nDear Ana,<br><br>The tour was long.\n--b--\n"
        ),
        "Dear Ana,\n\nThe tour was long.\n",
        parts="greeting body",
    ),
    "no blank line below the headers": Case(lf(HEAD + BODY), places={"tour": (6, 19)}),
    "no text at all": Case(
        lf(HEAD + "Content-Type: image/png\n\nx"), "", parts="", attachments=[" image/png 1"]
    ),
    "headers alone": Case(lf(HEAD), "", parts=""),
    "only headers of others": Case(
        lf("X-Mailer: none\n\n" + BODY), subject="", places={"tour": (5, 19)}
    ),
    "broken content type": Case(lf(HEAD + "Content-Type: ;;=?\n\n" + BODY)),
}


def reading(data: bytes) -> Email:
    return read_bytes("mail.eml", data)


@pytest.fixture(params=CASES.values(), ids=CASES)
def case(request: pytest.FixtureRequest) -> Case:
    found: Case = request.param
    return found


def test_there_are_forty_messages() -> None:
    assert len(CASES) >= 40


def test_what_would_be_sent(case: Case) -> None:
    assert reading(case.data).outgoing.rstrip("\n") == case.outgoing.rstrip("\n")


def test_the_subject_and_the_parts(case: Case) -> None:
    email = reading(case.data)
    assert (email.headers.value("Subject") or "") == case.subject
    above = ("header", "subject")
    found = [block.part.value for block in email.blocks if block.part.value not in above]
    assert " ".join(found) == case.parts.strip()


def test_what_is_attached(case: Case) -> None:
    found = reading(case.data).attachments
    assert found is not None
    assert all(attachment.size for attachment in found)
    shown = [
        f"{a.name} {a.media_type}"
        # How long a message is that goes along depends on who writes it out.
        + f" {a.size}" * (a.media_type != "message/rfc822")
        + " inline" * a.inline
        for a in found
    ]
    assert shown == case.attachments


def test_what_is_wrong_and_what_else_is_known(case: Case) -> None:
    email = reading(case.data)
    assert [
        "{}:{} {}".format(*email.source.position(problem.span.start), problem.says)
        for problem in email.problems
    ] == case.problems
    assert case.checks(email)


def test_where_words_stand_in_the_file(case: Case) -> None:
    source = reading(case.data).source
    found = {word: tuple(source.position(source.text.index(word))) for word in case.places}
    assert found == case.places


def test_a_line_of_the_file_is_shown_as_it_stands() -> None:
    source = reading(crlf(GMAIL[0])).source
    assert source.line(17).startswith(
        "Thank you for showing me round the ward on Tuesday =E2=80=93"
    )
    with pytest.raises(IndexError):
        source.line(0)


def test_what_stands_in_the_file_as_it_reads() -> None:
    email = reading(crlf(GMAIL[0]))
    found = {block.span.of(email.text): block for block in email.blocks}
    greeting, body = found["Hi Ana,"], next(b for t, b in found.items() if t.startswith("Thank"))
    assert email.source.verbatim(greeting.span)
    assert not email.source.verbatim(body.span)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "no mail headers"),
        (b"\x89PNG\r\n\x1a\n\0\0", "no mail headers"),
        (b"Dear Ana\n\nThank you.", "no mail headers"),
        (lf(HEAD + "\nDear\0Ana,"), "holds a NUL"),
        (
            lf(HEAD + "Content-Type: multipart/encrypted; boundary=b\n\n--b\n\nx\n--b--"),
            "the message is encrypted",
        ),
        (lf(HEAD + "Content-Type: application/pkcs7-mime\n\nx"), "the message is encrypted"),
        (b"\xff\xfeS", "not UTF-16 text"),
    ],
    ids=["empty", "picture", "text", "NUL", "encrypted", "sealed", "half of UTF-16"],
)
def test_what_is_no_message_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableError, match=reason):
        reading(data)


def test_parts_nested_past_all_reason() -> None:
    deep = "".join(f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(3000))
    try:
        reading(lf(HEAD + deep))
    except UnreadableError as error:
        assert "nested" in error.reason


@pytest.mark.parametrize(
    "markup", ["<div>", "<b>y", "<a ", "<!--", "<![", "</", "&#", "<a b='"], ids=repr
)
def test_no_markup_takes_long(markup: str) -> None:
    started = perf_counter()
    reading(lf(HEAD + "Content-Type: text/html\n\nHi Ana," + markup * 10_000))
    assert perf_counter() - started < 10  # the library alone takes a minute for some


def test_a_draft_that_is_text_knows_nothing_of_attachments() -> None:
    assert read_bytes("draft.txt", lf(BODY)).attachments is None
    assert read_bytes("DRAFT.EML", lf(HEAD)).attachments == ()


def test_rows_go_on_where_a_mailbox_has_other_messages_above() -> None:
    email = read_bytes("x.mbox:2", lf(HEAD + "\n" + BODY), message=True, first_row=41)
    assert email.source.position(email.text.index("Dear")) == Position(45, 1)
    assert email.source.line(45) == "Dear Ana,"


def test_nothing_of_weight_is_imported_for_text() -> None:
    code = (
        "import sys; from followlint.mail import read_bytes; read_bytes('x.txt', b'Dear Ana,');"
        "print(*{'email', 'email.parser', 'html.parser', 'mailbox', 'yaml'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert (done.stdout, done.stderr) == ("\n", "")


LINES = st.sampled_from(
    [
        b"",
        b"From: Tom <tom@example.org>",
        b'To: "Ana, Berg" <ana@example.org>, =?utf-8?q?=C3?=',
        b"Subject: =?utf-8?b?w6k=?= =?x?q?a?=",
        b"Subject: =?utf-8?q?=00?=",
        b"Date: 30 Feb 2026 25:99:99 +9999",
        b"Kind: invoice",
        b"Sent: 2026-05-12, x",
        b"Content-Type: multipart/mixed; boundary=b",
        b'Content-Type: multipart/alternative; boundary="b"',
        b'Content-Type: multipart/related; boundary=b; start="<x>"',
        b"Content-Type: message/rfc822",
        b"Content-Type: text/html; charset=utf-16",
        b"Content-Type: text/plain; charset=utf-7; format=flowed",
        b"Content-Type: text/plain; charset*0*=a''%; charset=\"",
        b"Content-Type: text/plain; charset=idna",
        b"Content-Transfer-Encoding: base64",
        b"Content-Transfer-Encoding: quoted-printable",
        b"Content-Transfer-Encoding: x-uuencode",
        b"Content-Disposition: attachment; filename*=x'y'%ff",
        b'Content-Disposition: inline; filename="=?utf-8?q?=ff?="',
        b"Content-ID: <x>",
        b"MIME-Version: x",
        b"Message-ID: <",
        b"--b",
        b"--b--",
        b" folded",
        b"Dear Ana,",
        b"<p>Dear <b>Ana</p><![if x]><blockquote>&nbsp;&#0;<li>",
        b"=C3=A9 =\t",
        b"RGVhcg==",
        b"caf\xc3\xa9 \xff \0",
        b"begin 644 x",
        b"> quoted ",
    ]
)
MAILS = st.tuples(st.lists(LINES, max_size=16), st.sampled_from([b"\n", b"\r\n", b"\r"])).map(
    lambda drawn: drawn[1].join(drawn[0])
)


@given(st.one_of(st.binary(), MAILS, MAILS.map(lambda mail: HEAD.encode() + mail)))
@example(b"From ")
@example(b":")
def test_any_bytes_are_a_message_or_refused(data: bytes) -> None:
    try:
        email = reading(data)
    except UnreadableError as error:
        assert error.reason
        return
    source = email.source
    assert len(source.origins) == len(source.text) + 1
    last = len(data.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n"))
    for offset in range(len(source.text) + 1):
        row, column = source.position(offset)
        assert 1 <= row <= last + len(data)
        assert column >= 1
        source.line(row)
    at = 0
    for block in email.blocks:
        assert at <= block.span.start
        at = block.span.end
    assert at <= len(source.text)
    for problem in email.problems:
        assert problem.span.end <= len(source.text)
    for header in email.headers.items:
        assert header.span.of(source.text) == header.value


@given(st.text(alphabet="ab =>é\n"), st.sampled_from(["quoted-printable", "base64", "8bit"]))
def test_text_comes_through_every_encoding(text: str, encoding: str) -> None:
    message, data = built(policy.default)
    message.set_content(text, cte=encoding)
    email = reading(data())
    expected = text.lstrip("\n")
    assert email.outgoing.rstrip("\n") == expected.rstrip("\n")


@given(st.text(alphabet="abé –\n", min_size=1))
def test_what_is_not_encoded_is_found_letter_by_letter(text: str) -> None:
    data = lf(TYPED.format("utf-8") + text)
    source = reading(data).source
    body = source.text.index("\n\n") + 2
    for offset in range(body, len(source.text)):
        row, column = source.position(offset)
        if source.text[offset] != "\n":
            assert source.line(row)[column - 1] == source.text[offset]


@given(st.binary())
def test_quoted_printable_is_read_as_the_library_reads_it(raw: bytes) -> None:
    from followlint.mail.transfer import _quoted_printable

    decoded, origins = _quoted_printable(raw, 0)
    assert decoded == quopri.decodestring(raw)
    assert len(origins) == len(decoded)
