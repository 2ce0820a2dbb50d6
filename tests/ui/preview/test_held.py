"""In the preview whose complaint is open gets nothing cheerful: told card by card, and once more at the printer."""

import pytest

from desktop_app.actions.complaints import add_complaint
from desktop_app.domain.complaints import ComplaintFields
from desktop_app.domain.near_days import DayKey
from desktop_app.domain.people import DayKind
from desktop_app.domain.people_dates import Birthday
from desktop_app.domain.printing import OF_PRODUCTS, Kind
from desktop_app.domain.reaching import AIM_OF_PAPER, Aim
from desktop_app.queries.printing import print_rows
from tests.made import TODAY, bought, person
from tests.ui.pages.around import texts
from tests.ui.preview.opening import add, made, opened, turn_to

DAY = DayKey(1, None, DayKind.BIRTHDAY, "", TODAY)
WHOSE = ({"orders": [1, 2]}, {"customers": [1, 2]}, {"days": [(DAY,), (DayKey(2, None, DayKind.BIRTHDAY, "", TODAY),)]})
MORE = {
    Kind.VOUCHER: {"codes": "TEA4U7", "percent": "10"}, Kind.REFERRAL: {"codes": "ANNA77"},
    Kind.APOLOGY: {"wrong": "It came late.", "promised": "A new one is on its way."},
}  # fmt: skip
_WITHHELD = {kind for kind, aim in AIM_OF_PAPER.items() if aim is not Aim.SERVICE}


def two(shop):
    for name, number in (("Anna", "10421"), ("Berta", "10422")):
        whose = person(shop, name, birthday=Birthday(TODAY.month, TODAY.day))
        bought(shop, whose, "Mug", number=number)


@pytest.fixture
def filled():
    return two


def complain(around):
    around.change(add_complaint, ComplaintFields("late", customer=1))


@pytest.mark.parametrize("whose", WHOSE, ids=lambda one: next(iter(one)))
def test_of_every_kind_there_is_for_them(around, whose):
    complain(around)
    dialog = opened(around, **whose)
    for kind in dialog.making.offer.whose.kinds:
        turn_to(around, dialog, kind)
        if kind in MORE:
            add(around, dialog, **MORE[kind])
        if kind is Kind.ADDRESS or kind in OF_PRODUCTS:
            continue  # an order without an address or a product to explain has none: AIM_OF_PAPER says it is service
        held = {Kind.THANK_YOU} if kind is Kind.PARCEL else {kind} & _WITHHELD
        told = [(one.kind, one.customer or one.order) for one in dialog.papers.result.held]
        assert told == [(one, 1) for one in held], kind
        printed = {card.order or card.customer for card in dialog.papers.result.placed if card.kind in held}
        assert printed == ({2} if held else set()), kind
    dialog.reject()


def test_what_is_held_back_is_told_with_its_reason(around):
    complain(around)
    dialog = opened(around, orders=[1, 2], kind=Kind.THANK_YOU)
    said = texts(dialog)
    assert "1 left out" in " ".join(said)
    [group] = [one for one in dialog.preflight._run.out() if one.lines]
    assert group.title == "Held back for now"
    assert group.lines[0].text == "Thank-you card held back. They have an open complaint: solve it first."
    assert group.lines[0].tag == "Left out"
    dialog.preflight.list.go_to(group.lines[0].key)
    dialog.preflight._show_card()
    assert [one.text() for one in dialog.preflight.card.offered] == ["Open order", "Open customer"]
    dialog.reject()


def test_a_complaint_after_the_papers_were_made_has_them_made_anew(around, tmp_path):
    dialog = opened(around, orders=[1, 2], kind=Kind.THANK_YOU)
    assert len(dialog.papers.result.placed) == 2
    complain(around)
    out = tmp_path / "cards.pdf"
    dialog.outlet.save_to(dialog.papers, out)
    made(around, dialog)
    assert not out.exists()
    assert around.ask(print_rows) == []
    assert "meanwhile a card may not be given any more" in dialog.banner.text
    assert [card.order for card in dialog.papers.result.placed] == [2]
    assert len(dialog.papers.result.held) == 1
    dialog.outlet.save_to(dialog.papers, out)  # looked at, and now it goes
    around.settle()
    assert out.exists()
    assert around.ask(print_rows)[0].cards == 1
