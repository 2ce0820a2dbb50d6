"""Packers are kept by name, changed, removed and brought back; a PIN is only ever known to who chose it."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.actions.history import redo, undo
from desktop_app.actions.packers import add_packer, edit_packer, remove_packers
from desktop_app.actions.pins import check_pin, forget_pin, set_pin
from desktop_app.actions.signatures import set_signature
from desktop_app.actions.words_of_day import confirm_read
from desktop_app.domain.errors import Conflict, Invalid, NotFound
from desktop_app.domain.orders import OrderId
from desktop_app.domain.packers import PackerFields, PackerId, Read
from desktop_app.domain.signatures import signature_key
from desktop_app.domain.text import clean
from desktop_app.i18n import Language
from desktop_app.queries import Shop
from desktop_app.queries.orders import order
from desktop_app.queries.packers import packer, packer_named, packers, pin_hash
from desktop_app.queries.signatures import signatures
from desktop_app.queries.words_of_day import unread
from desktop_app.store.undo import undo_state
from tests.made import BY, bought
from tests.pictures import picture


def add(shop: Shop, name: str, **fields: object) -> PackerId:
    return add_packer(shop, PackerFields(name, **fields), actor=BY)[0]  # type: ignore[arg-type]


def edit(shop: Shop, number: PackerId, name: str, **fields: object) -> None:
    edit_packer(shop, number, packer(shop, number).version, PackerFields(name, **fields), actor=BY)  # type: ignore[arg-type]


def packed(shop: Shop, by: str) -> OrderId:
    kept = bought(shop)
    shop.execute("UPDATE orders SET packed_by = ? WHERE id = ?", (by, kept))
    return kept


def names(shop: Shop) -> list[str]:
    return [one.fields.person for one in packers(shop)]


def test_packers_stand_by_name_those_who_rest_after_the_others(shop: Shop) -> None:
    add(shop, "Zane")
    add(shop, "Anna", active=False)
    add(shop, " Ilze  Kalniņa ", language=Language.LV)
    assert [(one.fields.person, one.fields.language, one.fields.active) for one in packers(shop)] == [
        ("Ilze Kalniņa", Language.LV, True), ("Zane", None, True), ("Anna", None, False),
    ]  # fmt: skip
    assert packer_named(shop, "ILZE KALNINA").fields.person == "Ilze Kalniņa"
    with pytest.raises(NotFound, match="no packer called Berta"):
        packer_named(shop, "Berta")


@pytest.mark.parametrize("name", ["", "  ", "A" * 101, "\n", "\u0301"])
def test_a_packer_has_a_name(shop: Shop, name: str) -> None:
    with pytest.raises(Invalid) as error:
        add(shop, name)
    assert error.value.field == "person"
    assert names(shop) == []


def test_no_two_packers_bear_one_name(shop: Shop) -> None:
    anna, zane = add(shop, "Anna"), add(shop, "Zane")
    with pytest.raises(Invalid, match="packer called ANNA already"):
        add(shop, "ANNA")
    with pytest.raises(Invalid, match="already"):
        edit(shop, zane, "anna")
    edit(shop, anna, "ANNA")
    assert names(shop) == ["ANNA", "Zane"]


def test_a_new_name_keeps_signature_and_pin_and_old_orders_their_own(shop: Shop) -> None:
    anna = add(shop, "Anna")
    set_signature(shop, "Anna", picture(60, 20), actor=BY)
    set_pin(shop, anna, "2580", actor=BY)
    kept = packed(shop, "Anna")
    edit(shop, anna, "Anna Ozola")
    assert [one.person for one in signatures(shop)] == ["Anna Ozola"]
    assert check_pin(shop, anna, "2580")
    assert order(shop, kept).packed_by == "Anna"
    undo(shop, actor=BY)
    assert [one.person for one in signatures(shop)] == ["Anna"]
    assert check_pin(shop, anna, "2580")


def test_who_was_changed_meanwhile_is_not_overwritten(shop: Shop) -> None:
    anna = add(shop, "Anna")
    read = packer(shop, anna).version
    edit(shop, anna, "Anna Ozola")
    with pytest.raises(Conflict):
        edit_packer(shop, anna, read, PackerFields("Anna Liepa"), actor=BY)


def test_removed_packers_come_back_with_signature_and_readings_but_without_pin(shop: Shop) -> None:
    anna, zane = add(shop, "Anna"), add(shop, "Zane")
    set_signature(shop, "Anna", picture(60, 20), actor=BY)
    set_pin(shop, anna, "2580", actor=BY)
    mission = unread(shop, anna, shop.today())[0]
    confirm_read(shop, anna, mission.kind, mission.key, actor="Anna")
    kept = packed(shop, "Anna")
    remove_packers(shop, [anna, zane], actor=BY)
    assert names(shop) == []
    assert signatures(shop) == []
    assert order(shop, kept).packed_by == "Anna"
    undo(shop, actor=BY)
    assert names(shop) == ["Anna", "Zane"]
    assert [one.person for one in signatures(shop)] == ["Anna"]
    assert Read.MISSION not in [one.kind for one in unread(shop, anna, shop.today())]
    assert not packer(shop, anna).has_pin
    redo(shop, actor=BY)
    assert names(shop) == []


def test_a_pin_is_checked_and_replaced_and_forgotten(shop: Shop) -> None:
    anna = add(shop, "Anna")
    assert check_pin(shop, anna, "")
    set_pin(shop, anna, " 2580 ", actor=BY)
    assert packer(shop, anna).has_pin
    assert check_pin(shop, anna, "2580 ")
    assert not check_pin(shop, anna, "2581")
    assert not check_pin(shop, anna, "")
    set_pin(shop, anna, "00000000", actor=BY)
    assert check_pin(shop, anna, "00000000")
    assert not check_pin(shop, anna, "2580")
    forget_pin(shop, anna, actor=BY)
    assert not packer(shop, anna).has_pin
    with pytest.raises(Invalid, match="4 to 8 digits"):
        set_pin(shop, anna, "12a4", actor=BY)
    with pytest.raises(NotFound):
        check_pin(shop, 999, "2580")


def test_no_pin_and_no_old_hash_is_left_anywhere(shop: Shop) -> None:
    """The journal keeps what stood before each change; of a PIN it must not, or an undone year could be read back."""
    anna = add(shop, "Anna")
    hashes = []
    for pin in ("2580", "1379"):
        set_pin(shop, anna, pin, actor=BY)
        hashes.append(pin_hash(shop, anna))
    assert all(kept.startswith("$argon2id$") for kept in hashes)
    assert "2580" not in hashes[0]
    edit(shop, anna, "Anna Ozola")
    remove_packers(shop, [anna], actor=BY)
    undo(shop, actor=BY)
    left = str(shop.sql("SELECT before FROM journal")) + str(shop.sql("SELECT title FROM change_log"))
    assert "argon2" not in left
    assert "Ozola" in left  # the positive control: names are there


def test_undo_passes_over_a_pin_and_is_not_stopped_by_one(shop: Shop) -> None:
    anna = add(shop, "Anna")
    edit(shop, anna, "Anna Ozola")
    done = set_pin(shop, anna, "2580", actor=BY)
    with pytest.raises(Conflict, match="cannot be undone"):
        undo(shop, done.id, actor=BY)
    state = undo_state(shop)
    assert state.undo is not None
    assert state.undo[0] < done.id
    undo(shop, actor=BY)
    assert names(shop) == ["Anna"]
    assert check_pin(shop, anna, "2580")


def test_a_spoilt_hash_is_told_and_not_taken_for_a_wrong_pin(shop: Shop) -> None:
    anna = add(shop, "Anna")
    shop.execute("UPDATE packer SET pin = '$argon2id$nonsense' WHERE id = ?", (anna,))
    with pytest.raises(Invalid, match="Set it anew"):
        check_pin(shop, anna, "2580")


@settings(max_examples=60)
@given(wanted=st.lists(st.text(max_size=110), max_size=4))
def test_any_name_is_kept_and_found_or_refused(shop: Shop, wanted: list[str]) -> None:
    """Hypothesis on one shop: what a name leaves behind must not trouble the next."""
    kept = {signature_key(name) for name in names(shop)}
    for name in wanted:
        tidy = clean(name)
        with suppress(Invalid):
            number = add(shop, name)
            assert packer(shop, number).fields.person == tidy
            assert packer_named(shop, name).id == number
            kept.add(signature_key(tidy))
    assert {signature_key(name) for name in names(shop)} == kept
    assert len(kept) == len(names(shop))


@settings(max_examples=8)
@given(pin=st.text("0123456789", min_size=4, max_size=8), other=st.text("0123456789", min_size=4, max_size=8))
def test_only_the_very_pin_opens(shop: Shop, pin: str, other: str) -> None:
    anna = add(shop, "Anna") if not names(shop) else packer_named(shop, "Anna").id
    set_pin(shop, anna, pin, actor=BY)
    assert check_pin(shop, anna, other) == (pin == other)


def test_a_packers_picture_is_looked_at_before_it_is_kept(shop: Shop, tmp_path: Path) -> None:
    anna = add(shop, "Anna", language=Language.RU)
    (tmp_path / "a.png").write_bytes(b"<svg/>")
    with pytest.raises(Invalid):
        set_signature(shop, "anna", tmp_path / "a.png", actor=BY)
    set_signature(shop, "ANNA", picture(60, 20), actor=BY)
    assert packer(shop, anna).signed
    assert packer(shop, anna).fields.language is Language.RU
