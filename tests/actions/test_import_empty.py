"""A large file fills an empty shop while most indexes are away; afterwards nobody can tell."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.actions.import_orders import OrderWriter
from desktop_app.actions.importing import import_file, undo_import
from desktop_app.domain.errors import Stopped
from desktop_app.exchange import beside
from desktop_app.i18n import msg
from desktop_app.queries import Shop
from desktop_app.queries.search import find
from tests.actions.imported import contents, export
from tests.made import BY, person

ROWS = [{"Name": f"#{n}", "Email": f"p{n}@x.lv", "Billing Name": f"Anna N{n}", "Total": f"{n}.00"} for n in range(30)]


@pytest.fixture(autouse=True)
def _large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beside, "LARGE", 0)


def indexes(shop: Shop) -> list[tuple[object, ...]]:
    if not shop.sqlite:
        return shop.sql("SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = current_schema() ORDER BY 1")
    return shop.sql("SELECT type, name, sql FROM sqlite_master WHERE type IN ('index', 'trigger') ORDER BY name")


@pytest.fixture
def met(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many indexes and triggers there were as each chunk was written."""
    found: list[int] = []
    write = OrderWriter.write

    def looked(self: OrderWriter, compared: object) -> None:
        found.append(len(indexes(self.shop)))
        write(self, compared)  # type: ignore[arg-type]

    monkeypatch.setattr(OrderWriter, "write", looked)
    return found


def test_an_empty_shop_gets_its_indexes_at_the_end(shop: Shop, tmp_path: Path, met: list[int]) -> None:
    before, empty = indexes(shop), contents(shop)
    _, done = import_file(shop, export(tmp_path / "a.csv", *ROWS), actor=BY)
    assert met[0] < len(before) - 10 if shop.sqlite else met[0] == len(before)  # a server keeps its own
    assert indexes(shop) == before
    assert len(find(shop, "anna")) > 10
    assert len(find(shop, "p29@x.lv")) == 1
    undo_import(shop, done.id, actor=BY)
    assert contents(shop) == empty
    assert not find(shop, "anna")
    person(shop, "Anna")  # the index is filled on as before
    assert len(find(shop, "anna")) == 1


def test_a_shop_with_customers_keeps_theirs_and_one_with_orders_all(shop: Shop, tmp_path: Path, met: list[int]) -> None:
    person(shop, "Ilze", email="p1@x.lv")
    before = indexes(shop)
    import_file(shop, export(tmp_path / "a.csv", *ROWS[:20]), actor=BY)
    assert (met[0] < len(before)) == shop.sqlite
    assert len(find(shop, "p1@x.lv")) == 1
    met.clear()
    import_file(shop, export(tmp_path / "b.csv", *ROWS), actor=BY)
    assert set(met) == {len(before)}
    assert indexes(shop) == before


def test_it_can_be_stopped_while_figures_are_counted(
    shop: Shop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    person(shop, "Ilze", email="p1@x.lv")  # counted anew, the others as they were gathered
    before, asked = contents(shop), 0
    finish = OrderWriter.finish

    def stop(self: OrderWriter, step: Callable[[], None]) -> None:
        def counted() -> None:
            nonlocal asked
            asked += 1
            if asked == 3:
                raise Stopped(msg("Stopped."))
            step()

        finish(self, counted)

    monkeypatch.setattr(OrderWriter, "finish", stop)
    with pytest.raises(Stopped):
        import_file(shop, export(tmp_path / "a.csv", *ROWS), actor=BY)
    assert contents(shop) == before


def test_stopped_after_the_last_row_nothing_was_written(shop: Shop, tmp_path: Path, met: list[int]) -> None:
    before, empty = indexes(shop), contents(shop)
    file = export(tmp_path / "a.csv", *ROWS)
    with pytest.raises(Stopped):
        import_file(shop, file, actor=BY, progress=lambda *_: not met)
    assert met
    assert (indexes(shop), contents(shop)) == (before, empty)
