"""What mail programs put below and above the writer's words, as they write it today."""

from __future__ import annotations

from email.message import EmailMessage

import pytest

from followlint.mail import Email, Part, read, read_bytes
from followlint.text import Source, fold

WORDS = "Dear Ana,\n\nThank you for the tour of the lock on Tuesday.\n\nBest regards,\nTom Hale"

#: What follows the writer's name; "see you then" is theirs.
QUOTING = {
    "Outlook for iOS": (
        "\n"
        "\n"
        "Get Outlook for iOS<https://aka.ms/o0ukef>\n"
        "________________________________\n"
        "From: Ana Berg <ana@x.example>\n"
        "Sent: Tuesday, May 12, 2026 9:14 AM\n"
        "To: Tom Hale <tom@y.example>\n"
        "Subject: Interview\n"
        "\n"
        "Hi Tom, see you then.\n"
    ),
    "Outlook": (
        "\n"
        "Pump fitter | 07700 900111\n"
        "\n"
        "From: Ana Berg <ana@x.example> \n"
        "Sent: 12 May 2026 09:14\n"
        "To: Tom Hale <tom@y.example>\n"
        "Cc: Ben Osei <ben@x.example>\n"
        "Subject: RE: Interview\n"
        "\n"
        "Hi Tom, see you then.\n"
    ),
    "Outlook, in bold": (
        "\n"
        "\n"
        "*From:* Ana Berg <ana@x.example>\n"
        "*Sent:* Tuesday, 12 May 2026 09:14\n"
        "*To:* Tom Hale <tom@y.example>\n"
        "*Subject:* Interview\n"
        "\n"
        "Hi Tom, see you then.\n"
    ),
    "Gmail, over two lines": (
        "\n"
        "\n"
        "On Tue, May 12, 2026 at 3:04 PM Ana Berg "
        "<ana.berg.the.lock.keeper@very-long-domain.example>\n"
        "wrote:\n"
        "\n"
        "> Hi Tom,\n"
        ">\n"
        "> See you then.\n"
    ),
    "Gmail, no marks": (
        "\n"
        "\n"
        "On Tue, May 12, 2026 at 3:04 PM Ana Berg <ana@x.example> wrote:\n"
        "\n"
        "Hi Tom,\n"
        "\n"
        "See you then.\n"
    ),
    "iPhone": (
        "\n"
        "\n"
        "Sent from my iPhone\n"
        "\n"
        "> On 12 May 2026, at 09:14, Ana Berg <ana@x.example> wrote:\n"
        "> \n"
        "> Hi Tom, see you then.\n"
    ),
    "Samsung": (
        "\n"
        "\n"
        "Sent from my Galaxy\n"
        "\n"
        "-------- Original message --------\n"
        "From: Ana Berg <ana@x.example>\n"
        "Date: 12/05/2026 09:14 (GMT+00:00)\n"
        "To: Tom Hale <tom@y.example>\n"
        "Subject: Interview\n"
        "\n"
        "Hi Tom, see you then.\n"
    ),
    "Yahoo for Android": (
        "\n"
        "\n"
        "Sent from Yahoo Mail on Android \n"
        " \n"
        "  On Tue, May 12, 2026 at 9:14 AM, Ana Berg<ana@x.example> wrote:   Hi Tom, "
        "see you then.\n"
    ),
    "Yahoo": (
        "\n"
        "\n"
        "    On Tuesday, 12 May 2026 at 09:14:22 BST, Ana Berg <ana@x.example> wrote:  \n"
        " \n"
        " Hi Tom, see you then.\n"
    ),
    "Proton": (
        "\n"
        "\n"
        "Sent with Proton Mail secure email.\n"
        "\n"
        "On Tuesday, 12 May 2026 at 09:14, Ana Berg <ana@x.example> wrote:\n"
        "\n"
        "> Hi Tom, see you then.\n"
    ),
    "Thunderbird": ("\n\nOn 5/12/26 09:14, Ana Berg wrote:\n> Hi Tom, see you then.\n"),
    "Thunderbird, forwarded": (
        "\n"
        "\n"
        "\n"
        "-------- Forwarded Message --------\n"
        "Subject: \tInterview\n"
        "Date: \tTue, 12 May 2026 09:14:00 +0200\n"
        "From: \tAna Berg <ana@x.example>\n"
        "To: \ttom@y.example\n"
        "\n"
        "\n"
        "\n"
        "Hi Tom, see you then.\n"
    ),
    "Apple, forwarded": (
        "\n"
        "\n"
        "Begin forwarded message:\n"
        "\n"
        "From: Ana Berg <ana@x.example>\n"
        "Subject: Interview\n"
        "Date: 12 May 2026 at 09:14:00 BST\n"
        "To: tom@y.example\n"
        "\n"
        "Hi Tom, see you then.\n"
    ),
    "Gmail, forwarded": (
        "\n"
        "\n"
        "---------- Forwarded message ---------\n"
        "From: Ana Berg <ana@x.example>\n"
        "Date: Tue, May 12, 2026 at 9:14 AM\n"
        "Subject: Interview\n"
        "To: <tom@y.example>\n"
        "\n"
        "\n"
        "Hi Tom, see you then.\n"
    ),
    "Outlook in German": (
        "\n"
        "\n"
        "Von: Ana Berg <ana@x.example>\n"
        "Gesendet: Dienstag, 12. Mai 2026 09:14\n"
        "An: Tom Hale <tom@y.example>\n"
        "Betreff: Gespräch\n"
        "\n"
        "Hallo Tom, bis dann.\n"
    ),
    "Thunderbird in German": (
        "\n\nAm 12.05.2026 um 09:14 schrieb Ana Berg <ana@x.example>:\n> Hallo Tom, bis dann.\n"
    ),
    "Gmail in French": (
        "\n\nLe mar. 12 mai 2026 à 09:14, Ana Berg <ana@x.example> a écrit :\n\n> Bonjour Tom.\n"
    ),
    "Gmail in Spanish": (
        "\n\nEl mar, 12 may 2026 a las 9:14, Ana Berg (<ana@x.example>) escribió:\n\n> Hola Tom.\n"
    ),
    "Outlook in French": (
        "\n"
        "\n"
        "De : Ana Berg <ana@x.example>\n"
        "Envoyé : mardi 12 mai 2026 09:14\n"
        "À : Tom Hale <tom@y.example>\n"
        "Objet : Entretien\n"
        "\n"
        "Bonjour Tom.\n"
    ),
    "Superhuman": (
        "\n"
        "\n"
        "Sent via Superhuman ( https://sprh.mn/?vip=tom@y.example )\n"
        "\n"
        "On Tue, May 12, 2026 at 9:14 AM, Ana Berg <ana@x.example> wrote:\n"
        "\n"
        "> Hi Tom.\n"
    ),
    "Outlook of old": (
        "\n"
        "\n"
        "-----Original Message-----\n"
        "From: Ana Berg <ana@x.example> \n"
        "Sent: Tuesday, 12 May 2026 09:14\n"
        "To: tom@y.example\n"
        "Subject: Interview\n"
        "\n"
        "Hi Tom, see you then.\n"
    ),
    "plain": ("\n\n\nOn May 12, 2026, Ana Berg <ana@x.example> wrote:\n> Hi Tom\n"),
}

