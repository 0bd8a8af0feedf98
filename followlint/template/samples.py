"""What is put into slots where nobody gives values: sample people, a sample company, sample talk.

Two sets. `PLAIN` makes no trouble, so that what is found is the template's own fault; `HARD` is
what the fill test is for: an accent and an apostrophe in a name, a company of several words that
ends in an s, a job that begins with a vowel.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from followlint.template.asks import Ask


@dataclass(frozen=True)
class Samples:
    """A value for each thing that a slot can ask for, and several for what is asked often.

    `sentences` are for slots that stand for a whole sentence, `clauses` for what gives a reason.
    """

    values: Mapping[Ask, str]
    topics: Sequence[str]
    skills: Sequence[str]
    sentences: Sequence[str]
    clauses: Sequence[str]


_SHARED = {
    Ask.HONORIFIC: "Ms.",
    Ask.DAY: "Tuesday",
    # With its year, for a day of the week beside it must be right in every year.
    Ask.DATE: "12 May 2026",
    Ask.TIME: "10 am",
    Ask.WHEN: "the end of next week",
    Ask.PLACE: "Leeds",
    Ask.PHONE: "020 7946 0018",
    Ask.LINK: "https://example.com/profile",
    Ask.NUMBER: "three",
    Ask.FIELD: "food retail",
    Ask.ADJECTIVE: "helpful",
}
_TOPICS = (
    "the move to barcode scanning in the cold store",
    "the loading plan for the night shift",
    "the returns desk behind the bakery",
    "the pallet labels that fade in the rain",
    "the training week for new drivers",
)
_SKILLS = ("planning stock for two warehouses", "training a team of pickers", "writing rotas")
_SENTENCES = (
    "What you said about barcode scanning in the cold store has stayed with me.",
    "I also liked hearing how the night shift plans its loading.",
    "In my last job I planned stock for two warehouses.",
)
_CLAUSES = ("the work builds on what I did for two warehouses",)

PLAIN = Samples(
    {
        **_SHARED,
        Ask.READER: "Priya Raman",
        Ask.READER_FIRST: "Priya",
        Ask.READER_LAST: "Raman",
        Ask.WRITER: "Daniel Hughes",
        Ask.WRITER_FIRST: "Daniel",
        Ask.WRITER_LAST: "Hughes",
        Ask.SOMEBODY: "Martin",
        Ask.EMAIL: "daniel@example.com",
        Ask.COMPANY: "Brightwater Foods",
        Ask.ROLE: "Stock Planner",
        Ask.TEAM: "Logistics",
    },
    _TOPICS,
    _SKILLS,
    _SENTENCES,
    _CLAUSES,
)
HARD = Samples(
    {
        **_SHARED,
        Ask.READER: "Siobhán O’Connell",
        Ask.READER_FIRST: "Siobhán",
        Ask.READER_LAST: "O’Connell",
        Ask.WRITER: "José Núñez",
        Ask.WRITER_FIRST: "José",
        Ask.WRITER_LAST: "Núñez",
        Ask.SOMEBODY: "Zoë",
        Ask.EMAIL: "jose@example.com",
        Ask.COMPANY: "Hartley, Winslow & Sons Foods",
        Ask.ROLE: "Inventory Analyst",
        Ask.TEAM: "Operations",
        Ask.FIELD: "e-commerce",
        Ask.ADJECTIVE: "honest",
    },
    _TOPICS,
    _SKILLS,
    _SENTENCES,
    _CLAUSES,
)
