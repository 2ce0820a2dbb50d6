import datetime as dt
from collections import Counter

import pytest

from desktop_app.actions import demo
from desktop_app.actions.demo import fill_sample
from desktop_app.actions.figures import recount
from desktop_app.actions.history import undo
from desktop_app.domain.complaints import State
from desktop_app.domain.errors import Conflict, Stopped
from desktop_app.domain.listing import OrderFilter
from desktop_app.domain.settings import SHOP_LOGO, SHOP_NAME
from desktop_app.domain.urgency import Urgency
from desktop_app.i18n import Language, msg
from desktop_app.queries.changes import undo_state
from desktop_app.queries.complaint_list import complaint_ids, complaint_rows
from desktop_app.queries.complaints import complaint
from desktop_app.queries.customer_list import customer_ids, customer_rows
from desktop_app.queries.customers import customer
from desktop_app.queries.enclosures import next_parcels, waiting
from desktop_app.queries.orders import order, order_ids, order_rows
from desktop_app.queries.packing import checklist, parcel, queue
from desktop_app.queries.printing import print_rows
from desktop_app.queries.prints import print_items
from desktop_app.queries.product_list import product_ids
from desktop_app.queries.renewals import coming_due, renewal_rows
from desktop_app.queries.search import find
from desktop_app.queries.settings import settings
from desktop_app.queries.signatures import signatures
from desktop_app.queries.today import today
from desktop_app.store.connect import open_shop
from tests.made import BY, person


def test_a_sample_shop_is_whole_and_its_day_is_full(shop):
    fill_sample(shop, customers=60, orders=180)
    assert (len(customer_ids(shop)), len(order_ids(shop)), len(product_ids(shop))) == (60, 180, 24)
    assert settings(shop)[SHOP_NAME] == "Mazais veikals"
    assert settings(shop)[SHOP_LOGO] > 0
    counts = today(shop).counts
    assert min(counts.late, counts.due, counts.at_risk, counts.birthdays, counts.missed) >= 1
    languages = Counter(row.language for row in customer_rows(shop, customer_ids(shop)))
    assert len(languages) == 3
    assert min(languages.values()) > 3


@pytest.mark.parametrize(("customers", "orders"), [(20, 90), (40, 3000)])
def test_its_figures_are_those_of_its_orders(shop, customers, orders):
    fill_sample(shop, customers=customers, orders=orders)
    with shop.change(msg("count"), actor=BY, topics=()) as change:
        recount(shop, change, customer_ids(shop))
    assert change.changes.id == 0


def test_a_big_shop_is_found_and_counted_like_a_small_one(shop, monkeypatch):
    monkeypatch.setattr(demo, "_BIG", 10)
    fill_sample(shop, customers=60, orders=180)
    with shop.change(msg("count"), actor=BY, topics=()) as change:
        recount(shop, change, customer_ids(shop))
    assert change.changes.id == 0
    [(given, number)] = shop.sql("SELECT given, id FROM customer ORDER BY id LIMIT 1")
    assert number in [hit.id for hit in find(shop, given)]


def test_relatives_days_consents_tags_and_notes_stand_around_people(shop):
    fill_sample(shop, customers=60, orders=180)
    for table in (
        "relative",
        "special_day",
        "contact",
        "customer_address",
        "customer_word",
        "consent",
        "customer_note",
    ):
        assert shop.sql(f"SELECT count(*) FROM {table}")[0][0] > 3, table
    linked = "SELECT count(*) FROM relative r JOIN customer c ON c.id = r.other_id WHERE c.given = r.given"
    assert shop.sql(linked) == [(2,)]
    assert shop.sql("SELECT count(*) FROM special_day d JOIN relative r ON r.id = d.relative_id"
                    " WHERE r.customer_id <> d.customer_id") == [(0,)]  # fmt: skip


def test_every_order_adds_up_and_belongs_to_somebody(shop):
    fill_sample(shop, customers=10, orders=40)
    for row in order_rows(shop, order_ids(shop)):
        found = order(shop, row.id).fields
        assert found.customer is not None
        assert len(found.lines) == row.lines > 0
        assert found.total is not None
        assert found.shipping is not None
        assert sum(line.total.minor for line in found.lines) + found.shipping.minor == found.total.minor
        assert found.placed_on <= shop.today()


def test_every_paper_of_its_print_log_has_its_place(shop):
    fill_sample(shop, customers=20, orders=60)
    items = [item for run in print_rows(shop) for item in print_items(shop, run.id)]
    assert items
    assert all(item.title and item.card and item.sheet and 1 <= item.place <= 4 for item in items)


def test_the_same_seed_makes_the_same_shop(shop):
    fill_sample(shop, customers=12, orders=30, seed=7)
    first = [customer(shop, one).fields for one in customer_ids(shop)]
    undo(shop, actor=BY)
    assert len(customer_ids(shop)) == 0
    fill_sample(shop, customers=12, orders=30, seed=7)
    assert [customer(shop, one).fields for one in customer_ids(shop)] == first


@pytest.mark.parametrize("day", ["2026-02-28", "2026-12-31", "2027-01-01", "2028-02-29"])
def test_any_day_of_the_year_is_full(tmp_path, day):
    shop = open_shop(tmp_path / "s.db", today=lambda: dt.date.fromisoformat(day))
    fill_sample(shop)
    counts = today(shop).counts
    assert min(counts.late, counts.due, counts.at_risk, counts.birthdays, counts.missed) >= 1
    assert len(order_ids(shop, OrderFilter(unprinted=True))) == counts.to_pack
    shop.close()


