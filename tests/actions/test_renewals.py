"""What customers pay for by period: kept, paid, undone to the row, and gone or moved with its customer."""

import datetime as dt
import json
import subprocess
from dataclasses import replace

import pytest

from desktop_app.actions.customers import remove_customers
from desktop_app.actions.history import undo
from desktop_app.actions.merging import merge_customers
from desktop_app.actions.renewals import add_renewal, edit_renewal, pay_renewals, remove_renewals
from desktop_app.actions.statements import make_statement
from desktop_app.domain.errors import Conflict, Invalid, NotFound
from desktop_app.domain.money import Money
from desktop_app.domain.renewals import RenewalFields
from desktop_app.i18n import Language, english
from desktop_app.queries.renewals import renewal, renewals_of
from tests.actions.rows import rows
from tests.made import BY, TODAY, person

TEA = RenewalFields("Tea of the month", Money(1250, "EUR"), 1, dt.date(2026, 11, 30), "Green only")


@pytest.fixture
def tea(shop):
    """Līga's tea, due on the 30th."""
    return add_renewal(shop, person(shop, "Līga"), TEA, actor=BY)[0]


def test_it_is_kept_as_it_was_told(shop, tea):
    kept = renewal(shop, tea)
    assert (kept.fields, kept.due_day, kept.paid_on) == (TEA, 30, None)
    assert [one.id for one in renewals_of(shop, kept.customer)] == [tea]


def test_a_payment_moves_the_day_by_its_periods_and_keeps_the_day_of_the_month(shop, tea):
    done = pay_renewals(shop, [tea], actor=BY)
    assert english(done.title) == "Līga paid a renewal"
    assert (renewal(shop, tea).next_on, renewal(shop, tea).paid_on) == (dt.date(2026, 12, 30), TODAY)
    pay_renewals(shop, [tea], on=dt.date(2026, 11, 2), periods=2, actor=BY)
    assert (renewal(shop, tea).next_on, renewal(shop, tea).paid_on) == (dt.date(2027, 2, 28), dt.date(2026, 11, 2))
    pay_renewals(shop, [tea, tea], actor=BY)  # named twice is paid once
    assert renewal(shop, tea).next_on == dt.date(2027, 3, 30)


def test_each_deed_is_undone_to_the_row(shop, tea):
    for deed in (
        lambda: add_renewal(shop, renewal(shop, tea).customer, TEA, actor=BY),
        lambda: edit_renewal(shop, tea, renewal(shop, tea).version, replace(TEA, active=False), actor=BY),
        lambda: pay_renewals(shop, [tea], actor=BY),
        lambda: remove_renewals(shop, [tea], actor=BY),
    ):
        before = rows(shop)
        deed()
        assert rows(shop) != before
        undo(shop, actor=BY)
        assert rows(shop) == before


def test_what_is_edited_without_its_day_keeps_the_day_agreed_on(shop, tea):
    pay_renewals(shop, [tea], periods=3, actor=BY)  # 28 February
    now = renewal(shop, tea)
    edit_renewal(shop, tea, now.version, replace(now.fields, note=""), actor=BY)
    assert renewal(shop, tea).due_day == 30
    edit_renewal(shop, tea, renewal(shop, tea).version, replace(now.fields, next_on=dt.date(2027, 3, 5)), actor=BY)
    assert renewal(shop, tea).due_day == 5


def test_what_somebody_else_changed_is_not_overwritten(shop, tea):
    version = renewal(shop, tea).version
    edit_renewal(shop, tea, version, replace(TEA, what="Coffee"), actor="Eva")
    with pytest.raises(Conflict, match="Eva changed Coffee meanwhile"):
        edit_renewal(shop, tea, version, replace(TEA, what="Cocoa"), actor=BY)


@pytest.mark.parametrize(
    ("options", "field"), [({"on": TODAY + dt.timedelta(days=1)}, "on"), ({"periods": 0}, "periods")]
)
def test_a_payment_that_cannot_be_is_said(shop, tea, options, field):
    with pytest.raises(Invalid) as error:
        pay_renewals(shop, [tea], actor=BY, **options)
    assert error.value.field == field
    assert renewal(shop, tea).paid_on is None


def test_what_is_gone_is_said(shop, tea):
    remove_renewals(shop, [tea], actor=BY)
    with pytest.raises(NotFound, match="no renewal number"):
        pay_renewals(shop, [tea], actor=BY)


def test_it_goes_with_its_customer_and_moves_with_a_merge(shop, tea):
    liga = renewal(shop, tea).customer
    other = person(shop, "Līga", "K.")
    merge_customers(shop, other, liga, actor=BY)
    assert [one.id for one in renewals_of(shop, other)] == [tea]
    before = rows(shop)
    remove_customers(shop, [other], actor=BY)
    with pytest.raises(NotFound):
        renewal(shop, tea)
    undo(shop, actor=BY)
    assert rows(shop) == before


def test_it_is_handed_out_with_all_that_is_known(shop, tea, tmp_path):
    pay_renewals(shop, [tea], actor=BY)
    paper = tmp_path / "liga.pdf"
    _, data = make_statement(shop, renewal(shop, tea).customer, paper, language=Language.EN)
    [told] = json.loads(data.read_text("utf-8"))["renewals"]
    assert (told["what"], told["amount"]["amount"], told["next_on"], told["paid_on"]) == (
        "Tea of the month", "12.50", "2026-12-30", TODAY.isoformat(),
    )  # fmt: skip
    said = subprocess.run(["pdftotext", "-layout", paper, "-"], capture_output=True, text=True, check=True).stdout
    assert "Tea of the month · every month · €12.50" in said
    assert "due on 30 Dec 2026 · last paid on 20 Nov 2026" in said
