"""The thirty bad inputs: each is told by one sentence that names the thing and the way out, and nothing is written."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from desktop_app.actions.importing import plan_import, run_import
from desktop_app.domain.errors import AppError, BadFile, Invalid
from desktop_app.i18n import english
from desktop_app.queries import Shop
from desktop_app.store.connect import open_shop
from tests.actions.bad_files import BAD, LATVIAN, Bad, order, orders
from tests.actions.imported import contents, counts
from tests.made import BY


@dataclass(frozen=True)
class Told:
    """What is said of a file: the sentences, the row and column they name, and how many records would go in."""

    sentences: tuple[str, ...]
    places: tuple[tuple[int, str], ...] = ()
    taken: int = 0


def told(shop: Shop, bad: Bad, folder: Path) -> Told:
    file = folder / bad.name
    file.write_bytes(bad.content)
    try:
        plan = plan_import(shop, file).summary
    except BadFile as refused:
        return Told((str(refused),), ((refused.row or 0, refused.column),) if refused.file == bad.name else ())
    except Invalid as question:
        return Told((str(question),))
    for refusal in plan.refused:
        assert refusal.place.file == bad.name
        assert len(refusal.value) <= 40
    sentences = [english(note) for note in (*(refusal.reason for refusal in plan.refused), *plan.notes)]
    shown = [text for record in plan.sample for text in (record.title, str(plan.first_day))]
    sums = [f"{minor} {currency}" for currency, minor in plan.totals]
    places = tuple((refusal.place.row, refusal.place.column) for refusal in plan.refused)
    return Told((*sentences, *shown, *sums), places, plan.new)


@pytest.fixture(scope="module")
def one_shop(ready_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shop]:
    """An empty shop for all plans, which write nothing."""
    file = tmp_path_factory.mktemp("shop") / "shop.cordial"
    shutil.copy(ready_file, file)
    opened = open_shop(file)
    yield opened
    opened.close()


@pytest.mark.parametrize("bad", BAD, ids=lambda bad: bad.what)
def test_a_bad_input_is_told_in_one_sentence(bad: Bad, one_shop: Shop, tmp_path: Path) -> None:
    found = told(one_shop, bad, tmp_path)
    assert any(sentence.startswith(bad.says) for sentence in found.sentences), found.sentences
    assert found.taken == bad.taken
    assert bad.place == (0, "") or bad.place in found.places


def test_none_of_them_leaves_a_trace(shop: Shop, tmp_path: Path) -> None:
    run_import(shop, plan_import(shop, _good(tmp_path)), actor=BY)
    before = contents(shop)
    for bad in BAD:
        told(shop, bad, tmp_path)
        assert contents(shop) == before, bad.what


def test_there_are_thirty_and_more() -> None:
    assert len({bad.what for bad in BAD}) == len(BAD) >= 30


def test_the_same_file_again_brings_nothing_and_says_so(shop: Shop, tmp_path: Path) -> None:
    done = run_import(shop, plan_import(shop, _good(tmp_path)), actor=BY)
    again = plan_import(shop, _good(tmp_path))
    assert (counts(again), again.summary.seen_before) == ((0, 0, 1), done.id)
    assert run_import(shop, again, actor=BY).id == 0


def test_an_encoding_that_was_guessed_wrong_can_be_switched(one_shop: Shop, tmp_path: Path) -> None:
    file = tmp_path / "people.csv"
    file.write_bytes(LATVIAN.replace("Vārds;E-pasts", "Name;Email").encode("cp1257"))
    assert plan_import(one_shop, file, encoding="cp1252").summary.sample[0].title == "Jânis Bçrziòð"
    assert plan_import(one_shop, file, encoding="cp1257").summary.sample[0].title == "Jānis Bērziņš"


def test_a_file_another_program_holds_is_named_with_the_way_out(
    one_shop: Shop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def held(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    file = _good(tmp_path)
    monkeypatch.setattr(Path, "open", held)
    with pytest.raises(AppError) as refused:
        plan_import(one_shop, file)
    said = "orders.csv cannot be read: Permission denied. Close it in other programs and look whether you may open it."
    assert str(refused.value) == said


@pytest.mark.parametrize("year", [1970, 1980])
def test_a_computer_that_forgot_the_year_imports_nothing(
    year: int, one_shop: Shop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Shop, "today", lambda _: dt.date(year, 1, 1))
    with pytest.raises(AppError, match=f"clock says the year {year}. Set it right and try again"):
        plan_import(one_shop, _good(tmp_path))


def _good(folder: Path) -> Path:
    file = folder / "orders.csv"
    file.write_bytes(orders(order()))
    return file
