"""Keeping a design: a name, versions, copies, files; what another desk saved meanwhile is never overwritten."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from shiboken6 import isValid

from desktop_app.actions.prints import log_print
from desktop_app.actions.templates import all_templates, read_template, save_template
from desktop_app.domain.cards import PictureItem
from desktop_app.domain.design_new import Thing
from desktop_app.domain.paper_settings import DESIGNS
from desktop_app.domain.printing import Kind
from desktop_app.domain.templates import own_key
from desktop_app.i18n import Language
from desktop_app.queries.search import Hit, HitKind
from desktop_app.queries.settings import settings
from desktop_app.ui.designer.keeping import Keeping
from desktop_app.ui.designer.versions import VersionsQuestion
from tests.made import BY, bought, person, printed_papers
from tests.pictures import bomb, picture
from tests.ui.designer.hand import Hand
from tests.ui.pages.around import texts

CTRL = Qt.KeyboardModifier.ControlModifier
OWN = own_key(1)


def keeping(hand: Hand) -> Keeping:
    found = hand.designer.keeping
    assert found is not None
    return found


def keep(hand: Hand, name: str) -> None:
    """Save under a name."""
    hand.press("Save")
    hand.key(Qt.Key.Key_A, CTRL)
    hand.write(name)
    hand.press("Save", keeping(hand).question)


def titles(hand: Hand) -> list[str]:
    rows = hand.around.ask(lambda shop: all_templates(shop, Kind.THANK_YOU))
    return [row.title[Language.EN] for row in rows if row.id is not None]


def test_a_design_of_the_program_is_kept_as_ones_own(opened: Any) -> None:
    hand = opened(Kind.THANK_YOU, "sprig")
    hand.press("Save")
    assert keeping(hand).question.form.value()["title"] == "Sprig, warm, my own"
    hand.press("Save", keeping(hand).question)
    assert titles(hand) == ["Sprig, warm, my own"]
    assert hand.designer.banner.text == (
        "“Sprig, warm, my own” is saved. To print with it, choose it on the page Paper."
    )
    assert keeping(hand).key == OWN
    hand.press("Print with it", hand.designer.banner)
    assert hand.designer.banner.text == "From now on papers are printed with “Sprig, warm, my own”."
    assert hand.around.ask(lambda shop: settings(shop)[DESIGNS[Kind.THANK_YOU]]) == OWN


def test_without_a_name_it_is_not_kept(opened: Any) -> None:
    hand = opened(Kind.THANK_YOU, "sprig")
    keep(hand, " ")
    assert keeping(hand).question.form.box("title").error == "Give the design a name."
    hand.write("Ours")
    hand.press("Save", keeping(hand).question)
    assert titles(hand) == ["Ours"]


def test_saving_again_makes_versions_and_one_is_brought_back(opened: Any) -> None:
    hand = opened(Kind.THANK_YOU, "sprig")
    keep(hand, "Ours")
    before = hand.template
    hand.space.bench.add(Thing.AREA)
    hand.key(Qt.Key.Key_S, CTRL)
    keeping(hand).versions()
    hand.settle()
    question = keeping(hand).question
    assert isinstance(question, VersionsQuestion)
    assert [question.list.item(row).text().split("\n")[1] for row in range(2)] == ["1 thing added", "the first one"]
    question.list.setCurrentRow(1)
    hand.around.qtbot.waitUntil(lambda: not question.picture.pixmap().isNull(), timeout=20_000)
    hand.press("Bring back", question)
    assert [item.id for item in hand.template.items] == [item.id for item in before.items]
    assert hand.template.number == 3


def test_what_another_desk_saved_meanwhile_is_not_overwritten(opened: Any) -> None:
    hand = opened(Kind.THANK_YOU, "sprig")
    keep(hand, "Ours")
    kept: Any = keeping(hand).row

    def elsewhere(shop: Any) -> None:
        template = read_template(shop, Kind.THANK_YOU, OWN)
        changed = save_template(shop, template, "Theirs", template_id=kept.id, actor="Inese")
        assert changed[0] == kept.id

    hand.around.ask(elsewhere)
    hand.space.bench.add(Thing.AREA)
    hand.key(Qt.Key.Key_S, CTRL)
    assert "saved at another desk" in hand.designer.banner.text
    assert hand.session.dirty
    assert titles(hand) == ["Theirs"]


def test_unsaved_work_is_asked_about(opened: Any) -> None:
    hand = opened(Kind.THANK_YOU, "sprig")
    hand.space.bench.add(Thing.AREA)
    hand.settle()
    hand.designer.reject()
    assert hand.designer.isVisible()
    hand.press("Go on editing")
    hand.designer.reject()
    hand.press("Drop changes")
    assert not isValid(hand.designer) or not hand.designer.isVisible()
    assert titles(hand) == []


def test_what_uses_a_design_is_said(opened: Any) -> None:
    hand = opened(Kind.THANK_YOU, "sprig")
    keep(hand, "Ours")
    keeping(hand).tell_use()
    hand.settle()
    assert hand.designer.banner.text == "Nothing uses this design yet."


def test_the_runs_it_was_printed_in_are_listed(opened: Any) -> None:
    hand = opened(Kind.THANK_YOU, "sprig")
    keep(hand, "Ours")
    order = hand.around.ask(lambda shop: bought(shop, person(shop, "Anna"), number="7"))
    result = replace(printed_papers([(order, Kind.THANK_YOU)]), design=f"{OWN}@1")
    hand.around.ask(lambda shop: log_print(shop, result, kind=Kind.THANK_YOU, by="Maija", actor=BY))
    keeping(hand).tell_use()
    hand.settle()
    said = " ".join(texts(keeping(hand).question))
    assert "It was printed in 1 run" in said
    assert "Maija" in said
    assert "1 card" in said


def test_it_is_renamed_and_removed(opened: Any) -> None:
    hand = opened(Kind.THANK_YOU, "sprig")
    keep(hand, "Ours")
    keeping(hand).rename()
    hand.key(Qt.Key.Key_A, CTRL)
    hand.write("Better")
    hand.press("Rename", keeping(hand).question)
    assert titles(hand) == ["Better"]
    assert not hand.session.dirty
    keeping(hand).remove()
    hand.settle()
    assert titles(hand) == []
    assert not isValid(hand.designer) or not hand.designer.isVisible()


def dropped(hand: Hand, file: Path, x: float, y: float) -> None:
    """A file let go over the card at mm."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    point = hand.canvas.mapTo(hand.space.card, hand.at(x, y))
    how = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    hand.space.card.dropEvent(QDropEvent(QPointF(point), *how))
    hand.settle()


