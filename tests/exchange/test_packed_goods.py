"""Articles packed into one cell."""

from __future__ import annotations

import pytest

from desktop_app.exchange.packed_goods import PackedArticle, amounts_in, bracketed, in_lines


@pytest.mark.parametrize(
    ("cell", "articles"),
    [
        ("[11] A (1 шт) [12] B M (2 шт)", [("A", "1", "11"), ("B M", "2", "12")]),
        ("[11] A (10 шт) (2 шт.),\n[12] B (1,5 шт)", [("A (10 шт)", "2", "11"), ("B", "1,5", "12")]),
        ("A (3 шт)", [("A", "3", "")]),
    ],
)
def test_articles_behind_brackets(cell: str, articles: list[tuple[str, str, str]]) -> None:
    assert bracketed(cell) == [PackedArticle(*one) for one in articles]


def test_a_text_without_brackets_is_plain() -> None:
    assert bracketed("[11] A (1 шт) подарок\nоткрытка") == [
        PackedArticle("[11] A (1 шт) подарок", plain=True), PackedArticle("открытка", plain=True),
    ]  # fmt: skip
    assert bracketed("") == in_lines("") == []


@pytest.mark.parametrize(
    ("line", "article"),
    [
        ("Свеча «Лес» x 2 ≡ 500", PackedArticle("Свеча «Лес»", "2", unit="500")),
        ("1. Кружка (белый, арт. K-1) х 1 ≡ 1 200 ₽", PackedArticle("Кружка (белый)", "1", "K-1", "1 200 ₽")),
        ("Чай - 2x450 = 900", PackedArticle("Чай", "2", unit="450", total="900")),
        ("Чай: 900 руб. (2 x 450)", PackedArticle("Чай", "2", unit="450", total="900 руб.")),
        ("Xbox x 2", PackedArticle("Xbox", "2")),
        ("Футболка XL", PackedArticle("Футболка XL", plain=True)),
    ],
)
def test_an_article_to_a_line(line: str, article: PackedArticle) -> None:
    assert in_lines(line) == [article]
    assert in_lines(f"A x 1 ≡ 5\r\n{line}<br>B x 1 ≡ 7")[1] == article


def test_articles_one_behind_the_other_after_a_spreadsheet_took_the_line_breaks() -> None:
    assert [one.name for one in in_lines("A x 1 ≡ 5; B x 2 ≡ 7,50; C x 1 ≡ 9")] == ["A", "B", "C"]


@pytest.mark.parametrize(
    ("cell", "amounts"),
    [
        ("719 руб 1 503 руб", ["719 руб", "1 503 руб"]), ("719.00 503.00", ["719.00", "503.00"]),
        ("1 222,50 руб. 149 ₽", ["1 222,50 руб.", "149 ₽"]), ("", []),
    ],
)  # fmt: skip
def test_amounts_beside_them(cell: str, amounts: list[str]) -> None:
    assert amounts_in(cell) == amounts


@pytest.mark.parametrize("text", ["[a]", "(1 шт)", "[a] (1 ", "1 ", "- 1", " x ", "≡ 1 ", " ", "1 000 "])
def test_a_cell_of_any_length_is_read_at_once(text: str) -> None:
    cell = text * (100_000 // len(text))
    assert len(bracketed(cell)) + len(in_lines(cell)) + len(amounts_in(cell)) >= 0


@pytest.mark.parametrize("blank", [" ", "\n", "\t", "\u00a0"])
@pytest.mark.parametrize("before", ["A (1 шт)", "A - 1x1", "A ≡1", "A"])
def test_a_run_of_blanks_takes_no_longer_than_one(before: str, blank: str) -> None:
    cell = before + blank * 30_000 + "B"
    assert "B" in bracketed(cell)[-1].name
    assert "B" in str(in_lines(cell)[-1])
