from __future__ import annotations

import math
from collections.abc import Mapping
from pathlib import Path

import pytest

from followlint.analysis.opinion import Weights

TABLE = """\
# thanks\tasks
*\t-1\t0.5
thank you\t3\t0
any news\t0\t2.5
tea\t-0.5\t-0.5
"""


@pytest.fixture
def weights(tmp_path: Path) -> Weights:
    path = tmp_path / "weights.tsv"
    path.write_text(TABLE, encoding="utf-8")
    return Weights(path)


SCORES: dict[str, tuple[list[str], Mapping[str, float]]] = {
    "nothing: where scores begin": ([], {"thanks": -1, "asks": 0.5}),
    "one run": (["thank you"], {"thanks": 2, "asks": 0.5}),
    "several runs": (["thank you", "any news", "tea"], {"thanks": 1.5, "asks": 2.5}),
    "an unknown run": (["rain"], {"thanks": -1, "asks": 0.5}),
}


@pytest.mark.parametrize(("grams", "expected"), SCORES.values(), ids=SCORES)
def test_scores_by_the_columns_of_the_header(
    weights: Weights, grams: list[str], expected: Mapping[str, float]
) -> None:
    assert weights.scores(grams) == expected


def test_without_a_start_scores_begin_at_nothing(tmp_path: Path) -> None:
    path = tmp_path / "weights.tsv"
    path.write_text("# thanks\ntea\t2\n", encoding="utf-8")
    assert Weights(path).scores(["rain"]) == {"thanks": 0}
    assert Weights(path).likelihoods(["rain"]) == {"thanks": 0.5}


def test_a_likelihood_is_the_score_between_0_and_1(weights: Weights) -> None:
    assert weights.likelihoods(["thank you"]) == pytest.approx(
        {"thanks": 1 / (1 + math.exp(-2)), "asks": 1 / (1 + math.exp(-0.5))}
    )


def test_the_file_is_read_at_the_first_question(tmp_path: Path) -> None:
    weights = Weights(tmp_path / "missing.tsv")
    with pytest.raises(FileNotFoundError):
        weights.scores([])
