"""The handbook as a book: contents from its index pages, and a search by the beginnings of words."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.i18n import Language
from desktop_app.ui.handbook.book import PARTS, Book


@pytest.fixture
def book(tmp_path: Path) -> Book:
    """Two pages for the owner, one for the packer."""
    folder = tmp_path / "lv"
    folder.mkdir()
    for name, text in {
        "owner": "# Saimniekam\n\n## Katru rītu\n\n- [Šodien](today.md)\n- [Drukāt](print.md)\n",
        "packer": "# Iesaiņotājam\n\n## Pie galda\n\n- [Sūtījums](parcel.md)\n",
        "shell": "# Skripti\n\nNav.\n",
        "today": "# Šodien\n\nAtveriet **Šodien** un skatieties.\n\n![Šodien](../pictures/lv/today.png)\n",
        "print": "# Drukāt\n\nIespiediet Ctrl+P; [šodien](today.md) ir ko drukāt.\n",
        "parcel": "# Sūtījums\n\n" + "Ļoti garš teikums bez nozīmes. " * 6 + "Tad noskenējiet kodu.\n",
    }.items():
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    return Book(Language.LV, tmp_path)


def test_the_contents_are_those_of_the_index_pages(book: Book) -> None:
    assert [(part.name, part.title) for part in book.parts] == list(
        zip(PARTS, ("Saimniekam", "Iesaiņotājam", "Skripti"), strict=True)
    )
    assert [(chapter.title, [leaf.title for leaf in chapter.leaves]) for chapter in book.parts[0].chapters] == [
        ("Katru rītu", ["Šodien", "Drukāt"])
    ]


def test_a_title_found_stands_before_a_word_found(book: Book) -> None:
    assert [hit.leaf.name for hit in book.find("drukat")] == ["print"]
    assert [hit.leaf.name for hit in book.find("sodien")] == ["today", "print"]


def test_every_word_has_to_be_there_and_only_begun(book: Book) -> None:
    assert [hit.leaf.name for hit in book.find("nosk kod")] == ["parcel"]
    assert book.find("noskenējiet nekā") == ()
    assert book.find("  ") == ()


def test_the_words_around_are_short_and_without_marks(book: Book) -> None:
    (hit,) = book.find("noskenējiet")
    assert hit.around.startswith("…")
    assert "noskenējiet kodu." in hit.around
    assert len(hit.around) < 100
    assert book.find("atveriet")[0].around == "Atveriet Šodien un skatieties."


def test_a_pictures_file_is_no_word_of_the_page(book: Book) -> None:
    assert book.find("pictures") == ()