#: What follows it and is neither theirs nor his.
FEET = {
    "mailing list": (
        "\n"
        "\n"
        "_______________________________________________\n"
        "Locks mailing list\n"
        "locks@lists.example\n"
        "https://lists.example/mailman/listinfo/locks\n"
    ),
    "Google Groups": (
        "\n"
        "\n"
        "-- \n"
        'You received this message because you are subscribed to the Google Groups "Locks" group.\n'
        "To unsubscribe from this group and stop receiving emails from it, send an "
        "email to locks+unsubscribe@googlegroups.example.\n"
    ),
    "disclaimer": (
        "\n"
        "\n"
        "CONFIDENTIALITY NOTICE: This e-mail message, including any attachments, is "
        "for the sole use of the intended recipient(s) and may contain confidential "
        "and privileged information. If you are not the intended recipient, please "
        "contact the sender by reply e-mail and destroy all copies of the original "
        "message.\n"
    ),
    "disclaimer below a title": (
        "\n"
        "Pump fitter\n"
        "\n"
        "This email and any files transmitted with it are confidential and intended "
        "solely for the use of the individual or entity to whom they are addressed.\n"
        "Please consider the environment before printing this email.\n"
    ),
    "virus scanner": (
        "\n"
        "\n"
        "\n"
        "-- \n"
        "This email has been checked for viruses by Avast antivirus software.\n"
        "www.avast.com\n"
    ),
    "virus scanner, with links": (
        "\n"
        "\n"
        "<https://www.avast.com/sig-email>\n"
        "Virus-free.www.avast.com\n"
        "<https://www.avast.com/sig-email>\n"
        "<#DAB4FAD8-2DD7-40BB-A1B8-4E2AA1F9FDF2>\n"
    ),
}

