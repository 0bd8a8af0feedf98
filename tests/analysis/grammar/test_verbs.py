from __future__ import annotations

from collections.abc import Callable

import pytest

from followlint.analysis import Draft
from followlint.analysis.typos.grammar.verbs import verb_slips

DraftOf = Callable[..., Draft]

WRONG = [
    ("I can send references if they would helps.", "helps", "help"),
    ("It would means a great deal to me.", "means", "mean"),
    ("I would happily serving at the front desk.", "serving", "serve"),
    ("I have attach the certificate you wanted.", "attach", "attached"),
    ("I have bring home the petal I spoiled.", "bring", "brought"),
    ("I did not understood the second question.", "understood", "understand"),
    ("I would be pleased join your crew.", "pleased join", "pleased to join"),
    ("I would be glad talk again.", "glad talk", "glad to talk"),
    ("I would be honoured work with you.", "honoured work", "honoured to work"),
    ("I can bring my slides if you want see them.", "want see", "want to see"),
    ("It would allow me use my four years there.", "me use", "me to use"),
]
RIGHT = """
    I had said that you'd told me, and I'd gladly put up with it.
    You and Dr May interviewed me on 2 April.
    I can pivot, and I can be patient.
    I have read the report and put it away.
    We have work to do, and I have access every day.
    I have to leave by five.
    You did not have to wait for me.
    I am glad you called.
    I would be happy to talk, and able to start at once.
    They let me use the lathe, and you made me feel welcome.
    It allows me time to read.
    I want work that matters.
    The needs of the ward must come first.
    I am ready, come what may.
""".strip().splitlines()


@pytest.mark.parametrize(("text", "wrong", "right"), WRONG)
def test_a_form_that_cannot_follow_is_found(
    draft_of: DraftOf, text: str, wrong: str, right: str
) -> None:
    (slip,) = verb_slips(draft_of(text).prose)
    assert (slip.span.of(text), slip.suggestions) == (wrong, (right,))


@pytest.mark.parametrize("text", [line.strip() for line in RIGHT])
def test_what_may_be_right_is_left_alone(draft_of: DraftOf, text: str) -> None:
    assert not list(verb_slips(draft_of(text).prose))
