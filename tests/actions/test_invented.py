import datetime as dt
from itertools import islice

from desktop_app.actions.invented import orders, sample
from desktop_app.actions.invented_people import people
from desktop_app.domain.contact import checked_email, checked_phone
from desktop_app.domain.orders import TO_PACK
from desktop_app.domain.working_days import Calendar

TODAY = dt.date(2026, 11, 20)


def test_invented_people_would_pass_every_check():
    for fields, *_ in people(sample(), 300, today=TODAY, seed=3):
        assert checked_email(fields.email) == fields.email
        assert checked_phone(fields.phone, "LV") == fields.phone
        assert all((fields.given, fields.family, fields.address.city))


def test_nobody_shares_an_address():
    emails = [fields.email.partition("@")[0] for fields, *_ in people(sample(), 3000, today=TODAY, seed=3)]
    assert len(set(emails)) == len(emails)


def test_orders_come_as_they_were_placed_and_end_open():
    made = list(orders(500, customers=80, today=TODAY, calendar=Calendar(), seed=3))
    old = [placed for placed in made if not placed.fresh]
    assert [placed.placed for placed in made] == sorted(placed.placed for placed in made)
    assert {placed.status in TO_PACK for placed in made if placed.fresh} == {True}
    assert {placed.status in TO_PACK for placed in old} == {False}
    assert {placed.customer for placed in made} <= set(range(80))


def test_a_million_are_never_held_at_once():
    first = list(islice(orders(10**9, customers=10**6, today=TODAY, calendar=Calendar(), seed=1), 3))
    assert len(first) == 3