#: What a server puts on top.
BANNERS = [
    "[EXTERNAL EMAIL] Do not click links or open attachments unless you know the sender.",
    "CAUTION: This email originated from outside of the organization.\nDo not click "
    "links unless you recognize the sender.",
    "[EXTERNAL]",
    "You don't often get email from ana@x.example. Learn why this is important",
]

HTML = {
    "Outlook on the web": (
        '<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><styl'
        'e type="text/css" style="display:none;"> P {margin-top:0;margin-bottom:0;} </style><'
        "/head>"
        '<body dir="ltr">'
        '<div class="elementToProof" style="font-family: Aptos;">Dear Ana,</div>'
        '<div class="elementToProof"><br></div>'
        '<div class="elementToProof">Thank you for the tour of the lock on Tuesday.</div>'
        "<div><br></div>"
        "<div>Best regards,</div>"
        "<div>Tom Hale</div>"
        '<div id="appendonsend"></div>'
        '<hr style="display:inline-block;width:98%" tabindex="-1">'
        '<div id="divRplyFwdMsg" dir="ltr"><font face="Calibri"><b>From:</b> Ana Berg &lt;ana'
        "@x.example&gt;<br><b>Sent:</b> Tuesday, May 12, 2026 9:14 AM<br><b>To:</b> Tom Hale "
        "&lt;tom@y.example&gt;<br><b>Subject:</b> Interview</font>"
        "<div>&nbsp;</div></div>"
        "<div>Hi Tom, see you then.</div></body></html>"
    ),
    "Gmail": (
        '<div dir="ltr">Dear Ana,'
        "<div><br></div>"
        '<div>Thank you for the tour of the lock on Tuesday.<br clear="all">'
        "<div><br></div>"
        '<span class="gmail_signature_prefix">-- </span><br>'
        '<div dir="ltr" class="gmail_signature" data-smartmail="gmail_signature">'
        '<div dir="ltr">Tom Hale<br>Pump fitter</div></div></div></div><br>'
        '<div class="gmail_quote gmail_quote_container">'
        '<div dir="ltr" class="gmail_attr">On Tue, May 12, 2026 at 9:14 AM Ana Berg &lt;<a hr'
        'ef="mailto:ana@x.example">ana@x.example</a>&gt; wrote:<br></div>'
        '<blockquote class="gmail_quote" style="margin:0px 0px 0px 0.8ex">Hi Tom, see you the'
        "n.</blockquote></div>"
    ),
    "Outlook": (
        '<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><!--[if !mso]><style>v'
        "\\:* {behavior:url(#default#VML);}</style><![endif]--><style><!-- p.MsoNormal {margin"
        ':0cm;} --></style><!--[if gte mso 9]><xml><o:shapedefaults v:ext="edit" spidmax="102'
        '6" /></xml><![endif]--></head>'
        '<body lang="EN-GB">'
        '<div class="WordSection1">'
        '<p class="MsoNormal">Dear Ana,<o:p></o:p></p>'
        '<p class="MsoNormal"><o:p>&nbsp;</o:p></p>'
        '<p class="MsoNormal">Thank you for the tour of the lock on&nbsp;Tuesday.<o:p></o:p><'
        "/p>"
        '<ul style="margin-top:0cm" type="disc">'
        '<li class="MsoListParagraph">the paddles<o:p></o:p></li>'
        '<li class="MsoListParagraph">the sluice<o:p></o:p></li></ul>'
        '<p class="MsoNormal"><o:p>&nbsp;</o:p></p>'
        '<p class="MsoNormal">Best regards,<o:p></o:p></p>'
        '<p class="MsoNormal">Tom Hale<o:p></o:p></p>'
        "<div>"
        '<div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm">'
        '<p class="MsoNormal"><b>'
        '<span lang="EN-US">From:</span></b>'
        '<span lang="EN-US"> Ana Berg &lt;ana@x.example&gt; <br><b>Sent:</b> 12 May 2026 09:1'
        "4<br><b>To:</b> Tom Hale<br><b>Subject:</b> Interview<o:p></o:p></span></p></div></d"
        "iv>"
        '<p class="MsoNormal">Hi Tom, see you then.</p></div></body></html>'
    ),
    "Apple Mail": (
        '<html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"></hea'
        "d>"
        '<body style="overflow-wrap: break-word; -webkit-nbsp-mode: space;">Dear Ana,'
        "<div><br></div>"
        "<div>Thank you for the tour of the lock on Tuesday.</div>"
        "<div><br></div>"
        "<div>Best,</div>"
        '<div>Tom<br id="lineBreakAtBeginningOfMessage">'
        "<div><br>"
        '<blockquote type="cite">'
        "<div>On 12 May 2026, at 09:14, Ana Berg &lt;ana@x.example&gt; wrote:</div><br class="
        '"Apple-interchange-newline">'
        "<div>"
        "<div>Hi Tom, see you then.</div></div></blockquote></div><br></div></body></html>"
    ),
    "iPhone": (
        "<html>"
        '<body dir="auto">Hi Ana,'
        "<div><br></div>"
        "<div>Thank you for the tour of the lock on Tuesday.&nbsp;</div>"
        "<div><br></div>"
        "<div>Tom<br><br>"
        '<div dir="ltr">Sent from my iPhone</div>'
        '<div dir="ltr"><br>'
        '<blockquote type="cite">On 12 May 2026, at 09:14, Ana Berg &lt;ana@x.example&gt; wro'
        "te:<br><br></blockquote></div>"
        '<blockquote type="cite">'
        '<div dir="ltr">\ufeffHi Tom, see you then.</div></blockquote></div></body></html>'
    ),
    "a mailing tool": (
        "<html>"
        "<body>"
        '<div style="display:none;max-height:0;overflow:hidden">Preview text &zwnj;&nbsp;&zwn'
        "j;&nbsp;</div>"
        "<table><tr>"
        "<td>Dear Ana,</td></tr><tr>"
        "<td>"
        "<p>Thank you for the tour<br>of the lock on Tuesday.</p></td></tr><tr>"
        '<td>Best,<br>Tom Hale</td></tr></table><img src="https://t.example/p.gif" width="1" '
        'height="1" alt=""></body></html>'
    ),
    "Outlook for iOS": (
        '<div dir="auto">Dear Ana,</div>'
        '<div dir="auto"><br></div>'
        '<div dir="auto">Thank you for the tour of the lock on Tuesday.</div>'
        '<div dir="auto"><br></div>'
        '<div dir="auto">Tom</div>'
        '<div id="ms-outlook-mobile-signature" dir="auto">Get <a href="https://aka.ms/o0ukef"'
        ">Outlook for iOS</a></div>"
        '<hr style="display:inline-block;width:98%">'
        '<div id="divRplyFwdMsg"><b>From:</b> Ana Berg &lt;ana@x.example&gt;<br><b>Sent:</b> '
        "Tuesday, May 12, 2026 9:14:00 AM<br><b>To:</b> Tom Hale &lt;tom@y.example&gt;<br><b>"
        "Subject:</b> Interview<br></div>"
        "<div>Hi Tom, see you then.</div>"
    ),
    "Thunderbird": (
        '<!DOCTYPE html><html><head><meta http-equiv="Content-Type" content="text/html; chars'
        'et=UTF-8"></head>'
        "<body>"
        "<p>Dear Ana,</p>"
        "<p>Thank you for the tour of the lock on Tuesday.</p>"
        "<p>Best,<br>Tom</p>"
        '<div class="moz-signature">-- <br>Tom Hale</div>'
        '<div class="moz-cite-prefix">On 5/12/26 09:14, Ana Berg wrote:<br></div>'
        '<blockquote type="cite" cite="mid:1@x">'
        "<p>Hi Tom, see you then.</p></blockquote></body></html>"
    ),
    "Yahoo": (
        "<html><head></head>"
        "<body>"
        '<div class="ydp1 yahoo-style-wrap" style="font-family:Helvetica;">'
        '<div dir="ltr" data-setdir="false">Dear Ana,</div>'
        '<div dir="ltr"><br></div>'
        '<div dir="ltr">Thank you for the tour of the lock on Tuesday.</div>'
        "<div><br></div>"
        "<div>Best,</div>"
        "<div>Tom</div></div>"
        '<div id="ydp2yahoo_quoted_1" class="ydp2yahoo_quoted">'
        "<div>"
        "<div>On Tuesday, 12 May 2026 at 09:14:22 BST, Ana Berg &lt;ana@x.example&gt; wrote:<"
        "/div>"
        "<div><br></div>"
        "<div><br></div>"
        "<div>Hi Tom, see you then.</div></div></div></body></html>"
    ),
}


