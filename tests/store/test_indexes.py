import pytest

from desktop_app.i18n import msg
from desktop_app.queries.search import find
from desktop_app.store.indexes import indexes_built_after, sorting_on_disk
from desktop_app.store.tables import CustomerTable, OrderTable, RelativeTable
from tests.made import BY, person


def listed(shop):
    if shop.sqlite:
        return shop.sql("SELECT type, name, sql FROM sqlite_master WHERE type IN ('index', 'trigger') ORDER BY name")
    return shop.sql("SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = current_schema() ORDER BY 1")


def fill(shop, *, step=lambda: None):
    with (
        shop.change(msg("many"), actor=BY, topics=()) as change,
        indexes_built_after(change.access, CustomerTable, RelativeTable, OrderTable, step=step),
    ):
        inside = listed(shop)
        change.insert_many(CustomerTable, ("given", "doc", "sort_key"), [("Anna", "anna", "anna")] * 50)
    return inside


def test_the_indexes_are_away_while_rows_come_and_the_same_afterwards(shop):
    before = listed(shop)
    inside = fill(shop)
    assert len(inside) < len(before) - 10
    assert listed(shop) == before


def test_whoever_came_meanwhile_is_found(shop):
    fill(shop)
    assert len(find(shop, "anna")) > 0
    person(shop, "Boriss")
    assert len(find(shop, "boriss")) == 1


def test_stopped_while_they_are_built_all_is_as_before(shop):
    before = listed(shop)

    def stop():
        raise RuntimeError("stopped")

    with pytest.raises(RuntimeError):
        fill(shop, step=stop)
    assert listed(shop) == before
    assert shop.sql("SELECT count(*) FROM customer") == [(0,)]


def test_on_disk_is_sorted_only_within_the_block(shop):
    if not shop.sqlite:
        with sorting_on_disk(shop):
            assert shop.sql("SELECT 1") == [(1,)]
        return
    within = []

    def stopped():
        with sorting_on_disk(shop):
            within.append(shop.database.pragma("temp_store"))
            raise RuntimeError("stopped")

    with pytest.raises(RuntimeError):
        stopped()
    assert (within, shop.database.pragma("temp_store")) == ([1], 2)
