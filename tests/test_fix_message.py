"""Saved messages are mended where their transfer encoding lets the text stand as it reads."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followlint.finding import Applicability, Edit, Finding, Report, Severity
from followlint.fix import Fixed, fixed
from followlint.mail import Kind, read_bytes
from followlint.text import Source, Span

Run = Callable[..., Any]
SAFE = Applicability.SAFE
#: What is mended here, and into what.
FAULTS = {"the the": "the", "recieve": "receive", " 😀": "", "cafe": "café"}
TEXT = "Dear Ana,\n\nThank you for the the tour.\n\nBest regards,\nTom Reed\n"
MENDED = TEXT.replace("the the", "the")


def report_on(data: bytes, name: str = "m.eml") -> Report:
    source = read_bytes(name, data).source
    found = [
        Finding(span, "TM001", "fault", Severity.ERROR, "a fault", edit=Edit(span, good, SAFE))
        for bad, good in FAULTS.items()
        for match in re.finditer(re.escape(bad), source.text)
        for span in [Span(*match.span())]
    ]
    return Report(source, Kind.THANK_YOU, tuple(sorted(found, key=lambda f: f.span)))


def never(source: Source) -> Report:
    raise AssertionError("a message is read as a file")


def mend(data: bytes) -> Fixed:
    return fixed(report_on(data), never, lint_file=report_on)


def message(body: bytes, *fields: str, subject: str = "Tuesday") -> bytes:
    head = ["From: tom@example.org", "To: ana@example.com", f"Subject: {subject}", *fields]
    return "\r\n".join([*head, "", ""]).encode() + body.replace(b"\n", b"\r\n")


def encoded(name: str) -> str:
    return f"Content-Transfer-Encoding: {name}"


PLAIN = 'Content-Type: text/plain; charset="utf-8"'
FLOWED = 'Content-Type: text/plain; charset="utf-8"; format=flowed'


class TestWhatIsMended:
    @pytest.mark.parametrize(
        "fields",
        [
            pytest.param([], id="nothing said of encodings"),
            pytest.param([PLAIN, encoded("7bit")], id="7bit"),
            pytest.param([PLAIN, encoded("8bit")], id="8bit"),
            pytest.param([PLAIN, encoded("quoted-printable")], id="quoted-printable"),
            pytest.param([FLOWED, encoded("7bit")], id="flowed"),
            pytest.param(["DKIM-Filter: none"], id="not signed"),
        ],
    )
    def test_and_every_other_byte_stays(self, fields: list[str]) -> None:
        outcome = mend(message(TEXT.encode(), *fields))
        assert outcome.after.failures == ()
        assert outcome.bytes_for(b"") == message(MENDED.encode(), *fields)

    def test_beside_letters_that_are_escaped(self) -> None:
        body = "Gr=C3=BC=C3=9Fe to the the=20\ntour, =E2=80=9Crecieved=E2=80=9D =\nof it\n"
        data = message(body.encode(), PLAIN, encoded("quoted-printable"))
        outcome = mend(data)
        assert outcome.after.failures == ()
        expected = data.replace(b"the the", b"the").replace(b"recieve", b"receive")
        assert outcome.bytes_for(data) == expected

    def test_in_latin_1(self) -> None:
        fields = ['Content-Type: text/plain; charset="iso-8859-1"', encoded("8bit")]
        body = "Gr\u00fc\u00dfe from the the caf\u00e9\n".encode("latin-1")
        outcome = mend(message(body, *fields))
        assert outcome.bytes_for(b"") == message(body.replace(b"the the", b"the"), *fields)

    def test_the_text_of_several_parts_of_which_one_is_text(self) -> None:
        fields = ['Content-Type: multipart/mixed; boundary="b"']
        attached = b"--b\nContent-Type: text/plain\nContent-Disposition: attachment\n\nthe the\n"
        body = b"--b\n\nThank you for the the tour.\n" + attached + b"--b--\n"
        outcome = mend(message(body, *fields))
        assert outcome.after.failures == ()
        assert outcome.bytes_for(b"") == message(body.replace(b"for the the", b"for the"), *fields)

    def test_the_subject(self) -> None:
        outcome = mend(message(b"Hello.\n", subject="After the the tour"))
        assert outcome.bytes_for(b"") == message(b"Hello.\n", subject="After the tour")

    def test_a_diff_is_of_the_file(self) -> None:
        body = "Gr=C3=BC=C3=9Fe from the the tour\n"
        diff = mend(message(body.encode(), PLAIN, encoded("quoted-printable"))).diff()
        assert "-Gr=C3=BC=C3=9Fe from the the tour\r\n" in diff
        assert "+Gr=C3=BC=C3=9Fe from the tour\r\n" in diff

    def test_what_is_encoded_is_left_beside_what_is_not(self) -> None:
        body = "Thank you for the the tour =F0=9F=98=80\n"
        data = message(body.encode(), PLAIN, encoded("quoted-printable"))
        outcome = mend(data)
        assert outcome.bytes_for(data) == data.replace(b"the the", b"the")
        assert [finding.edit.content for finding in outcome.after.findings if finding.edit] == [""]
        assert outcome.after.failures == ()


SIGNED = ['Content-Type: multipart/signed; boundary="b"; protocol="application/pgp-signature"']
TWICE = ['Content-Type: multipart/alternative; boundary="b"']
LONG = "Thank you, the the tour was worth every hour of the journey that it took me.="


class TestWhatIsRefused:
    @pytest.mark.parametrize(
        ("data", "reason"),
        [
            pytest.param(
                message(b"VGhhbmsgeW91IGZvciB0aGUgdGhlIHRvdXIuCg==\n", PLAIN, encoded("base64")),
                "the text is encoded where it would change",
                id="base64",
            ),
            pytest.param(
                message(b"Thank you =F0=9F=98=80\n", PLAIN, encoded("quoted-printable")),
                "the text is encoded where it would change",
                id="an escape",
            ),
            pytest.param(
                message(b"Thank you for the =\nthe tour.\n", PLAIN, encoded("quoted-printable")),
                "the text is encoded where it would change",
                id="over a soft line break",
            ),
            pytest.param(
                message(b"We met in the cafe.\n", PLAIN, encoded("7bit")),
                "the text is encoded where it would change",
                id="letters that 7bit cannot hold",
            ),
            pytest.param(
                message(b"--b\n\nthe the\n--b\n\nsealed\n--b--\n", *SIGNED),
                "the message is signed",
                id="signed",
            ),
            pytest.param(
                message(b"Thank you for the the tour.\n", "DKIM-Signature: v=1; a=rsa-sha256"),
                "the message is signed",
                id="signed on its way",
            ),
            pytest.param(
                message(
                    b"--b\n\nthe the\n--b\nContent-Type: text/html\n\n<p>the the\n--b--\n", *TWICE
                ),
                "its text in several parts",
                id="text and HTML",
            ),
            pytest.param(
                message(b"<p>Thank you for the the tour.</p>\n", "Content-Type: text/html"),
                "its text is HTML",
                id="HTML",
            ),
        ],
    )
    def test_with_the_reason(self, data: bytes, reason: str) -> None:
        outcome = mend(data)
        assert (outcome.changed, outcome.mended) == (False, ())
        assert outcome.bytes_for(data) == data
        assert outcome.after.findings == outcome.before.findings
        [failure] = outcome.after.failures
        assert failure.startswith("not fixed: ")
        assert reason in failure

    def test_a_line_that_would_become_too_long(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setitem(FAULTS, "tour", "guided tour")
        data = message(LONG.encode() + b"\n So it was.\n", PLAIN, encoded("quoted-printable"))
        assert "in lines of its length" in mend(data.replace(b"the the", b"this")).after.failures[0]

    def test_a_paragraph_that_would_flow_into_the_next(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setitem(FAULTS, "plz", "")
        data = message(b"Write to me plz\n Or call.\n", FLOWED)
        assert "would not say the same" in mend(data).after.failures[0]

    def test_nothing_is_said_where_there_is_nothing_to_mend(self) -> None:
        outcome = mend(message(b"c2VhbGVk\n", *SIGNED))
        assert outcome.after.failures == ()

    def test_a_message_in_a_mailbox(self) -> None:
        outcome = fixed(report_on(message(TEXT.encode())), never)
        assert "a mailbox is left as it is" in outcome.after.failures[0]


PIECES = st.lists(
    st.sampled_from(
        [*FAULTS, "a ", " b", "\n", " \n", "=", "=3D", "=\n", "=C3=A9", "é", ">", "From ", "+", "."]
    ),
    max_size=15,
).map("".join)


@given(
    PIECES,
    st.sampled_from(["7bit", "8bit", "quoted-printable", "base64", "x-odd"]),
    st.sampled_from([PLAIN, FLOWED, f"{FLOWED}; delsp=yes", "Content-Type: text/plain"]),
    st.sampled_from(["utf-8", "latin-1"]),
)
def test_any_message_says_the_same_but_for_its_edits(
    body: str, encoding: str, kind: str, written: str
) -> None:
    data = message(body.encode(written, "replace"), kind, encoded(encoding))
    outcome = mend(data)
    new = outcome.bytes_for(data)
    again = mend(new)
    if outcome.after.failures:
        assert new == data
        return
    assert not again.changed
    # Nothing came but what was put in, and nothing went but what was taken out.
    came = sum(len(f.edit.content) for f in outcome.mended if f.edit)
    went = sum(len(f.edit.span) for f in outcome.mended if f.edit)
    before, after = report_on(data).source, report_on(new).source
    assert len(after.text) == len(before.text) + came - went
    assert new.count(b"\r\n") == data.count(b"\r\n")
    head = data.index(b"\r\n\r\n")
    assert new[:head] == data[:head]


class TestOnTheCommandLine:
    SELECT = ("--isolated", "--select", "repeated-word")

    def test_the_file_is_rewritten(self, folder: Path, invoke: Run) -> None:
        path = folder / "m.eml"
        path.write_bytes(message(TEXT.encode(), PLAIN, encoded("7bit")))
        assert invoke(*self.SELECT, "--fix", "m.eml") == (0, "", "followlint: fixed: 1, left: 0\n")
        assert path.read_bytes() == message(MENDED.encode(), PLAIN, encoded("7bit"))

    def test_a_refusal_says_why_and_changes_nothing(self, folder: Path, invoke: Run) -> None:
        body = b"--b\n\n" + TEXT.encode() + b"--b\n\nsealed\n--b--\n"
        (folder / "m.eml").write_bytes(message(body, *SIGNED))
        done = invoke(*self.SELECT, "--fix", "m.eml")
        assert done.status == 2
        assert "m.eml: not fixed: the message is signed" in done.err
        assert "--unsafe-fixes" not in done.err
        assert (folder / "m.eml").read_bytes() == message(body, *SIGNED)

    def test_a_mailbox_is_left_as_it_is(self, folder: Path, invoke: Run) -> None:
        data = b"From tom Tue May 12 2026\n" + message(TEXT.encode())
        (folder / "sent.mbox").write_bytes(data)
        done = invoke(*self.SELECT, "--fix", "sent.mbox")
        assert done.status == 2
        assert "sent.mbox:1: not fixed: a mailbox is left as it is" in done.err
        assert (folder / "sent.mbox").read_bytes() == data
