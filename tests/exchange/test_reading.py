"""The records of a file, streamed."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.domain.errors import BadFile, Stopped
from desktop_app.domain.importing import OrderRecord, Refusal
from desktop_app.domain.mapping import FileMapping
from desktop_app.exchange.detect import detect
from desktop_app.exchange.reading import read
from tests.exchange.made import DATA, TODAY, written


def test_200_001_rows_come_one_after_the_other(tmp_path: Path) -> None:
    rows = "".join(f"Person {n},person{n}@example.lv\n" for n in range(200_000))
    file = written(tmp_path, "Name,Email\n" + rows + "Last One,last@example.lv\n", "people.csv")
    seen: list[int] = []
    reading = read(
        detect(file, FileMapping()),
        currency="EUR",
        today=TODAY,
        strays={},
        progress=lambda done, total: not seen.append(done * 100 // total),
    )
    first = next(reading.items)
    assert (first.row, first.given) == (2, "Person")
    assert seen[-1] < 10  # the rest of the file is not read yet
    *_, last = rest = [item.row for item in reading.items]
    assert (1 + len(rest), last, seen[-1]) == (200_001, 200_002, 100)
    reading.close()


def test_a_file_can_be_read_twice_and_says_what_it_was(tmp_path: Path) -> None:
    detected = detect(DATA / "shopify_orders.csv", FileMapping())
    found = []
    for _ in range(2):
        reading = read(detected, currency="EUR", today=TODAY, strays={})
        found.append([item.number for item in reading.items])
        assert reading.sha256() == detected.sha256
        reading.close()
    assert found[0] == found[1] == ["#1001", "#1002", "#1003", "#1004"]


def test_a_file_pulled_away_is_told(tmp_path: Path) -> None:
    file = written(tmp_path, "Name,Email\nAnna,a@x.lv\n")
    detected = detect(file, FileMapping())
    file.unlink()
    with pytest.raises(BadFile, match="no file"):
        read(detected, currency="EUR", today=TODAY, strays={})


def test_a_person_can_stop_it(tmp_path: Path) -> None:
    file = written(tmp_path, "Name,Email\n" + "Anna,a@x.lv\n" * 100_000)
    detected = detect(file, FileMapping())
    reading = read(detected, currency="EUR", today=TODAY, strays={}, progress=lambda done, total: done < total // 2)
    with pytest.raises(Stopped):
        list(reading.items)
    reading.close()


def test_a_file_of_another_currency_takes_the_mappings(tmp_path: Path) -> None:
    detected = detect(written(tmp_path, "Order,Total\n1,5.00\n"), FileMapping(currency="USD"))
    reading = read(detected, currency="EUR", today=TODAY, strays={})
    assert [order.currency for order in reading.items] == ["USD"]
    reading.close()


def test_an_order_whose_number_is_spelt_in_two_ways_is_taken_once(tmp_path: Path) -> None:
    detected = detect(written(tmp_path, "Order,Total\n1001,5.00\n1002,6.00\n1001.0,7.00\n'1002,8.00\n"), FileMapping())
    reading = read(detected, currency="EUR", today=TODAY, strays={})
    items = list(reading.items)
    reading.close()
    assert [item.total_minor for item in items if isinstance(item, OrderRecord)] == [500, 600]
    refused = [item for item in items if isinstance(item, Refusal)]
    assert [(refusal.place.row, refusal.value) for refusal in refused] == [(4, "1001"), (5, "1002")]
    assert [refusal.reason.args["row"] for refusal in refused] == [2, 3]