@pytest.mark.parametrize(("customers", "orders"), [(0, 5), (1, 0), (1, 1), (3, 200)])
def test_any_size(shop, customers, orders):
    fill_sample(shop, customers=customers, orders=orders)
    assert len(customer_ids(shop)) == customers
    assert len(order_ids(shop)) == (orders if customers else 0)


def test_a_shop_in_use_is_left_alone(shop):
    person(shop, "Anna")
    with pytest.raises(Conflict, match="Start an empty shop for the sample"):
        fill_sample(shop)
    assert len(customer_ids(shop)) == 1


def test_stopped_half_way_nothing_is_written(shop):
    with pytest.raises(Stopped):
        fill_sample(shop, customers=600, orders=600, progress=lambda done, total: done < total / 2)
    assert (len(customer_ids(shop)), len(order_ids(shop)), settings(shop)[SHOP_NAME]) == (0, 0, "")


def test_filling_is_a_step_of_undo_only_where_it_is_to_be(shop):
    fill_sample(shop, customers=3, orders=3, undoable=False)
    assert undo_state(shop).undo is None
    assert len(customer_ids(shop)) == 3


def test_a_shop_filled_from_the_command_line_can_be_emptied_again(shop):
    fill_sample(shop, customers=3, orders=3)
    undo(shop, actor=BY)
    assert (len(customer_ids(shop)), len(order_ids(shop))) == (0, 0)


def test_the_bench_has_work_with_everything_it_shows(shop):
    fill_sample(shop, customers=60, orders=180)
    rows = queue(shop)
    assert len(rows) > 5
    assert all(row.shelf for row in rows)
    assert rows == sorted(rows, key=lambda row: row.ship_by)
    parcels = [parcel(shop, row.id) for row in rows]
    assert all(line.picture and line.barcode and line.product for one in parcels for line in one.lines)
    assert any(one.steps for one in parcels)
    assert len(checklist(shop)) > 5
    for column in ("set_aside <> ''", "gift", "note_to <> ''", "deliver_by IS NOT NULL", "packer_note <> ''"):
        assert shop.sql(f"SELECT count(*) FROM orders WHERE {column}")[0][0], column
    for table in ("carrier", "packer", "day_word", "order_step", "product_text", "product_word"):
        assert shop.sql(f"SELECT count(*) FROM {table}")[0][0], table
    assert shop.sql("SELECT count(*) FROM customer WHERE extra_care")[0][0] > 2
    assert len(signatures(shop)) == 3


def test_the_steps_of_its_orders_lead_to_where_they_stand(shop):
    fill_sample(shop, customers=60, orders=180)
    for row in order_rows(shop, order_ids(shop)):
        found = order(shop, row.id)
        if found.steps:
            assert found.steps[-1].status is found.fields.status
            assert [step.at for step in found.steps] == sorted(step.at for step in found.steps)


def test_its_articles_stand_in_every_language(shop):
    fill_sample(shop, customers=1, orders=1)
    assert shop.sql("SELECT count(*) FROM product_text")[0][0] == 2 * len(product_ids(shop))


def test_its_complaints_are_of_every_state_and_counted(shop):
    fill_sample(shop, customers=60, orders=180)
    rows = complaint_rows(shop, complaint_ids(shop))
    assert {row.state for row in rows} >= {State.NEW, State.ANSWERED, State.WAITING, State.PROMISED, State.SOLVED}
    assert {row.urgency for row in rows} == set(Urgency)
    assert all(row.customer and row.order and row.packer for row in rows)
    assert {row.rating for row in rows} >= {None, 3, 5}
    for row in rows:
        found = complaint(shop, row.id)
        assert found.steps[-1].state is found.state
        spoken = customer(shop, row.customer_id).fields.language
        assert (spoken is Language.RU) == any("а" <= letter.lower() <= "я" for letter in found.fields.text)
    drifted = (
        "SELECT count(*) FROM customer c WHERE open_complaints <> (SELECT count(*) FROM complaint k"
        " WHERE k.customer_id = c.id AND k.state <> 'solved' AND (k.rating IS NULL OR k.rating <= 3))"
    )
    assert shop.sql(drifted) == [(0,)]
    assert shop.sql("SELECT count(*) FROM inbox") == [(3,)]


def test_what_was_promised_is_booked_and_something_waits_for_a_parcel(shop):
    fill_sample(shop, customers=60, orders=180)
    [(promised, done)] = shop.sql("SELECT count(*), count(CASE WHEN done_at <> '' THEN 1 END) FROM resolution")
    assert promised > done > 0
    [(customer,)] = shop.sql("SELECT DISTINCT customer_id FROM enclosure WHERE gone_at = ''")
    assert len(waiting(shop, list(next_parcels(shop, [customer]).values()))) == 1


def test_something_is_paid_by_period_in_each_customer_s_words(shop):
    fill_sample(shop, customers=60, orders=180)
    rows = renewal_rows(shop)
    assert [row.days for row in rows] == sorted(row.days for row in rows)
    assert rows[0].days < 0 < rows[-1].days
    assert {row.renewal.customer for row in coming_due(shop)} < {row.renewal.customer for row in rows}
    for row in rows:
        spoken = customer(shop, row.renewal.customer).fields.language
        assert (spoken is Language.RU) == any("а" <= letter.lower() <= "я" for letter in row.renewal.fields.what)
        assert row.renewal.paid_on is not None