def parts(email: Email) -> dict[Part, list[str]]:
    """Return what each part says, folded; headers left out."""
    found: dict[Part, list[str]] = {}
    for block in email.blocks:
        if words := fold(block.span.of(email.text)):
            found.setdefault(block.part, []).append(words)
    return found


def read_text(text: str) -> dict[Part, list[str]]:
    head = "Subject: Re: Interview\nTo: Ana Berg <ana@x.example>\n\n"
    return parts(read(Source("draft.txt", head + text)))


def is_his(found: dict[Part, list[str]]) -> bool:
    """Tell whether the writer's words are found as they are."""
    return (found[Part.GREETING], found[Part.BODY], found[Part.CLOSING]) == (
        ["Dear Ana,"],
        ["Thank you for the tour of the lock on Tuesday."],
        ["Best regards,"],
    ) and found[Part.SIGNATURE][0].startswith("Tom Hale")


@pytest.mark.parametrize("tail", QUOTING.values(), ids=QUOTING)
def test_what_is_quoted_is_theirs(tail: str) -> None:
    found = read_text(WORDS + tail)
    assert is_his(found)
    said = tail.split("\n")[-2].strip("> ")
    last = found[Part.QUOTED][-1].strip("> ")
    assert last.endswith(said[-8:])
    assert not any("Ana Berg" in words for words in found[Part.SIGNATURE])


