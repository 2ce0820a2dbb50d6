"""Complaints recorded, filled in from their order, moved, edited and removed; what cannot be kept is said."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from desktop_app.actions.complaint_files import MOST_PICTURES, attach_pictures, remove_picture, save_picture
from desktop_app.actions.complaint_words import add_word, remove_word
from desktop_app.actions.complaints import add_complaint, edit_complaint, remove_complaints, set_state
from desktop_app.actions.customers import remove_customers
from desktop_app.actions.history import redo, undo
from desktop_app.actions.merging import merge_customers
from desktop_app.actions.orders import remove_orders
from desktop_app.actions.outbox import put
from desktop_app.actions.products import add_product, remove_products
from desktop_app.actions.resolutions import choose
from desktop_app.domain.complaints import ComplaintFields, Severity, Source, State, Way
from desktop_app.domain.errors import AppError, Conflict, Invalid, NotFound
from desktop_app.domain.messages import Draft, Means, MessageKind, OutboxFilter
from desktop_app.domain.money import Money
from desktop_app.domain.orders import Line
from desktop_app.domain.products import ProductFields
from desktop_app.domain.resolutions import Deed, Offer
from desktop_app.i18n import msg
from desktop_app.queries.complaint_known import complaint_from, complaint_of_mail
from desktop_app.queries.complaint_pictures import complaint_picture
from desktop_app.queries.complaints import complaint
from desktop_app.queries.customers import customer
from desktop_app.queries.outbox import message_ids, message_rows
from desktop_app.store.transaction import Change
from tests.actions.rows import rows
from tests.made import BY, TODAY, bought, person
from tests.pictures import picture


def said(shop, text="It is broken", **fields):
    return add_complaint(shop, ComplaintFields(**{"kind": "damaged", "text": text, **fields}), actor=BY)[0]


def open_of(shop, number):
    return shop.sql("SELECT open_complaints FROM customer WHERE id = ?", (number,))[0][0]


def test_one_by_its_order_knows_whose_it_is_and_what_it_is_about(shop):
    anna = person(shop, "Anna", "Ozola")
    tea, _ = add_product(shop, ProductFields(name="Teapot", sku="T-1", supplier="Kuldīgas podnieki"), actor=BY)
    lines = (Line("Mug", 1, unit_price=Money(900, "EUR")), Line("Teapot", 1, "T-1", unit_price=Money(900, "EUR")))
    order = bought(shop, anna, carrier="Omniva", lines=lines)
    shop.execute("UPDATE orders SET packed_by = 'Zane' WHERE id = ?", (order,))
    one = complaint(shop, said(shop, order=order, article="teapot")).fields
    assert (one.customer, one.product, one.packer, one.carrier) == (anna, tea, "Zane", "Omniva")
    assert (one.article, one.supplier) == ("teapot", "Kuldīgas podnieki")
    assert complaint(shop, said(shop, order=order)).fields.article == ""  # which of the two nobody said
    given = complaint(shop, said(shop, order=order, packer="Eva", carrier="DPD")).fields
    assert (given.packer, given.carrier) == ("Eva", "DPD")
    by_sku = complaint(shop, said(shop, order=order, article="t-1")).fields
    assert by_sku.product == tea


def test_a_new_one_asks_for_extra_care_and_praise_asks_for_none(shop):
    anna, boriss = person(shop, "Anna"), person(shop, "Boriss")
    one = complaint(shop, said(shop, customer=anna))
    assert (one.state, one.open, one.fields.received_at[:10]) == (State.NEW, True, TODAY.isoformat())
    assert one.answer_by < one.solve_by
    assert (open_of(shop, anna), customer(shop, anna).fields.extra_care) == (1, True)
    praise = complaint(shop, said(shop, customer=boriss, rating=5))
    assert (praise.open, praise.answer_by, praise.solve_by) == (False, None, None)
    assert (open_of(shop, boriss), customer(shop, boriss).fields.extra_care) == (0, False)


def test_the_thread_moves_it_from_state_to_state(shop):
    anna = person(shop, "Anna")
    one = said(shop, customer=anna)
    for deed, state in (
        (lambda: add_word(shop, one, way=Way.NOTE, text="Ask Zane", actor="Eva"), State.NEW),
        (lambda: add_word(shop, one, way=Way.OUT, text="Sorry", actor="Eva"), State.ANSWERED),
        (lambda: set_state(shop, [one], State.WAITING, actor=BY), State.WAITING),
        (lambda: add_word(shop, one, way=Way.IN, text="Here is a picture", actor=BY), State.ANSWERED),
        (lambda: set_state(shop, [one], State.PROMISED, promised_on=dt.date(2026, 11, 30), actor=BY), State.PROMISED),
        (lambda: set_state(shop, [one], State.SOLVED, actor=BY), State.SOLVED),
        (lambda: add_word(shop, one, way=Way.IN, text="Broken again", actor=BY), State.REOPENED),
        (lambda: add_word(shop, one, way=Way.OUT, text="Sorry again", actor=BY), State.ANSWERED),
    ):
        deed()
        assert complaint(shop, one).state is state
        assert open_of(shop, anna) == (0 if state is State.SOLVED else 1)
    found = complaint(shop, one)
    assert [step.state.value for step in found.steps] == [
        "new", "answered", "waiting", "answered", "promised", "solved", "reopened", "answered",
    ]  # fmt: skip
    assert found.answered_at == found.steps[1].at
    assert found.solved_at == found.steps[5].at
    assert found.promised_on is None


def test_each_deed_is_undone_and_done_again_to_the_row(shop):
    anna, zelma = person(shop, "Anna"), person(shop, "Zelma")
    order = bought(shop, anna)
    one = add_complaint(
        shop, ComplaintFields(kind="late", order=order), files=[("a.png", picture(8, 6))], actor=BY
    )[0]  # fmt: skip
    add_word(shop, one, way=Way.NOTE, text="Ask Zane", actor=BY)
    choose(shop, one, Offer(Deed.APOLOGY), words="Sorry", actor=BY)
    for deed in (
        lambda: said(shop, customer=zelma),
        lambda: edit_complaint(
            shop, one, complaint(shop, one).version, replace(complaint(shop, one).fields, customer=zelma), actor=BY
        ),
        lambda: set_state(shop, [one], State.SOLVED, actor=BY),
        lambda: add_word(shop, one, way=Way.OUT, text="Sorry", actor=BY),
        lambda: remove_word(shop, one, 1, actor=BY),
        lambda: attach_pictures(shop, one, [("b.png", picture(6, 8))], actor=BY),
        lambda: remove_picture(shop, complaint(shop, one).files[0].id, actor=BY),
        lambda: remove_orders(shop, [order], actor=BY),
        lambda: merge_customers(shop, zelma, anna, actor=BY),
        lambda: remove_complaints(shop, [one], actor=BY),
    ):
        before = rows(shop)
        deed()
        after = rows(shop)
        assert after != before
        undo(shop, actor=BY)
        assert rows(shop) == before
        redo(shop, actor=BY)
        assert rows(shop) == after
        undo(shop, actor=BY)


def test_a_merge_moves_everything_to_the_one_who_stays(shop):
    anna, again = person(shop, "Anna", "Ozola"), person(shop, "Anna", "Ozola-Kalna")
    said(shop, customer=anna)
    one = said(shop, customer=again)
    put(shop, [Draft("free:1", MessageKind.FREE, Means.COPY, "", "Sorry", customer=again, complaint=one)], actor=BY)
    merge_customers(shop, anna, again, actor=BY)
    assert complaint(shop, one).fields.customer == anna
    assert open_of(shop, anna) == 2
    assert customer(shop, anna).fields.extra_care
    assert len(message_ids(shop, OutboxFilter(customer=anna))) == 1
    undo(shop, actor=BY)
    assert len(message_ids(shop, OutboxFilter(customer=again))) == 1
    assert (open_of(shop, anna), open_of(shop, again)) == (1, 1)


def test_what_it_speaks_of_may_go_and_it_stays(shop):
    anna = person(shop, "Anna")
    tea, _ = add_product(shop, ProductFields(name="Teapot"), actor=BY)
    order = bought(shop, anna, "Teapot")
    one = said(shop, order=order, product=tea)
    remove_orders(shop, [order], actor=BY)
    remove_products(shop, [tea], actor=BY)
    found = complaint(shop, one).fields
    assert (found.order, found.product, found.article, found.customer) == (None, None, "Teapot", anna)
    with pytest.raises(Conflict, match="Anna has 1 complaint or review, so they stay"):
        remove_customers(shop, [anna], actor=BY)
    remove_complaints(shop, [one], actor=BY)
    remove_customers(shop, [anna], actor=BY)


def test_an_order_that_a_complaint_speaks_of_cannot_be_undone_away(shop):
    anna = person(shop, "Anna")
    order = bought(shop, anna)
    added = shop.sql("SELECT max(id) FROM change_log")[0][0]
    one = said(shop, order=order)
    with pytest.raises(AppError):
        undo(shop, added, actor=BY)
    assert complaint(shop, one).fields.order == order


def test_messages_about_a_removed_one_stay(shop):
    anna = person(shop, "Anna")
    one = said(shop, customer=anna)
    put(shop, [Draft("free:1", MessageKind.FREE, Means.COPY, "", "Sorry", customer=anna, complaint=one)], actor=BY)
    remove_complaints(shop, [one], actor=BY)
    [kept] = message_rows(shop, message_ids(shop))
    assert (kept.draft.complaint, kept.draft.customer) == (None, anna)
    undo(shop, actor=BY)
    [kept] = message_rows(shop, message_ids(shop))
    assert kept.draft.complaint == one


def test_pictures_are_checked_each_kept_once_and_written_out_again(shop, tmp_path):
    one = said(shop)
    attach_pictures(shop, one, [("a.png", picture(8, 6)), ("twin.png", picture(8, 6))], actor=BY)
    [kept] = complaint(shop, one).files
    assert (kept.name, kept.media_type, kept.width, kept.height) == ("a.png", "image/png", 8, 6)
    save_picture(shop, kept.id, to=tmp_path / "a.png")
    assert (tmp_path / "a.png").read_bytes() == complaint_picture(shop, kept.id) == picture(8, 6)
    many = [(f"{n}.png", picture(n, 9)) for n in range(1, MOST_PICTURES + 1)]
    with pytest.raises(Invalid, match="At most 20 pictures"):
        attach_pictures(shop, one, many, actor=BY)
    with pytest.raises(Invalid, match="“note.txt”: This is not a picture"):
        add_complaint(shop, ComplaintFields(kind="late"), files=[("note.txt", b"hello")], actor=BY)
    assert len(complaint(shop, one).files) == 1


def test_one_is_known_again_by_its_own_number_and_by_its_mails(shop):
    one = said(shop, source=Source.MARKETPLACE, source_key="R-7")
    assert complaint_from(shop, Source.MARKETPLACE, "R-7") == one
    assert complaint_from(shop, Source.EMAIL, "R-7") is None
    with pytest.raises(Invalid, match="“R-7” is recorded already"):
        said(shop, source=Source.MARKETPLACE, source_key="R-7")
    mail = said(shop, source_key="<1@shop>")
    assert complaint_of_mail(shop, ["<0@shop>", "<1@shop>"]) == mail
    assert complaint_of_mail(shop, ["", "<2@shop>"]) is None


def test_an_old_form_never_overwrites_and_what_is_gone_is_said(shop):
    one = said(shop)
    old = complaint(shop, one)
    edit_complaint(shop, one, old.version, replace(old.fields, severity=Severity.HIGH), actor="Eva")
    with pytest.raises(Conflict, match="Eva changed complaint 1 meanwhile"):
        edit_complaint(shop, one, old.version, replace(old.fields, text="Mine"), actor=BY)
    remove_complaints(shop, [one], actor=BY)
    for deed in (
        lambda: set_state(shop, [one], State.SOLVED, actor=BY),
        lambda: add_word(shop, one, way=Way.NOTE, text="…", actor=BY),
        lambda: attach_pictures(shop, one, [("a.png", picture(8, 6))], actor=BY),
        lambda: edit_complaint(shop, one, old.version, old.fields, actor=BY),
        lambda: complaint_picture(shop, 99),
    ):
        with pytest.raises(NotFound):
            deed()


@pytest.mark.parametrize(
    ("fields", "field", "words"),
    [
        ({"kind": "smell"}, "kind", "There is no kind “smell”"),
        ({"rating": 0}, "rating", "1 to 5 stars"),
        ({"received_at": "2026-11-21T10:00"}, "received_at", "still to come"),
        ({"received_at": "yesterday"}, "received_at", "is not a time"),
        ({"customer": 99}, "customer", "no longer in the shop"),
        ({"order": 99}, "order", "no longer in the shop"),
        ({"product": 99}, "product", "no longer in the shop"),
        ({"cause": 99}, "cause", "was removed"),
        ({"text": "x" * 100_001}, "text", "too long"),
        ({"subject": "x" * 501}, "subject", "too long"),
    ],
)
def test_what_cannot_be_kept_is_said_at_its_field(shop, fields, field, words):
    with pytest.raises(Invalid, match=words) as error:
        said(shop, **fields)
    assert error.value.field == field
    assert shop.sql("SELECT count(*) FROM complaint") == [(0,)]


def test_a_word_of_the_thread_is_said_by_today_and_has_a_text(shop):
    one = said(shop)
    for given, field in (
        ({"text": " "}, "text"),
        ({"text": "…", "at": "2026-11-21"}, "at"),
        ({"text": "…", "at": "x"}, "at"),
    ):
        with pytest.raises(Invalid) as error:
            add_word(shop, one, way=Way.IN, actor=BY, **given)
        assert error.value.field == field
    add_word(shop, one, way=Way.IN, text="Before", at="2026-11-18 09:00", actor=BY)
    add_word(shop, one, way=Way.IN, text="Long before", at="2026-11-01 09:00", actor=BY)
    assert [word.text for word in complaint(shop, one).words] == ["Long before", "Before"]


def test_a_state_is_reached_by_its_own_way_only(shop):
    one, other = said(shop), said(shop)
    set_state(shop, [other], State.SOLVED, actor=BY)
    with pytest.raises(Conflict, match="cannot go from “Solved” to “Answered”"):
        set_state(shop, [one, other], State.ANSWERED, actor=BY)
    assert complaint(shop, one).state is State.NEW
    for day, words in ((None, "by which day"), (dt.date(2026, 11, 19), "is over")):
        with pytest.raises(Invalid, match=words):
            set_state(shop, [one], State.PROMISED, promised_on=day, actor=BY)
    set_state(shop, [one], State.PROMISED, promised_on=TODAY, actor=BY)
    set_state(shop, [one], State.PROMISED, promised_on=dt.date(2026, 12, 1), actor=BY)
    found = complaint(shop, one)
    assert (found.promised_on, found.solve_by.date()) == (dt.date(2026, 12, 1), dt.date(2026, 12, 1))
    assert [step.state for step in found.steps] == [State.NEW, State.PROMISED]


def test_a_moment_from_elsewhere_is_the_shops_own_day(shop):
    one = complaint(shop, said(shop, received_at="2026-11-19T23:30:00-08:00"))
    local = dt.datetime.fromisoformat("2026-11-19T23:30:00-08:00").astimezone()
    assert one.fields.received_at == local.isoformat(timespec="seconds")
    assert shop.sql("SELECT received_on FROM complaint")[0][0] in (local.date(), local.date().isoformat())


def test_what_the_server_itself_refuses_is_told_as_it_says_it(shop, monkeypatch):
    one = said(shop)
    now = complaint(shop, one)

    def refuse(*_, **__):
        raise Conflict(msg("Another desk was changing the same records. Try again.")) from OSError()

    monkeypatch.setattr(Change, "update", refuse)
    with pytest.raises(Conflict, match="Another desk"):
        edit_complaint(shop, one, now.version, replace(now.fields, text="Late"), actor=BY)
