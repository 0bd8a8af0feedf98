"""How likely words are in their sentence, by a network so small that it can be worked out, and by
the one that is shipped."""

from __future__ import annotations

import gzip
import math
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from followlint.analysis.neural.network import Encoded, Network
from followlint.analysis.neural.pieces import Vocabulary
from followlint.analysis.typos.fitting import LITTLE, Choice, Fitting
from followlint.errors import ToolError

MakeNetwork = Callable[[Mapping[str, Any]], Network]
#: Four pieces, as the small network has.
PIECES = ["[CLS]", "[SEP]", "tea", "##pot"]


@pytest.fixture
def vocabulary(tmp_path: Path) -> Vocabulary:
    path = tmp_path / "pieces.txt.gz"
    path.write_bytes(gzip.compress("\n".join(PIECES).encode()))
    return Vocabulary(path, cased=True)


@pytest.fixture
def choosing(arrays: dict[str, Any]) -> dict[str, Any]:
    """The small network with the layers that choose."""
    draw = np.random.default_rng(11)
    for name, rows in (("turn", 6), ("keep", 1), ("missing", len(LITTLE) + 1)):
        arrays[f"{name}.weights"] = draw.integers(-127, 127, (rows, 6)).astype("int8")
        arrays[f"{name}.scale"] = np.full(rows, 0.01, "float32")
        arrays[f"{name}.bias"] = draw.normal(size=rows).astype("float32")
    arrays["turned.gain"], arrays["turned.bias"] = draw.normal(size=(2, 6)).astype("float32")
    return arrays


def by_hand(arrays: Mapping[str, Any], state: Any, words: list[list[int]]) -> list[float]:
    """Work out what is said of words, each as its pieces, where the network is in a state."""

    def linear(name: str, row: Any) -> Any:
        weights = arrays[f"{name}.weights"] * arrays[f"{name}.scale"][:, None].astype("float64")
        return weights @ row + arrays[f"{name}.bias"]

    turned = linear("turn", np.array(state, "float64"))
    turned *= 0.5 * (1 + np.tanh((2 / np.pi) ** 0.5 * (turned + 0.044715 * turned**3)))
    turned = (turned - turned.mean()) / (turned.var() + 1e-12) ** 0.5
    turned = turned * arrays["turned.gain"] + arrays["turned.bias"]
    scores = [np.mean([arrays["words"][at] * 0.01 for at in word], 0) @ turned for word in words]
    scores[0] += linear("keep", np.array(state, "float64"))[0]
    total = math.log(sum(math.exp(score) for score in scores))
    return [score - total for score in scores]


def test_it_computes_what_it_was_trained_to(
    choosing: dict[str, Any], network: MakeNetwork, vocabulary: Vocabulary
) -> None:
    one = network(choosing)
    # "teapot tea": [CLS] tea ##pot tea [SEP]; the second word starts at offset 7, its piece is 3.
    (states,) = one.states([Encoded([0, 2, 3, 2, 1])])
    asked = [Choice(0, ["teapot", "tea"]), Choice(7, ["tea", "teapot"])]
    (reading,) = Fitting(one, vocabulary).read([("teapot tea", asked)])
    first, second = reading.likely
    assert first == pytest.approx(by_hand(choosing, states[1], [[2, 3], [2]]), abs=1e-4)
    assert second == pytest.approx(by_hand(choosing, states[3], [[2], [2, 3]]), abs=1e-4)


def test_sentences_that_are_read_together_do_not_see_each_other(
    choosing: dict[str, Any], network: MakeNetwork, vocabulary: Vocabulary
) -> None:
    fitting = Fitting(network(choosing), vocabulary)
    texts = [("tea", [Choice(0, ["tea", "teapot"])]), ("teapot tea tea", [])]
    together, (alone,) = fitting.read(texts), fitting.read(texts[:1])
    assert together[1].likely == []
    assert together[0].likely[0] == pytest.approx(alone.likely[0], abs=1e-5)
    assert fitting.read([]) == []


def test_nothing_is_said_of_what_is_no_word_or_too_far_behind(
    choosing: dict[str, Any], network: MakeNetwork, vocabulary: Vocabulary
) -> None:
    choosing["order"] = np.zeros((128, 6), "float32")
    fitting = Fitting(network(choosing), vocabulary)
    text = " ".join(["tea"] * 200)
    asked = [Choice(at, ["tea", "teapot"]) for at in (0, 1, 4 * 124, 4 * 125, 4 * 199)]
    (reading,) = fitting.read([(text, asked)])
    assert [one is not None for one in reading.likely] == [True, False, True, False, False]


SHIPPED = Fitting()


def told(text: str, written: str, *others: str) -> list[float]:
    (reading,) = SHIPPED.read([(text, [Choice(text.index(written), [written, *others])])])
    (found,) = reading.likely
    assert found
    return [math.exp(one) for one in found]


@pytest.mark.parametrize(
    ("text", "written", "meant"),
    [
        ("I look forward to hearing form you soon.", "form", "from"),
        ("It was a pleasure to meat the whole team.", "meat", "meet"),
        ("I have herd that the lab moves in May.", "herd", "heard"),
        ("Thank you for you time on Tuesday.", "you time", "your"),
    ],
)
def test_the_shipped_one_sees_what_was_meant(text: str, written: str, meant: str) -> None:
    at = text.index(written)
    word = written.split()[0]
    (reading,) = SHIPPED.read([(text, [Choice(at, [word, meant])])])
    (found,) = reading.likely
    assert found
    assert math.exp(found[1]) > 0.9


@pytest.mark.parametrize(
    ("text", "written", "other"),
    [
        ("I filled in the form you sent me.", "form", "from"),
        ("You sell meat to half of the town.", "meat", "meet"),
        ("I milk a herd of forty goats.", "herd", "heard"),
        ("Do you need anything else from me?", "you", "your"),
    ],
)
def test_the_shipped_one_leaves_words_in_their_place(text: str, written: str, other: str) -> None:
    assert told(text, written, other)[0] > 0.9


def test_a_missing_word_is_the_likeliest_and_likelier_than_none(
    choosing: dict[str, Any], network: MakeNetwork, vocabulary: Vocabulary
) -> None:
    choosing["missing.weights"][:] = 0
    choosing["missing.bias"][:] = 0
    choosing["missing.bias"][1 + LITTLE.index("for")] = 9
    (reading,) = Fitting(network(choosing), vocabulary).read([("teapot tea", [])])
    assert [(one.at, one.word) for one in reading.missing] == [(0, "for"), (7, "for")]
    sure = 1 - 1 / (math.exp(9) + len(LITTLE))
    assert [one.likelihood for one in reading.missing] == pytest.approx([sure] * 2, abs=2e-4)


def test_the_shipped_one_misses_a_word() -> None:
    (reading,) = SHIPPED.read([("I would be honoured work with you.", [])])
    ((at, word),) = [(one.at, one.word) for one in reading.missing if one.likelihood > 0.9]
    assert (at, word) == (20, "to")
    (reading,) = SHIPPED.read([("I would be honoured to work with you.", [])])
    assert reading.missing == []


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    fitting = Fitting(Network(tmp_path / "slips.npz"))
    with pytest.raises(ToolError, match=r"slips\.npz cannot be loaded"):
        fitting.read([("tea", [])])
