"""Consents: given, withdrawn, put right and removed, each time with a day that can be shown."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from desktop_app.actions.consents import edit, give, remove, withdraw
from desktop_app.actions.history import undo
from desktop_app.domain.consents import ConsentFields, Purpose
from desktop_app.domain.errors import Conflict, Invalid, NotFound
from desktop_app.i18n import Words
from desktop_app.queries.consents import consent, consents_of
from desktop_app.queries.customers import customer
from tests.actions.rows import rows
from tests.made import BY, TODAY, person

NEWS = ConsentFields(Purpose.NEWS_EMAIL, dt.date(2026, 1, 2), "order form", note="by phone too")


def test_a_consent_from_giving_to_withdrawing(shop):
    liga = person(shop, "Līga")
    kept, done = give(shop, liga, NEWS, actor=BY)
    assert Words().say(done.title) == "Consent of Līga: News by e-mail"
    assert customer(shop, liga).version == done.id
    assert [each.fields for each in consents_of(shop, liga)] == [NEWS]
    assert Words().say(withdraw(shop, kept, actor=BY).title) == "Consent of Līga withdrawn: News by e-mail"
    [ended] = consents_of(shop, liga)
    assert (ended.fields.withdrawn_on, ended.fields.in_force(TODAY)) == (TODAY, False)
    again, _ = give(shop, liga, ConsentFields(Purpose.NEWS_EMAIL), actor=BY)
    assert [each.id for each in consents_of(shop, liga)] == [again, kept]
    assert consent(shop, again)[1].fields.given_on == TODAY


def test_each_deed_is_undone_to_the_row(shop):
    liga = person(shop, "Līga")
    kept, _ = give(shop, liga, NEWS, actor=BY)
    for deed in (
        lambda _: give(shop, liga, replace(NEWS, what=Purpose.PROFILE), actor=BY),
        lambda _: withdraw(shop, kept, on=dt.date(2026, 3, 1), actor=BY),
        lambda version: edit(shop, kept, version, replace(NEWS, source="", given_on=None), actor=BY),
        lambda _: remove(shop, kept, actor=BY),
    ):
        before = rows(shop)
        deed(consent(shop, kept)[1].version)
        assert rows(shop) != before
        undo(shop, actor=BY)
        assert rows(shop) == before


@pytest.mark.parametrize(
    ("fields", "field", "said"),
    [
        (replace(NEWS, given_on=TODAY + dt.timedelta(1)), "given_on", "still to come"),
        (replace(NEWS, withdrawn_on=TODAY + dt.timedelta(1)), "withdrawn_on", "still to come"),
        (replace(NEWS, withdrawn_on=dt.date(2026, 1, 1)), "withdrawn_on", "before it was given"),
        (replace(NEWS, source="s" * 501), "source", "too long"),
    ],
)
def test_what_cannot_be_kept_is_said_at_its_field(shop, fields, field, said):
    liga = person(shop, "Līga")
    with pytest.raises(Invalid, match=said) as error:
        give(shop, liga, fields, actor=BY)
    assert error.value.field == field
    assert consents_of(shop, liga) == []


def test_one_thing_is_agreed_to_once_at_a_time(shop):
    liga = person(shop, "Līga")
    first, _ = give(shop, liga, NEWS, actor=BY)
    with pytest.raises(Invalid, match="“News by e-mail” is agreed to already"):
        give(shop, liga, NEWS, actor=BY)
    other, _ = give(shop, liga, replace(NEWS, what=Purpose.PROFILE), actor=BY)
    with pytest.raises(Invalid, match="agreed to already"):
        edit(shop, other, consent(shop, other)[1].version, NEWS, actor=BY)
    withdraw(shop, first, actor=BY)
    with pytest.raises(Invalid, match="withdrawn on 20 November 2026 already"):
        withdraw(shop, first, actor=BY)


def test_an_old_form_never_overwrites_and_what_is_gone_is_said(shop):
    liga = person(shop, "Līga")
    kept, _ = give(shop, liga, NEWS, actor=BY)
    version = consent(shop, kept)[1].version
    edit(shop, kept, version, replace(NEWS, note=""), actor=BY)
    with pytest.raises(Conflict):
        edit(shop, kept, version, replace(NEWS, note="old"), actor=BY)
    remove(shop, kept, actor=BY)
    with pytest.raises(NotFound, match="no consent number"):
        withdraw(shop, kept, actor=BY)
