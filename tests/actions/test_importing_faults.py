"""Whatever goes wrong on the way, nothing is written."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.actions import import_orders, import_run, importing
from desktop_app.actions.importing import plan_import, run_import, undo_import
from desktop_app.domain.errors import AppError, BadFile, Conflict, Stopped
from desktop_app.queries import Shop
from tests.actions.imported import DATA, contents, counts, export, taken
from tests.made import BY

MANY = [{"Name": f"#{n}", "Email": f"person{n}@example.lv"} for n in range(9000)]


def replaced(file: Path) -> None:
    file.write_text(file.read_text("utf-8").replace("Mug", "Cup"), "utf-8")


def cut(file: Path) -> None:
    os.truncate(file, file.stat().st_size // 2)


def grown(file: Path) -> None:
    with file.open("a", encoding="utf-8") as stream:
        stream.write("x")


@pytest.mark.parametrize("change", [Path.unlink, replaced, cut, grown], ids=lambda change: change.__name__)
def test_a_file_that_is_not_the_planned_one_any_more(
    shop: Shop, tmp_path: Path, change: Callable[[Path], None]
) -> None:
    file = export(tmp_path / "a.csv", {"Name": "#1"}, {"Name": "#2"})
    plan = plan_import(shop, file)
    before = contents(shop)
    change(file)
    with pytest.raises((BadFile, Conflict), match="a.csv"):
        run_import(shop, plan, actor=BY)
    assert contents(shop) == before


def test_a_file_that_changes_while_it_is_read(shop: Shop, tmp_path: Path) -> None:
    file = export(tmp_path / "a.csv", *MANY)
    plan = plan_import(shop, file)
    before = contents(shop)

    def pull_away(done: int, total: int) -> bool:
        if done > total // 2 and file.stat().st_size > 1000:
            os.truncate(file, 1000)
        return True

    with pytest.raises((BadFile, Conflict)):
        run_import(shop, plan, actor=BY, progress=pull_away)
    assert contents(shop) == before


def test_a_person_stops_it(shop: Shop, tmp_path: Path) -> None:
    file = export(tmp_path / "a.csv", *MANY)
    with pytest.raises(Stopped):
        plan_import(shop, file, progress=lambda done, total: done < total // 2)
    plan = plan_import(shop, file)
    before = contents(shop)
    with pytest.raises(Stopped):
        run_import(shop, plan, actor=BY, progress=lambda done, total: done < total * 9 // 10)
    assert contents(shop) == before
    assert counts(run_import(shop, plan, actor=BY, progress=lambda done, total: done <= total)) == (9000, 0, 0)


def test_a_fault_of_our_own_in_the_middle(shop: Shop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop_app.actions.import_intake.CHUNK", 2)
    plan = plan_import(shop, export(tmp_path / "a.csv", *MANY[:9]))
    before = contents(shop)
    written = import_orders.OrderWriter.write
    chunks = []

    def third_breaks(self: import_orders.OrderWriter, compared: list[import_orders.Compared]) -> None:
        chunks.append(compared)
        if len(chunks) == 3:
            raise ZeroDivisionError
        written(self, compared)

    monkeypatch.setattr(import_orders.OrderWriter, "write", third_breaks)
    with pytest.raises(ZeroDivisionError):
        run_import(shop, plan, actor=BY)
    assert len(chunks) == 3
    assert contents(shop) == before


def test_a_backup_that_fails_stops_the_import(shop: Shop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*args: object, **more: object) -> None:
        raise BadFile(importing.msg("The disk is full."), file="x")

    monkeypatch.setattr(importing, "backup_if_changed", full)
    plan = plan_import(shop, export(tmp_path / "a.csv", {"Name": "#1"}))
    before = contents(shop)
    with pytest.raises(BadFile):
        run_import(shop, plan, actor=BY)
    assert contents(shop) == before


def test_what_happened_since_the_plan_is_not_overwritten(shop: Shop, tmp_path: Path) -> None:
    plan = plan_import(shop, export(tmp_path / "a.csv", {"Name": "#1"}, {"Name": "#2"}))
    taken(shop, export(tmp_path / "b.csv", {"Name": "#1", "Fulfillment Status": "fulfilled"}))
    assert counts(run_import(shop, plan, actor=BY)) == (1, 0, 1)


def test_chunks_do_not_show(shop: Shop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [{"Name": f"#{n}", "Email": f"person{n % 3}@example.lv", "Lineitem name": f"Mug {n % 4}"} for n in range(10)]
    file = export(tmp_path / "a.csv", *[{**row, "Lineitem sku": ""} for row in rows])
    done = taken(shop, file)
    whole = contents(shop)
    undo_import(shop, done.id, actor=BY)
    monkeypatch.setattr("desktop_app.actions.import_intake.CHUNK", 3)
    plan = plan_import(shop, file)
    assert (counts(plan), plan.summary.people_new) == ((10, 0, 0), 3)
    again = run_import(shop, plan, actor=BY)
    assert again.people_new == 3
    for table in ("customer", "product", "orders"):
        assert len(contents(shop)[table]) == len(whole[table])


@settings(max_examples=40)
@given(data=st.data())
def test_any_damage_is_all_or_nothing(shop: Shop, tmp_path: Path, data: st.DataObject) -> None:
    """Whatever the bytes: planned, imported, undone, or refused in words; and never something in between."""
    before = contents(shop)
    name = data.draw(st.sampled_from(sorted(file.name for file in DATA.glob("*.csv"))))
    content = bytearray((DATA / name).read_bytes())
    for _ in range(data.draw(st.integers(0, 6))):
        at = data.draw(st.integers(0, len(content)))
        content[at : at + data.draw(st.integers(0, 5))] = data.draw(
            st.binary(max_size=3) | st.sampled_from([b'"', b"\n"])
        )
    file = tmp_path / name
    file.write_bytes(bytes(content))
    try:
        plan = plan_import(shop, file)
    except AppError:
        assert contents(shop) == before
        return
    assert contents(shop) == before
    done = run_import(shop, plan, actor=BY)
    assert counts(done) == counts(plan)
    assert (done.lines, done.people_new) == (plan.summary.lines, plan.summary.people_new)
    if done.id:
        nothing_new = (0, 0, sum(counts(done)))
        assert counts(plan_import(shop, file)) == nothing_new
        with pytest.MonkeyPatch.context() as patch:  # and not only because the file is known by its fingerprint
            patch.setattr(import_run, "import_of_file", lambda *args: None)
            assert counts(plan_import(shop, file)) == nothing_new
        undo_import(shop, done.id, actor=BY)
    assert contents(shop) == before
