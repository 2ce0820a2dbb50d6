"""Copied things come along with their pictures, into other windows too; words and pictures of others are taken in."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QByteArray, QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage

from desktop_app.domain.cards import PictureItem
from desktop_app.domain.design_new import Thing
from desktop_app.domain.design_text import variants_of
from desktop_app.domain.printing import Kind
from desktop_app.ui.designer.clipboard import OWN
from tests.pictures import picture
from tests.ui.designer.hand import Hand

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def elsewhere(text: str = "", *, content: bytes = b"", own: bytes = b"", file: Path | None = None) -> None:
    """Another program copied this."""
    data = QMimeData()
    if text:
        data.setText(text)
    if content:
        data.setImageData(QImage.fromData(QByteArray(content)))
    if own:
        data.setData(OWN, own)
    if file is not None:
        data.setUrls([QUrl.fromLocalFile(str(file))])
    QGuiApplication.clipboard().setMimeData(data)


def paste(hand: Hand, held: Qt.KeyboardModifier = CTRL) -> None:
    hand.canvas.setFocus()
    hand.key(Qt.Key.Key_V, held)


def test_things_go_with_their_picture_into_another_window(opened: Any) -> None:
    one = opened(Kind.BIRTHDAY)
    one.space.bench.add_picture(picture(400, 300))
    one.settle()
    one.canvas.setFocus()
    one.key(Qt.Key.Key_C, CTRL)
    shown = one.item("picture")
    one.close()
    other = opened(Kind.APOLOGY)
    paste(other)
    pasted = other.item("picture")
    assert isinstance(pasted, PictureItem)
    assert pasted.picture == shown.picture
    assert other.frame("picture") == one.session.frame(shown)
    assert other.session.page.items["picture"].dpi > 0  # it is really drawn
    other.key(Qt.Key.Key_Z, CTRL)
    assert other.template.items == ()


def test_cut_and_pasted_where_it_was(blank: Hand) -> None:
    blank.space.bench.add(Thing.QR)
    blank.settle()
    before = blank.frame("qr")
    blank.canvas.setFocus()
    blank.key(Qt.Key.Key_X, CTRL)
    assert blank.template.items == ()
    paste(blank, CTRL | SHIFT)
    paste(blank, CTRL | SHIFT)
    assert [blank.frame(item.id) for item in blank.template.items] == [before, before]


def test_pasted_again_and_again_it_never_lies_on_itself(blank: Hand) -> None:
    blank.space.bench.add(Thing.QR)
    blank.settle()
    blank.canvas.setFocus()
    blank.key(Qt.Key.Key_C, CTRL)
    paste(blank)
    paste(blank)
    across = [blank.frame(item.id).x for item in blank.template.items]
    assert across == [across[0], across[0] + 5, across[0] + 10]


def test_words_of_another_program_become_a_text(blank: Hand) -> None:
    elsewhere("With {love}\r\nfrom Riga\x00")
    paste(blank)
    said = variants_of(blank.template, "text", blank.session.language)[0].text
    assert said == "With {{love}}\nfrom Riga"
    assert not blank.session.seen_of("text").hidden  # type: ignore[union-attr]


def test_words_longer_than_a_card_are_refused_in_words(blank: Hand) -> None:
    elsewhere("word " * 2_000)
    paste(blank)
    assert blank.template.items == ()
    assert "a card holds at most" in blank.designer.banner.text


def test_a_picture_of_another_program_becomes_a_picture(blank: Hand, tmp_path: Path) -> None:
    elsewhere(content=picture(120, 80))
    paste(blank)
    assert blank.frame("picture").width / blank.frame("picture").height == pytest.approx(1.5, rel=1e-3)
    file = tmp_path / "roses.png"
    file.write_bytes(picture(90, 90))
    elsewhere(file=file)
    paste(blank)
    assert blank.frame("picture-2").width == pytest.approx(blank.frame("picture-2").height)


def test_what_pretends_to_be_ours_is_refused(blank: Hand) -> None:
    elsewhere(own=b"PK not ours")
    paste(blank)
    assert blank.template.items == ()
    assert "is not a design Cordial can take in" in blank.designer.banner.text


def test_articles_are_not_pasted_where_they_cannot_be(opened: Any) -> None:
    insert = opened(Kind.PACKING_INSERT)
    insert.space.bench.add(Thing.ARTICLES)
    insert.settle()
    insert.canvas.setFocus()
    insert.key(Qt.Key.Key_C, CTRL)
    insert.close()
    birthday = opened(Kind.BIRTHDAY)
    paste(birthday)
    assert birthday.template.items == ()
    assert "no place on this kind of paper" in birthday.designer.banner.text


def test_other_programs_get_the_words(blank: Hand) -> None:
    blank.press("Heading")
    blank.write("Hello")
    blank.key(Qt.Key.Key_Escape)
    blank.key(Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().mimeData().text() == "Hello"
    assert variants_of(blank.template, "heading", blank.session.language)[0].text == "Hello"