@pytest.mark.parametrize("foot", FEET.values(), ids=FEET)
def test_a_foot_says_nothing(foot: str) -> None:
    assert is_his(read_text(WORDS + foot))


@pytest.mark.parametrize("banner", BANNERS)
def test_a_warning_on_top_says_nothing(banner: str) -> None:
    found = read_text(f"{banner}\n\n{WORDS}\n")
    assert is_his(found)
    assert " ".join(found[Part.QUOTED]) == fold(banner)


@pytest.mark.parametrize(
    "line",
    [
        "CAUTION was what your notice said.",
        "On Tuesday, 12 May, I wrote: nothing at all.",
        "On 12 May 2026 your colleague (ana@x.example) wrote: see you then.",
        "External links were the topic of our talk.",
    ],
)
def test_words_of_his_own_that_look_like_it(line: str) -> None:
    found = read_text(f"Dear Ana,\n\n{line} I liked that.\n\nBest regards,\nTom Hale\n")
    assert found[Part.BODY] == [f"{line} I liked that."]
    assert Part.QUOTED not in found


@pytest.mark.parametrize("markup", HTML.values(), ids=HTML)
def test_html(markup: str) -> None:
    message = EmailMessage()
    message["From"] = "Tom Hale <tom@y.example>"
    message["To"] = "Ana Berg <ana@x.example>"
    message["Subject"] = "Re: Interview"
    message.set_content(markup, subtype="html")
    found = parts(read_bytes("a.eml", bytes(message)))
    (greeting,) = found[Part.GREETING]
    assert greeting in ("Dear Ana,", "Hi Ana,")
    assert found[Part.BODY][0] == "Thank you for the tour of the lock on Tuesday."
    assert found[Part.BODY][1:] in ([], ["- the paddles - the sluice"])
    assert found[Part.SIGNATURE][0].startswith("Tom")
    if "see you then" in markup:
        assert found[Part.QUOTED][-1].endswith("Hi Tom, see you then.")
    every = " ".join(
        words for part, said in found.items() for words in said if part is not Part.QUOTED
    )
    for hidden in ("Preview text", "margin", "Ana Berg <", "Learn", "shapedefaults"):
        assert hidden not in every.replace("To: Ana Berg <ana@x.example>", "")
