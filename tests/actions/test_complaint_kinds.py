"""The shop's own list of kinds: what it adds, calls otherwise, orders, hides and removes."""

from __future__ import annotations

import pytest

from desktop_app.actions.complaint_kinds import add_kind, hide_kind, name_kind, order_kinds, remove_kind
from desktop_app.actions.complaints import add_complaint
from desktop_app.actions.history import undo
from desktop_app.actions.message_texts import set_text
from desktop_app.actions.resolution_book import write_page
from desktop_app.domain.complaints import KINDS, ComplaintFields, Verdict
from desktop_app.domain.errors import Conflict, Invalid, NotFound
from desktop_app.domain.message_texts import TextKey
from desktop_app.domain.messages import MessageKind
from desktop_app.domain.resolution_book import PageKey, starter
from desktop_app.domain.resolutions import Deed, Offer
from desktop_app.i18n import Language, Words
from desktop_app.queries.complaint_kinds import kinds
from desktop_app.queries.message_texts import own_rows
from desktop_app.queries.resolutions import book
from tests.actions.rows import rows
from tests.made import BY


def names(shop, language=Language.EN):
    return [Words(language).say(kind.name) for kind in kinds(shop)]


def test_the_list_begins_with_the_programs_kinds_and_takes_the_shops_own(shop):
    assert [kind.code for kind in kinds(shop)] == list(KINDS)
    code, _ = add_kind(shop, {Language.LV: " Smarža ", Language.RU: "Запах"}, actor=BY)
    assert names(shop, Language.LV)[-1] == "Smarža"
    assert names(shop, Language.RU)[-1] == "Запах"
    assert names(shop, Language.EN)[-1] in ("Smarža", "Запах")  # nobody said it in English
    add_complaint(shop, ComplaintFields(kind=code, text="…"), actor=BY)


def test_a_kind_is_called_and_ordered_otherwise_and_hidden(shop):
    name_kind(shop, "damaged", {Language.EN: "Chipped"}, actor=BY)
    order_kinds(shop, ["rude", "damaged"], actor=BY)
    assert names(shop)[:3] == ["Unfriendly", "Chipped", "Came late"]
    hide_kind(shop, "rude", hidden=True, actor=BY)
    assert [kind.code for kind in kinds(shop) if kind.hidden] == ["rude"]
    name_kind(shop, "damaged", {}, actor=BY)
    assert names(shop)[1] == "Damaged"


def test_each_deed_is_undone_to_the_row(shop):
    code, _ = add_kind(shop, {Language.EN: "Smell"}, actor=BY)
    for deed in (
        lambda: add_kind(shop, {Language.EN: "Taste"}, actor=BY),
        lambda: name_kind(shop, code, {Language.EN: "Odour"}, actor=BY),
        lambda: hide_kind(shop, "late", hidden=True, actor=BY),
        lambda: order_kinds(shop, [code], actor=BY),
        lambda: remove_kind(shop, code, actor=BY),
    ):
        before = rows(shop)
        deed()
        assert rows(shop) != before
        undo(shop, actor=BY)
        assert rows(shop) == before


def test_a_kind_that_takes_the_code_of_a_removed_one_begins_anew(shop):
    code, _ = add_kind(shop, {Language.EN: "Smell"}, actor=BY)
    key, answer = PageKey(code, Verdict.YES, False), TextKey(MessageKind.COMPLAINT, f"{code}/yes")
    write_page(shop, key, [Offer(Deed.VOUCHER, 33)], actor=BY)
    set_text(shop, answer, Language.EN, "Smell", "We are sorry for the smell.", actor=BY)
    before = rows(shop)
    remove_kind(shop, code, actor=BY)
    assert add_kind(shop, {Language.EN: "Noise"}, actor=BY)[0] == code
    assert book(shop).page(key) == starter(key)
    assert own_rows(shop, answer) == {}
    undo(shop, actor=BY)
    undo(shop, actor=BY)
    assert rows(shop) == before


def test_what_cannot_be_is_said(shop):
    for texts, said in (
        ({Language.EN: "  "}, "one language"), ({Language.EN: "x" * 61}, "too long"),
        ({Language.EN: "damaged"}, "There is “damaged” already"),
    ):  # fmt: skip
        with pytest.raises(Invalid, match=said):
            add_kind(shop, texts, actor=BY)
    with pytest.raises(NotFound, match="no kind of complaint “smell”"):
        name_kind(shop, "smell", {Language.EN: "Smell"}, actor=BY)
    with pytest.raises(Conflict, match="comes with the program"):
        remove_kind(shop, "late", actor=BY)
    code, _ = add_kind(shop, {Language.EN: "Smell"}, actor=BY)
    add_complaint(shop, ComplaintFields(kind=code, text="…"), actor=BY)
    with pytest.raises(Conflict, match="1 complaint is of this kind"):
        remove_kind(shop, code, actor=BY)
    for kind in [*[*KINDS][1:], code]:
        hide_kind(shop, kind, hidden=True, actor=BY)
    with pytest.raises(Conflict, match="One kind must stay"):
        hide_kind(shop, "late", hidden=True, actor=BY)
