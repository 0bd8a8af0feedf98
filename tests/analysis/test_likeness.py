from __future__ import annotations

from followlint.analysis.likeness import nearest, slips_between


def test_slips() -> None:
    assert slips_between("klarna", "klanra") == 1
    assert slips_between("klarna", "kiln") == 4
    assert slips_between("", "") == 0


def test_words_in_any_order_the_likest_first() -> None:
    others = ["rack glaze", "kiln", "glaze racks", "glaze rack colour", "rack glaze"]
    found = nearest("glaze rack", others, 85)
    assert [place for place, _ in found] == [0, 4, 2]
    assert found[0][1] == 100 > found[2][1] >= 85
    assert nearest("glaze rack", [], 85) == []
