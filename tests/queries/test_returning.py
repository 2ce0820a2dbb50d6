"""Who complained and bought again, and after which resolution."""

import datetime as dt

from desktop_app.actions.complaints import add_complaint
from desktop_app.actions.resolutions import choose
from desktop_app.domain.complaint_figures import BoughtAgain, usual_period
from desktop_app.domain.complaints import ComplaintFields
from desktop_app.domain.money import Money
from desktop_app.domain.orders import Status
from desktop_app.domain.resolutions import Deed, Offer
from desktop_app.queries.returning import returning
from tests.made import BY, TODAY, bought, person

SINCE, UNTIL = usual_period(TODAY)
LONG_AGO = TODAY - dt.timedelta(days=60)


def said(shop, whose, day=LONG_AGO, **fields):
    fields = ComplaintFields(received_at=at(day), customer=whose, **fields)
    return add_complaint(shop, fields, actor=BY)[0]


def at(day):
    return f"{day}T10:00:00+02:00"


def made_good(shop, complaint, deed, cost=0):
    choose(shop, complaint, Offer(deed), cost=Money(cost, "EUR"), actor=BY)


def found(shop):
    told = returning(shop, since=SINCE, until=UNTIL)
    return told.whole, told.after


def test_nobody_complained(shop):
    assert found(shop) == (BoughtAgain(None, 0, 0), ())
    assert BoughtAgain(None, 0, 0).share == 0


def test_who_bought_again_after_which_resolution(shop):
    anna, berta, clara, dora, eva = (person(shop, name) for name in ("Anna", "Berta", "Clara", "Dora", "Eva"))
    made_good(shop, said(shop, anna), Deed.REFUND)
    made_good(shop, said(shop, berta), Deed.REFUND)
    made_good(shop, said(shop, clara), Deed.APOLOGY)
    said(shop, dora, day=TODAY - dt.timedelta(days=2))
    said(shop, eva, rating=5)  # praise
    bought(shop, anna, placed_at=at(LONG_AGO + dt.timedelta(days=5)))
    bought(shop, berta, placed_at=at(LONG_AGO))  # the order that was complained of, perhaps
    bought(shop, clara, placed_at=at(TODAY), status=Status.CANCELLED)
    whole, after = found(shop)
    assert whole == BoughtAgain(None, 4, 1, fresh=1)
    assert after == (
        BoughtAgain(Deed.REFUND, 2, 1), BoughtAgain(Deed.APOLOGY, 1, 0), BoughtAgain(None, 1, 0, fresh=1),
    )  # fmt: skip
    assert after[0].share == 0.5


def test_the_latest_complaint_and_the_last_resolution_count(shop):
    anna = person(shop, "Anna")
    made_good(shop, said(shop, anna), Deed.REFUND)
    bought(shop, anna, placed_at=at(LONG_AGO + dt.timedelta(days=5)))
    again = said(shop, anna, day=LONG_AGO + dt.timedelta(days=10))
    made_good(shop, again, Deed.APOLOGY)
    made_good(shop, again, Deed.KEEP)
    assert found(shop) == (BoughtAgain(None, 1, 0), (BoughtAgain(Deed.KEEP, 1, 0),))


def test_a_replacement_for_nothing_is_no_purchase(shop):
    anna = person(shop, "Anna")
    said(shop, anna)
    bought(shop, anna, placed_at=at(TODAY), total=Money(0, "EUR"))
    assert found(shop)[0].again == 0
    bought(shop, anna, placed_at=at(TODAY))
    assert found(shop)[0].again == 1