def test_a_picture_is_dropped_kept_with_the_design_and_replaced(blank: Hand, tmp_path: Path) -> None:
    file = tmp_path / "rose.png"
    file.write_bytes(picture(400, 300))
    dropped(blank, file, 40, 60)
    item: Any = blank.item("picture")
    assert isinstance(item, PictureItem)
    assert blank.frame("picture").centre == pytest.approx((40, 60), abs=0.4)
    assert blank.frame("picture").width / blank.frame("picture").height == pytest.approx(4 / 3, abs=0.01)
    seen = blank.session.seen_of("picture")
    assert seen is not None
    assert not seen.hidden
    other = tmp_path / "other.jpg"
    other.write_bytes(picture(500, 300, "JPEG"))
    dropped(blank, other, 40, 60)
    assert len(blank.template.items) == 1
    changed: Any = blank.item("picture")
    assert changed.picture != item.picture
    keep(blank, "With a picture")
    read = blank.around.ask(lambda shop: read_template(shop, Kind.BIRTHDAY, OWN))
    assert [one.picture for one in read.items] == [changed.picture]


def test_a_picture_that_is_none_is_refused_in_words(blank: Hand, tmp_path: Path) -> None:
    for name, content in (("large.png", bomb(12_000, 12_000)), ("letter.png", b"Dear Anna")):
        file = tmp_path / name
        file.write_bytes(content)
        dropped(blank, file, 40, 60)
        assert blank.designer.banner.text
        assert blank.template.items == ()


