"""Records added, edited, shown, found and removed from a shell; undo and redo."""

from __future__ import annotations

import pytest


def test_a_customer_from_adding_to_removing(cordial):
    added = cordial("customer", "add", "--given", "Līga", "--family", "Kalniņa", "--birthday", "05-17", "--json")
    assert added.code == 0
    number = added.json["customer"]["id"]
    assert cordial("customer", "edit", number, "--city", "Cēsis", "--email", "liga@pasts.example").code == 0
    shown = cordial("show", "customer", number, "--json").json["customer"]
    assert (shown["given"], shown["address"]["city"], shown["birthday"]) == (
        "Līga", "Cēsis", {"month": 5, "day": 17, "year": None},
    )  # fmt: skip
    assert cordial("customer", "remove", number).code == 0
    assert cordial("show", "customer", number).code == 1


def test_an_edit_leaves_the_other_fields_alone(cordial):
    number = cordial("product", "add", "--sku", "LN-1", "--name", "Linen napkin", "--price", "9.50", "--json").json
    number = number["product"]["id"]
    assert cordial("product", "edit", number, "--shelf", "B 3").code == 0
    shown = cordial("show", "product", number, "--json").json["product"]
    assert (shown["name"], shown["price"], shown["shelf"]) == (
        "Linen napkin", {"amount": "9.50", "currency": "EUR"}, "B 3",
    )  # fmt: skip


def test_a_product_tells_its_warranty_and_where_it_is_shown_how(cordial):
    words = ("--name", "Cup", "--care", "By hand.", "--warranty", 24, "--link", "shop.example/cup")
    number = cordial("product", "add", *words, "--json").json["product"]["id"]
    shown = cordial("show", "product", number, "--json").json["product"]
    assert (shown["warranty_months"], shown["link"]) == (24, "https://shop.example/cup")
    assert cordial("product", "edit", number, "--warranty", "").code == 0
    assert cordial("show", "product", number, "--json").json["product"]["warranty_months"] == 0
    for option, value in (("--warranty", "two"), ("--link", "the shelf")):
        wrong = cordial("product", "edit", number, option, value)
        assert (wrong.code, value in wrong.err) == (1, True)


def test_an_order_by_hand_with_its_lines(cordial):
    customer = cordial("customer", "add", "--given", "Anna", "--json").json["customer"]["id"]
    added = cordial(
        "order", "add", "--number", "A-17", "--customer", customer, "--line", "2;Linen napkin;LN-1;9.50",
        "--line", "1;Cup",
        "--total", "38.00", "--placed", "2026-11-20T10:00+02:00", "--json",
    )  # fmt: skip
    assert added.code == 0, added.err
    shown = cordial("show", "order", "A-17", "--json").json["order"]
    assert [(line["quantity"], line["name"]) for line in shown["lines"]] == [(2, "Linen napkin"), (1, "Cup")]
    assert shown["ship_by"] is not None
    assert cordial("order", "edit", "A-17", "--status", "packed").code == 0
    [row] = cordial("list", "orders", "--status", "packed", "--json").json["orders"]
    assert (row["number"], row["customer"], row["total"]) == ("A-17", "Anna", {"amount": "38.00", "currency": "EUR"})


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (("customer", "add", "--given", "Anna", "--birthday", "31-04"), "31-04"),
        (("customer", "add", "--given", "Anna", "--email", "anna at example"), "anna at example"),
        (("customer", "add", "--given", "Anna", "--language", "de"), "de"),
        (("product", "add", "--name", "Cup", "--price", "1e999"), "1e999"),
        (("product", "add", "--name", "Cup", "--price", "NaN"), "NaN"),
        (("order", "add", "--number", "1", "--line", "zwei;Cup"), "zwei;Cup"),
        (("order", "add", "--number", "1", "--status", "lost"), "lost"),
        (("show", "customer", "٣"), "٣"),
        (("show", "order", "../../x"), "../../x"),
    ],
)
def test_a_value_that_cannot_be_kept_is_named_and_nothing_written(cordial, words, named):
    answer = cordial(*words)
    assert (answer.code, answer.out) == (1, "")
    assert named in answer.err
    assert answer.err.count("\n") == 1
    assert cordial("list", "changes", "--json").json == {"changes": []}


def test_undo_and_redo(cordial):
    cordial("customer", "add", "--given", "Anna")
    assert cordial("undo").code == 0
    assert cordial("list", "customers", "--json").json == {"customers": []}
    assert cordial("redo").code == 0
    assert [row["name"] for row in cordial("list", "customers", "--json").json["customers"]] == ["Anna"]


def test_nothing_to_undo_is_said(cordial):
    answer = cordial("undo")
    assert answer.code == 1
    assert answer.err.strip()


def test_find_by_any_scrap(cordial, orders_file):
    cordial("import", orders_file)
    for text, title in (("kalnin", "Līga Kalniņa"), ("Елк", "Пётр Ёлкин"), ("petr@", "Пётр Ёлкин"), ("1001", "#1001")):
        hits = cordial("find", text, "--json").json["hits"]
        assert title in [hit["title"] for hit in hits], text
    assert cordial("find", '"* OR (', "--json").json == {"hits": []}


def test_one_long_name_does_not_widen_the_list(cordial):
    cordial("customer", "add", "--given", "A" * 300)
    cordial("customer", "add", "--given", "Anna", "--email", "anna@pasts.example")
    assert max(map(len, cordial("list", "customers").out.splitlines())) < 100


@pytest.mark.parametrize("words", [("customers", "--late"), ("prints", "--status", "new"), ("changes", "--text", "a")])
def test_an_option_a_list_has_no_use_for_is_refused(cordial, words):
    answer = cordial("list", *words)
    assert (answer.code, "usage:" in answer.err) == (2, True)
