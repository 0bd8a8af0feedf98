from __future__ import annotations

import codecs
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followlint.text import Position, Source, Span, Spans, UnreadableError, fold, word_set

SPANS = st.tuples(st.integers(0, 20), st.integers(0, 20)).map(lambda ends: Span(*sorted(ends)))


def test_a_span_covers_a_slice_and_can_be_moved() -> None:
    span = Span(3, 6)
    assert (len(span), span.of("no yes no"), span.shifted(2)) == (3, "yes", Span(5, 8))


@pytest.mark.parametrize("ends", [(-1, 2), (3, 2)], ids=["before the text", "backwards"])
def test_what_is_no_range_is_no_span(ends: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match=r"not a span: "):
        Span(*ends)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (Span(0, 3), Span(2, 5), True),
        (Span(0, 3), Span(3, 5), False),
        (Span(0, 9), Span(4, 5), True),
        (Span(4, 4), Span(4, 6), True),
        (Span(4, 4), Span(2, 4), False),
        (Span(4, 4), Span(4, 4), True),
    ],
    ids=[
        "shared code point",
        "side by side",
        "one within the other",
        "empty before a span",
        "empty behind a span",
        "empty twice",
    ],
)
def test_overlap(one: Span, other: Span, expected: bool) -> None:
    assert one.overlaps(other) is expected
    assert other.overlaps(one) is expected


@given(SPANS, SPANS)
def test_spans_overlap_when_they_share_a_code_point(one: Span, other: Span) -> None:
    def points(span: Span) -> set[int]:
        return set(range(span.start, max(span.end, span.start + 1)))

    assert one.overlaps(other) == bool(points(one) & points(other))


@pytest.mark.parametrize(
    ("span", "expected"),
    [
        (Span(0, 7), Span(2, 4)),
        (Span(2, 4), Span(2, 4)),
        (Span(4, 7), Span(7, 7)),
        (Span(3, 3), Span(3, 3)),
    ],
    ids=["both ends", "nothing to take", "nothing but white space", "empty"],
)
def test_trimming_leaves_white_space_out(span: Span, expected: Span) -> None:
    assert span.trimmed(" \tok\r\n ") == expected


@pytest.mark.parametrize(
    ("offset", "expected"),
    [
        (0, Position(1, 1)),
        (3, Position(1, 4)),
        (4, Position(2, 1)),
        (6, Position(3, 1)),
        (7, Position(4, 1)),
        (10, Position(4, 4)),
    ],
    ids=["start", "line feed", "after it", "after CRLF", "after a lone CR", "end of text"],
)
def test_rows_and_columns_count_from_one(offset: int, expected: Position) -> None:
    assert Source("x", "abc\n\r\n\rxyz").position(offset) == expected


def test_columns_are_code_points() -> None:
    text = "a👍🏽é!"
    assert Source("x", text).position(text.index("!")) == Position(1, 5)


@pytest.mark.parametrize("offset", [-1, 4], ids=["before", "behind"])
def test_no_position_outside_the_text(offset: int) -> None:
    with pytest.raises(ValueError, match=f"offset {offset} outside a text of 3"):
        Source("x", "abc").position(offset)


def test_lines_come_without_their_breaks() -> None:
    source = Source("x", "one\r\ntwo\rthree\n\nfive")
    assert [source.line(row) for row in range(1, 6)] == ["one", "two", "three", "", "five"]
    assert [span.of(source.text) for span in source.lines()] == ["one", "two", "three", "", "five"]


@pytest.mark.parametrize("row", [0, 3], ids=["zero", "past the last"])
def test_there_is_no_such_row(row: int) -> None:
    with pytest.raises(IndexError):
        Source("x", "one\ntwo").line(row)


@given(st.text(alphabet="ab\r\n\u2028\x0c é"))
def test_every_offset_lies_on_the_line_that_its_row_names(text: str) -> None:
    source = Source("x", text)
    lines = list(source.lines())
    for offset in range(len(text) + 1):
        row, column = source.position(offset)
        assert lines[row - 1].start == offset - column + 1
        assert lines[row - 1].of(text) == source.line(row)
    assert "".join(line.of(text) for line in lines) == text.replace("\r", "").replace("\n", "")


@pytest.mark.parametrize(
    "data",
    [
        "é👍".encode(),
        codecs.BOM_UTF8 + "é👍".encode(),
        codecs.BOM_UTF16_LE + "é👍".encode("utf-16-le"),
        codecs.BOM_UTF16_BE + "é👍".encode("utf-16-be"),
        codecs.BOM_UTF32_LE + "é👍".encode("utf-32-le"),
        codecs.BOM_UTF32_BE + "é👍".encode("utf-32-be"),
    ],
    ids=["UTF-8", "UTF-8 with mark", "UTF-16 LE", "UTF-16 BE", "UTF-32 LE", "UTF-32 BE"],
)
def test_text_is_decoded_and_the_byte_order_mark_is_no_part_of_it(data: bytes) -> None:
    assert Source.decode("draft.txt", data) == Source("draft.txt", "é👍")


@pytest.mark.parametrize(
    ("data", "reason", "at"),
    [
        (b"caf\xe9", "not UTF-8 text (byte 0xe9 at offset 3)", 3),
        (b"\x89PNG", "not UTF-8 text (byte 0x89 at offset 0)", 0),
        (b"ab\0c", "holds a NUL at offset 2, so it is no text", 2),
        (codecs.BOM_UTF16_LE + b"a", "not UTF-16 text (byte 0x61 at offset 2)", 2),
    ],
    ids=["Latin-1", "picture", "NUL", "half a UTF-16 unit"],
)
def test_what_is_no_text_is_refused_with_the_place(data: bytes, reason: str, at: int) -> None:
    with pytest.raises(UnreadableError) as caught:
        Source.decode("draft.txt", data)
    assert (caught.value.reason, caught.value.data_offset) == (reason, at)


@given(st.binary())
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    try:
        Source.decode("x", data)
    except UnreadableError as error:
        assert 0 <= error.data_offset <= len(data)


def test_a_file_goes_by_its_path_unless_it_is_given_a_name(tmp_path: Path) -> None:
    path = tmp_path / "draft.txt"
    path.write_bytes(b"Dear Ana,\r\n")
    assert Source.read(path) == Source(str(path), "Dear Ana,\r\n")
    assert Source.read(path, "mine").name == "mine"


def test_a_missing_file_is_an_os_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        Source.read(tmp_path / "none.txt")


def test_folded_text_stands_on_one_line() -> None:
    assert fold("  one\r\n\ttwo  three ") == "one two three"


def test_a_word_set_is_written_as_running_text() -> None:
    assert word_set(" a b\n  b c ") == {"a", "b", "c"}


@given(st.lists(SPANS, max_size=8), SPANS)
def test_many_spans_are_asked_at_once(many: list[Span], one: Span) -> None:
    assert Spans(many).overlap(one) == any(one.overlaps(other) for other in many)