def test_a_rough_picture_is_warned_of(blank: Hand, tmp_path: Path) -> None:
    file = tmp_path / "small.png"
    file.write_bytes(picture(150, 100))
    dropped(blank, file, 50, 60)
    assert "Prints blurred" in blank.space.things.items.item(0).text()


def test_a_real_record_is_tried_on(opened: Any) -> None:
    hand = opened(Kind.THANK_YOU, "sprig")

    def somebody(shop: Any) -> int:
        who = person(shop, "Wilhelmina", "Vīksniņa", language=Language.LV)
        return int(bought(shop, who, "Mug"))

    number = hand.around.ask(somebody)
    hand.space.bench.try_hit(Hit(HitKind.ORDER, number, "№ 1", ""))
    hand.settle()
    assert hand.session.language is Language.LV
    assert hand.space.toolbar.record.text() == "Tried on: № 1"
    assert hand.space.bench.details.customer.given == "Wilhelmina"


def test_in_an_empty_shop_the_hard_ones_are_shuffled_through(opened: Any) -> None:
    hand = opened(Kind.THANK_YOU, "sprig")
    names = []
    for _ in range(6):
        hand.press("Try it on anybody of the shop")
        names.append(hand.space.toolbar.record.text().removeprefix("Tried on: "))
        assert hand.session.page is not None
        assert not any(one.lost for one in hand.session.page.items.values())
    assert names == ["Longest name", "No name", "Cyrillic", "Hebrew", "Only the least is known", "Somebody"]


def test_shuffling_tries_the_people_of_the_shop(opened: Any) -> None:
    hand = opened(Kind.THANK_YOU, "sprig")

    def buy(shop: Any) -> int:
        return int(bought(shop, person(shop, "Zane", "Kalniņa"), "Mug"))

    order = hand.around.ask(buy)
    hand.press("Try it on anybody of the shop")
    assert hand.space.bench.details.order == order
    assert hand.space.toolbar.record.text() == f"Tried on: {hand.space.bench.details.number} · Zane Kalniņa"


def test_the_actor_is_kept_with_the_version(opened: Any) -> None:
    hand = opened(Kind.THANK_YOU, "sprig")
    keep(hand, "Ours")
    rows = hand.around.ask(lambda shop: all_templates(shop, Kind.THANK_YOU))
    assert next(row.by for row in rows if row.id is not None) in (BY, "Ilze")


def test_unsaved_work_is_not_replaced_by_a_file_or_a_version(opened: Any) -> None:
    hand = opened(Kind.THANK_YOU, "sprig")
    keep(hand, "Ours")
    hand.space.bench.add(Thing.AREA)
    hand.settle()
    for way in (keeping(hand).import_, keeping(hand).versions):
        hand.designer.banner.dismiss()
        way()
        hand.settle()
        assert hand.designer.banner.text == "Save the design first: another one would take its place."
        assert keeping(hand).question is None


def test_a_design_from_a_file_is_opened_at_once(opened: Any, tmp_path: Path) -> None:
    hand = opened(Kind.THANK_YOU, "sprig")
    keep(hand, "Ours")
    file = tmp_path / "ours.cordial-card"
    keeping(hand).export_to(file)
    hand.settle()
    assert str(file) in hand.designer.banner.text
    keeping(hand).import_from(file)
    hand.settle()
    assert titles(hand) == ["Ours", "Ours"]
    assert keeping(hand).key == own_key(2)
    assert not hand.session.dirty


def test_a_file_that_is_no_design_is_refused_in_words(opened: Any, tmp_path: Path) -> None:
    hand = opened(Kind.THANK_YOU, "sprig")
    file = tmp_path / "notes.cordial-card"
    file.write_text("Dear diary")
    keeping(hand).import_from(file)
    hand.settle()
    assert "notes.cordial-card" in hand.designer.banner.text
    assert titles(hand) == []
