"""The arithmetic of the network, against torch's figures and against damaged files."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from followlint.analysis.meaning import MOVES, Meaning
from followlint.analysis.neural.network import Encoded, Network
from followlint.analysis.neural.pieces import Vocabulary
from followlint.errors import ToolError

NETWORK = Meaning().network
VOCABULARY = Vocabulary()


def encoded(text: str) -> Encoded:
    own = VOCABULARY.pieces(text)
    first, last = VOCABULARY.number("[CLS]"), VOCABULARY.number("[SEP]")
    return Encoded([first, last, *own, last], [0, 0, *[1] * (len(own) + 1)])


def by_hand(arrays: Mapping[str, Any], text: Encoded) -> list[float]:
    """Work out the same, number by number, as the papers have it."""

    def linear(name: str, row: Any) -> Any:
        weights = arrays[f"{name}.weights"] * arrays[f"{name}.scale"][:, None].astype("float64")
        return [weights[at] @ row + arrays[f"{name}.bias"][at] for at in range(len(weights))]

    def norm(name: str, row: Any) -> Any:
        row = np.array(row, "float64")
        spread = (row.var() + 1e-12) ** 0.5
        return (row - row.mean()) / spread * arrays[f"{name}.gain"] + arrays[f"{name}.bias"]

    def gelu(x: float) -> float:
        return 0.5 * x * (1 + np.tanh((2 / np.pi) ** 0.5 * (x + 0.044715 * x**3)))

    rows = [
        norm(
            "embedded",
            arrays["words"][number] * 0.01 + arrays["order"][at] + arrays["own"][own],
        )
        for at, (number, own) in enumerate(zip(text.numbers, text.own, strict=True))
    ]
    asked = [np.array(linear("layer.0.looks", row)).reshape(3, 2, 3) for row in rows]
    after = []
    for row, (queries, _, _) in zip(rows, asked, strict=True):
        seen: list[float] = []
        for head in range(2):
            likeness = [queries[head] @ keys[head] / 3**0.5 for _, keys, _ in asked]
            shares = np.exp(likeness) / np.exp(likeness).sum()
            seen += list(sum(s * v[head] for s, (_, _, v) in zip(shares, asked, strict=True)))
        looked = norm("layer.0.after-look", linear("layer.0.looked", np.array(seen)) + row)
        thought = np.array([gelu(x) for x in linear("layer.0.thinks", looked)])
        after.append(norm("layer.0.after-thought", linear("layer.0.thought", thought) + looked))
    own = [row for row, mine in zip(after, text.own, strict=True) if mine]
    return [float(x) for x in linear("reads", np.mean(own, axis=0))]


TEXTS = {
    "a piece": Encoded([2], [1]),
    "several": Encoded([0, 1, 3, 2, 2], [1, 1, 1, 1, 1]),
    "some before it": Encoded([3, 0, 1, 2, 0, 1, 1, 2], [0, 0, 0, 1, 1, 1, 1, 1]),
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_it_computes_what_the_papers_say(
    arrays: dict[str, Any], network: Callable[[Mapping[str, Any]], Network], text: Encoded
) -> None:
    (told,) = network(arrays).read([text])
    assert told == pytest.approx(by_hand(arrays, text), abs=1e-4)


def test_texts_that_are_read_together_do_not_see_each_other(
    arrays: dict[str, Any], network: Callable[[Mapping[str, Any]], Network]
) -> None:
    one, texts = network(arrays), list(TEXTS.values())
    alone = [told for text in texts for told in one.read([text])]
    assert one.read([]) == []
    for together, told in zip(one.read(texts), alone, strict=True):
        assert together == pytest.approx(told, abs=1e-5)


def test_what_is_not_its_own_colours_it_and_no_more(
    arrays: dict[str, Any], network: Callable[[Mapping[str, Any]], Network]
) -> None:
    one = network(arrays)
    alike = one.read([Encoded([number, 1, 2], [0, 1, 1]) for number in (0, 3)])
    assert alike[0] != alike[1]


#: What torch says of sentences after others, with the weights that were exported: MOVES, in order.
TORCH = {
    ("", "Thank you for meeting me on Tuesday."): [3.28, -3.64, 3.28, -3.67, -3.65],
    (
        "The weather was fine.",
        "What you told me about repairing the organ has stayed with me.",
    ): [-3.84, 3.75, -3.82, -3.80, -3.67],
    ("", "Could you tell me when you expect to decide?"): [-3.49, -3.88, -3.78, -3.52, 3.84],
}


@pytest.mark.parametrize(("pair", "expected"), TORCH.items())
def test_the_shipped_one_says_what_torch_says(pair: tuple[str, str], expected: list[float]) -> None:
    (told,) = Meaning().read([pair])
    assert [told[move] for move in MOVES] == pytest.approx(expected, abs=0.15)


def test_a_sentence_is_read_alike_every_time() -> None:
    text = encoded("Thank you for meeting me on Tuesday.")
    other = encoded("Your story about the flooded kiln made me laugh.")
    first = NETWORK.read([text])
    assert NETWORK.read([other]) != first
    assert NETWORK.read([text]) == first


def test_nothing_is_loaded_before_the_first_question() -> None:
    program = (
        "import sys\n"
        "from followlint.analysis import Tools\n"
        "from followlint.analysis.content import Content\n"
        "from followlint.analysis.kind import KindDetector\n"
        "tools = Tools(KindDetector(()), Content(), networks=True)\n"
        "assert 'numpy' not in sys.modules\n"
        "list(tools.meaning.read([('', 'Hi.')]))\n"
        "assert 'numpy' in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True)


DAMAGED: dict[str, Callable[[bytes], bytes | None]] = {
    "missing": lambda whole: None,
    "empty": lambda whole: b"",
    "something else": lambda whole: b"Dear Ana,\n\nIt rained.\n",
    "only its beginning": lambda whole: whole[: len(whole) // 2],
    "without its end": lambda whole: whole[:-10],
}


@pytest.mark.parametrize("damage", DAMAGED.values(), ids=DAMAGED)
def test_a_file_that_is_no_network_is_named(
    tmp_path: Path, damage: Callable[[bytes], bytes | None]
) -> None:
    path = tmp_path / "tea.npz"
    if (data := damage(NETWORK.path.read_bytes())) is not None:
        path.write_bytes(data)
    network = Network(path)
    for _ in range(2):
        with pytest.raises(ToolError, match=r"^the network tea\.npz cannot be loaded: .+$"):
            network.read([encoded("Hi.")])


@pytest.mark.parametrize("lacks", ["layers", "words", "layer.0.thinks.scale", "reads.bias"])
def test_a_network_that_lacks_an_array_is_told(
    arrays: dict[str, Any], network: Callable[[Mapping[str, Any]], Network], lacks: str
) -> None:
    del arrays[lacks]
    with pytest.raises(ToolError, match=f"^the network has no '{lacks}'; reinstall followlint$"):
        network(arrays).read([TEXTS["several"]])
