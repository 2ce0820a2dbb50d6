"""The refused rows in a file of their own: mended there, they can be dropped again."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from desktop_app.actions import import_intake
from desktop_app.actions.importing import plan_import
from desktop_app.actions.refused_rows import save_refused, saved_said
from desktop_app.domain.errors import Invalid
from desktop_app.i18n import Words
from desktop_app.queries import Shop
from tests.actions.imported import export


def saved(shop: Shop, file: Path) -> tuple[int, list[dict[str, str]], Path]:
    to = file.with_name("refused.csv")
    count = save_refused(plan_import(shop, file), to, words=Words())
    with to.open(newline="", encoding="utf-8-sig") as stream:
        return count, list(csv.DictReader(stream)), to


def test_each_refused_row_comes_with_its_place_and_reason(shop: Shop, tmp_path: Path) -> None:
    file = export(tmp_path / "a.csv", {"Name": "#1"}, {"Name": "#2", "Total": "1O.00"}, {"Name": "#3"})
    count, rows, _ = saved(shop, file)
    assert count == 1
    [row] = rows
    assert (row["Name"], row["Total"], row["Row in a.csv"]) == ("#2", "1O.00", "3")
    assert row["What is wrong"].startswith("Total: This is not an amount of money.")


def test_an_order_comes_with_all_its_rows(shop: Shop, tmp_path: Path) -> None:
    more = {"Lineitem name": "Cup", "Lineitem quantity": "x", "Lineitem price": "1"}
    file = export(tmp_path / "a.csv", {"Name": "#1"}, {"Name": "#2"}, more, {"Name": "#3"})
    count, rows, _ = saved(shop, file)
    assert count == 2
    assert [row["Lineitem name"] for row in rows] == ["Mug", "Cup"]
    assert [bool(row["What is wrong"]) for row in rows] == [False, True]


def test_an_order_comes_with_all_its_rows_whatever_a_platform_calls_its_number(shop: Shop, tmp_path: Path) -> None:
    file = tmp_path / "ebay.csv"
    head = "Numéro d'enregistrement de la vente,Numéro de commande,Titre de l'objet,Quantité,Vendu pour,Prix total"
    rows = ("5,11-11111-11111,,3,,\"30,00 €\"", "5,11-11111-11111,Tasse,1,\"10,00 €\",",
            "5,11-11111-11111,Bol,x,\"10,00 €\",", "6,11-11111-22222,Tasse,1,\"10,00 €\",\"10,00 €\"")  # fmt: skip
    file.write_text("\n".join((head, *rows)) + "\n", "utf-8")
    count, told, _ = saved(shop, file)
    assert (count, [row["Titre de l'objet"] for row in told]) == (3, ["", "Tasse", "Bol"])


def test_the_mended_file_is_read_as_the_first_one_was(shop: Shop, tmp_path: Path) -> None:
    file = export(tmp_path / "a.csv", {"Name": "#2", "Total": "1O.00", "Notes": "=1+1", "Billing Phone": "'+3712"})
    _, [row], to = saved(shop, file)
    assert (row["Notes"], row["Billing Phone"]) == ("'=1+1", "'+3712")
    to.write_text(to.read_text("utf-8").replace("1O.00", "10.00"), "utf-8")
    plan = plan_import(shop, to).summary
    assert (plan.new, plan.refused_count, plan.kind) == (1, 0, "shopify-orders")


def test_letters_come_whole_from_any_encoding(shop: Shop, tmp_path: Path) -> None:
    file = tmp_path / "p.csv"
    file.write_bytes(
        "Vārds;E-pasts;Dzimšanas diena\nJānis;janis@example.lv;\nŽanete;z@example.lv;1990-04-31\n".encode("cp1257")
    )
    count, [row], _ = saved(shop, file)
    assert (count, row["Vārds"], row["Dzimšanas diena"]) == (1, "Žanete", "1990-04-31")


def test_the_file_itself_is_never_written_over(shop: Shop, tmp_path: Path) -> None:
    file = export(tmp_path / "a.csv", {"Name": "#2", "Total": "1O.00"})
    before = file.read_bytes()
    with pytest.raises(Invalid, match="is the file itself"):
        save_refused(plan_import(shop, file), file, words=Words())
    assert file.read_bytes() == before


def test_where_more_are_refused_than_a_plan_lists_that_is_said(
    shop: Shop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(import_intake, "LISTED", 2)
    bad = ({"Name": f"#{n}", "Total": "1O.00"} for n in range(5))
    plan, to = plan_import(shop, export(tmp_path / "a.csv", *bad)), tmp_path / "refused.csv"
    said = Words().say(saved_said(plan.summary, save_refused(plan, to, words=Words()), to))
    assert said.startswith("The first 2 refused rows of 5 were saved in refused.csv.")
    plan = plan_import(shop, export(tmp_path / "b.csv", {"Name": "#1", "Total": "1O.00"}))
    said = Words().say(saved_said(plan.summary, save_refused(plan, to, words=Words()), to))
    assert said == "1 row saved in refused.csv"
