"""Where emails stand in files of templates, and what is left out."""

from __future__ import annotations

from pathlib import Path

import pytest

from followlint.mail import Kind
from followlint.template.emails import Template, templates_in
from followlint.text import Source

FILES = sorted((Path(__file__).parents[1] / "templates").glob("*/*.*"))
EMAIL = "Dear [Name],\n\nThank you.\n\nBest,\n[Me]\n"


def templates(text: str, name: str = "file.md") -> list[Template]:
    return templates_in(Source(name, text))


def texts(text: str, name: str = "file.md") -> list[str]:
    return [template.text.text.strip() for template in templates(text, name)]


def test_a_fence_with_its_subject_above() -> None:
    text = f"# Thanks\n\nTips.\n\n**Subject:** `The [Role]`\n\n```text\n{EMAIL}```\n\n- a tip\n"
    assert texts(text) == [f"Subject: The [Role]\n\n{EMAIL.strip()}"]


def test_a_quote() -> None:
    quoted = "".join(f"> {line}".rstrip() + "\n" for line in EMAIL.splitlines())
    assert texts(f"## Note\n\nSubject: Tea\n\n{quoted}\nThat is it.") == [
        f"Subject: Tea\n\n{EMAIL.strip()}"
    ]


def test_plain_text_ends_with_the_signature() -> None:
    text = f"# One\n\n- **Subject line:** Tea\n\n{EMAIL}\n**Why it works**\n\nHi there is nice.\n"
    assert texts(text) == [f"Subject: Tea\n\n{EMAIL.strip()}"]


def test_a_postscript_belongs_to_it() -> None:
    text = f"# One\n\n{EMAIL}\nP.S. Tea.\n\nA tip.\n"
    assert texts(text) == [f"{EMAIL}\nP.S. Tea."]


def test_rules_and_titles_part_plain_text() -> None:
    one, two = EMAIL, EMAIL.replace("Thank you", "Many thanks")
    text = f"=== 1. First ===\n{one}\n-----\n=== 2. Second ===\n{two}"
    assert texts(text, "file.txt") == [one.strip(), two.strip()]


def test_several_emails_under_one_heading() -> None:
    other = EMAIL.replace("Thank you", "Many thanks")
    assert texts(f"# Two\n\nSubject: A\n\n{EMAIL}\nSubject: B\n\n{other}") == [
        f"Subject: A\n\n{EMAIL.strip()}",
        f"Subject: B\n\n{other.strip()}",
    ]


def test_a_file_without_any_structure_is_one_email() -> None:
    assert texts("Thank you for the tour.", "file.txt") == ["Thank you for the tour."]
    assert texts("Thank you for the tour.") == ["Thank you for the tour."]


def test_a_document_without_emails_has_none() -> None:
    assert texts("# How to\n\nBe kind.\n\n## Tips\n\nTips: be short.") == []
    assert texts("# How to\n\n- Subject: keep it short\n- Body: three paragraphs\n") == []


def test_without_a_greeting_it_is_told_by_its_subject_and_a_slot() -> None:
    text = "# A\n\nSubject: Tea\n\nI like [Company]."
    assert texts(text) == ["Subject: Tea\n\nI like [Company]."]


@pytest.mark.parametrize(
    "above",
    [
        "<!-- followlint: bad-example -->",
        "<!--followlint:bad-example: too pushy-->",
        "## Bad example",
        "### ❌ Too pushy",
        "❌ Bad:",
        "**Don't send this**",
        "## LinkedIn message",
        "## Cold outreach email",
    ],
)
def test_what_is_said_to_be_bad_or_something_else_is_left_out(above: str) -> None:
    assert texts(f"# Emails\n\n{above}\n\n```\n{EMAIL}```\n") == []


def test_a_mark_is_about_one_email() -> None:
    mark = "<!-- followlint: bad-example -->\n"
    good = EMAIL.replace("Thank you", "Many thanks")
    assert texts(f"# A\n\n{mark}```\n{EMAIL}```\n\n```\n{good}```\n") == [good.strip()]
    assert texts(f"# A\n\nText.\n\n{mark}\n# B\n\n```\n{EMAIL}```\n\n```\n{good}```\n") == [
        good.strip()
    ]
    text = f"=== 1 ===\n# followlint: bad-example\n{EMAIL}\n=== 2 ===\n{good}"
    assert texts(text, "file.txt") == [good.strip()]


def test_a_good_one_below_a_bad_one_is_looked_at() -> None:
    good = EMAIL.replace("Thank you", "Many thanks")
    assert texts(f"# A\n\n❌ Bad:\n\n```\n{EMAIL}```\n\n✅ Good:\n\n```\n{good}```\n") == [
        good.strip()
    ]


@pytest.mark.parametrize("title", ["Don't give up", "Before you write", "Haven't heard back?"])
def test_near_misses_of_bad_titles(title: str) -> None:
    assert texts(f"## {title}\n\n```\n{EMAIL}```\n") == [EMAIL.strip()]


def test_code_is_no_email() -> None:
    assert texts(f'# A\n\n```json\n{{"body": "{EMAIL}"}}\n```\n') == []


def test_marks_of_markdown_are_not_sent() -> None:
    [found] = texts(
        "# A\n\nHi [Name],\n\nI **really** like \\[Company\\].\\\nSo.\n\nBest,\n*[Me]*\n"
    )
    assert found == "Hi [Name],\n\nI really like [Company].\nSo.\n\nBest,\n[Me]"


def test_html_is_read_as_its_readers_see_it() -> None:
    text = "# A\n\n```html\n<p>Dear [Name],</p><p>Thank you.</p><p>Best,<br>[Me]</p>\n```\n"
    assert texts(text) == ["Dear [Name],\n\nThank you.\n\nBest,\n[Me]"]


def test_front_matter_holds_for_every_email() -> None:
    front = "---\nkind: follow-up\nsubject: {{role}}\ntitle: Ours\n---\n"
    [one] = texts(f"{front}\n{EMAIL}")
    assert one == f"{front.strip()}\n\n{EMAIL.strip()}"
    [own] = texts(f"{front}\n# A\n\nSubject: Tea\n\n{EMAIL}")
    assert own == f"Kind: follow-up\nSubject: Tea\n\n{EMAIL.strip()}"


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Thank-you email", Kind.THANK_YOU),
        ("Follow-up after no response", Kind.FOLLOW_UP),
        ("After a rejection: say thank you", Kind.REJECTION_REPLY),
        ("Follow-up email", None),
        ("Thank you and status update", None),
    ],
)
def test_titles_say_the_kind_where_they_are_plain(title: str, kind: Kind | None) -> None:
    [template] = templates(f"# All emails\n\n## {title}\n\n```\n{EMAIL}```\n")
    assert template.kind is kind


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_code_point_knows_its_place(path: Path) -> None:
    source = Source.read(path)
    found = templates_in(source)
    assert found
    for template in found:
        text, origins = template.text.text, list(template.text.origins)
        assert len(text) == len(origins)
        assert origins == sorted(origins)
        same = sum(source.text[at : at + 1] == char for char, at in zip(text, origins, strict=True))
        assert same > 0.8 * len(text)


@pytest.mark.parametrize("ending", ["\r\n", "\r"])
def test_line_breaks_of_all_sorts(ending: str) -> None:
    text = f"# A\n\n**Subject:** Tea\n\n```\n{EMAIL}```\n"
    assert texts(text.replace("\n", ending)) == texts(text)
