"""The owner's word of a day reaches each packer in a language they read, and who has read it is known."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop_app.actions.history import redo, undo
from desktop_app.actions.packers import add_packer
from desktop_app.actions.pins import check_pin, set_pin
from desktop_app.actions.settings import set_settings
from desktop_app.actions.words_of_day import confirm_read, set_day_word
from desktop_app.domain.errors import Conflict, Invalid, NotFound, StoreUnavailable
from desktop_app.domain.packers import PackerFields, PackerId, Read, ToRead
from desktop_app.domain.paper_settings import MISSIONS
from desktop_app.domain.shop_words import MISSION
from desktop_app.i18n import Language
from desktop_app.queries import Shop
from desktop_app.queries.packers import packers
from desktop_app.queries.words_of_day import day_word, day_words, readings, unread
from tests.conftest import TwoDesks
from tests.made import BY


@pytest.fixture
def anna(shop: Shop) -> PackerId:
    return add_packer(shop, PackerFields("Anna", Language.LV), actor=BY)[0]


@pytest.fixture
def today(shop: Shop) -> dt.date:
    return shop.today()


def say(shop: Shop, day: dt.date, **texts: str) -> None:
    set_day_word(shop, day, {Language(language): text for language, text in texts.items()}, actor="Ilze")


def read_all(shop: Shop, packer: PackerId, day: dt.date) -> list[ToRead]:
    found = unread(shop, packer, day)
    for one in found:
        confirm_read(shop, packer, one.kind, one.key, actor="Anna")
    return found


def test_a_word_is_kept_for_its_day_and_changed_and_taken_away(shop: Shop, today: dt.date) -> None:
    tomorrow = today + dt.timedelta(1)
    say(shop, tomorrow, en="Tissue is short")
    say(shop, today, en=" Wrap  glass twice ", ru="")
    assert [(one.day, one.texts, one.by) for one in day_words(shop, since=today)] == [
        (today, ((Language.EN, "Wrap glass twice"),), "Ilze"), (tomorrow, ((Language.EN, "Tissue is short"),), "Ilze"),
    ]  # fmt: skip
    say(shop, today, lv="Stiklu ietiniet divreiz")
    found = day_word(shop, today)
    assert found is not None
    assert found.texts == ((Language.LV, "Stiklu ietiniet divreiz"),)
    say(shop, today)
    assert day_word(shop, today) is None
    undo(shop, actor=BY)
    assert day_word(shop, today) == found


def test_a_word_is_short_and_not_for_a_day_that_is_over(shop: Shop, today: dt.date) -> None:
    for day, text, field in ((today, "a" * 301, "word"), (today - dt.timedelta(1), "Late", "day")):
        with pytest.raises(Invalid) as error:
            say(shop, day, en=text)
        assert error.value.field == field
    assert day_words(shop, since=today - dt.timedelta(9)) == []


def test_mission_and_word_are_shown_in_the_packers_language_else_in_another(
    shop: Shop, anna: PackerId, today: dt.date
) -> None:
    say(shop, today, ru="Стекло дважды")
    assert [(one.kind, one.text) for one in unread(shop, anna, today)] == [
        (Read.MISSION, MISSION[Language.LV]), (Read.WORD, "Стекло дважды"),
    ]  # fmt: skip
    zane = add_packer(shop, PackerFields("Zane"), actor=BY)[0]
    assert unread(shop, zane, today, Language.RU)[0].text == MISSION[Language.RU]
    assert unread(shop, zane, today)[0].text == MISSION[Language.EN]


def test_who_has_read_is_known_and_is_not_asked_again(shop: Shop, anna: PackerId, today: dt.date) -> None:
    add_packer(shop, PackerFields("Rests", active=False), actor=BY)
    add_packer(shop, PackerFields("Zane"), actor=BY)
    say(shop, today, en="Wrap glass twice")
    assert len(read_all(shop, anna, today)) == 2
    assert unread(shop, anna, today) == []
    told = [(one.packer.fields.person, bool(one.mission), bool(one.word)) for one in readings(shop, today)]
    assert told == [("Anna", True, True), ("Zane", False, False)]
    assert dt.datetime.fromisoformat(readings(shop, today)[0].word).date() == today


def test_a_reading_is_noted_once_and_stays(shop: Shop, anna: PackerId, today: dt.date) -> None:
    one = unread(shop, anna, today)[0]
    first = confirm_read(shop, anna, one.kind, one.key, actor="Anna")
    assert first.id
    assert not confirm_read(shop, anna, one.kind, one.key, actor="Anna").id
    with pytest.raises(Conflict):
        undo(shop, first.id, actor=BY)
    with pytest.raises(NotFound):
        confirm_read(shop, 999, one.kind, one.key, actor="Anna")


def test_what_was_read_does_not_keep_a_packer_from_being_taken_back(shop: Shop, today: dt.date) -> None:
    zane, done = add_packer(shop, PackerFields("Zane"), actor=BY)
    read_all(shop, zane, today)
    undo(shop, done.id, actor=BY)
    assert packers(shop) == []
    redo(shop, actor=BY)
    assert unread(shop, zane, today) == []


def test_the_mission_is_read_again_when_its_words_change_and_a_word_each_day(
    shop: Shop, anna: PackerId, today: dt.date
) -> None:
    say(shop, today, lv="Stiklu ietiniet divreiz")
    read_all(shop, anna, today)
    set_settings(shop, {MISSIONS[Language.RU]: "Другие слова"}, actor=BY)
    assert unread(shop, anna, today) == []  # hers stand
    set_settings(shop, {MISSIONS[Language.LV]: "Citi vārdi"}, actor=BY)
    assert [one.kind for one in unread(shop, anna, today)] == [Read.MISSION]
    say(shop, today, lv="Stiklu ietiniet trīsreiz")
    assert [one.kind for one in unread(shop, anna, today)] == [Read.MISSION, Read.WORD]
    read_all(shop, anna, today)
    tomorrow = today + dt.timedelta(1)
    say(shop, tomorrow, lv="Stiklu ietiniet trīsreiz")
    assert [one.kind for one in unread(shop, anna, tomorrow)] == [Read.WORD]


def test_spaces_alone_are_no_other_mission(shop: Shop, anna: PackerId, today: dt.date) -> None:
    read_all(shop, anna, today)
    set_settings(shop, {MISSIONS[Language.LV]: MISSION[Language.LV].replace("\n\n", "\n \n\n")}, actor=BY)
    assert unread(shop, anna, today) == []


def test_without_any_mission_there_is_none_to_read(shop: Shop, anna: PackerId, today: dt.date) -> None:
    set_settings(shop, dict.fromkeys(MISSIONS.values(), ""), actor=BY)
    assert unread(shop, anna, today) == []


def test_a_packer_on_a_server_reads_confirms_and_types_a_pin_with_a_packers_rights(two_desks: TwoDesks) -> None:
    """The bench signs in as the role packer: names, hashes and words it may read, readings it may add, no more."""
    owner, bench = two_desks.owner, two_desks.packer
    anna = add_packer(owner, PackerFields("Anna"), actor=BY)[0]
    set_pin(owner, anna, "2580", actor=BY)
    say(owner, owner.today(), en="Wrap glass twice")
    assert [one.fields.person for one in packers(bench)] == ["Anna"]
    assert check_pin(bench, anna, "2580")
    assert not check_pin(bench, anna, "2581")
    assert [one.kind for one in read_all(bench, anna, bench.today())] == [Read.MISSION, Read.WORD]
    assert unread(bench, anna, bench.today()) == []
    assert [bool(one.word) for one in readings(owner, owner.today())] == [True]
    with pytest.raises(StoreUnavailable):
        set_pin(bench, anna, "0000", actor=BY)
    with pytest.raises(StoreUnavailable):
        say(bench, bench.today(), en="Home early")
    assert check_pin(owner, anna, "2580")
