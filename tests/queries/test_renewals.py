"""Renewals coming due: soonest first, those over before them, none of whom rest or died."""

import datetime as dt
from dataclasses import replace

from desktop_app.actions.customers import edit_customer
from desktop_app.actions.renewals import add_renewal
from desktop_app.actions.settings import set_settings
from desktop_app.domain.message_settings import RENEWAL_DAYS
from desktop_app.domain.renewals import RenewalFields
from desktop_app.queries.customers import customer
from desktop_app.queries.renewals import coming_due, renewal_rows
from tests.made import BY, TODAY, person


def due(shop, name, days, **fields):
    kept = RenewalFields(name, next_on=TODAY + dt.timedelta(days=days), **fields)
    return add_renewal(shop, person(shop, name), kept, actor=BY)[0]


def test_those_over_come_first_and_those_far_off_not_yet(shop):
    for name, days in (("Far", 15), ("Soon", 14), ("Over", -3), ("Today", 0)):
        due(shop, name, days)
    due(shop, "Resting", 1, active=False)
    assert [(row.customer, row.days) for row in coming_due(shop)] == [("Over", -3), ("Today", 0), ("Soon", 14)]
    assert [row.customer for row in coming_due(shop, limit=1)] == ["Over"]
    set_settings(shop, {RENEWAL_DAYS: 15}, actor=BY)
    assert len(coming_due(shop)) == 4
    assert [row.customer for row in renewal_rows(shop, resting=True)] == ["Over", "Today", "Resting", "Soon", "Far"]


def test_nobody_is_told_of_somebody_who_died(shop):
    due(shop, "Anna", 1)
    [row] = coming_due(shop)
    anna = customer(shop, row.renewal.customer)
    edit_customer(shop, anna.id, anna.version, replace(anna.fields, deceased=True), actor=BY)
    assert coming_due(shop) == []
