"""`cordial import` from a shell."""

from __future__ import annotations


def test_an_export_goes_in_once(cordial, orders_file):
    first = cordial("import", orders_file, "--json")
    assert (first.code, first.err) == (0, "")
    assert {key: first.json[key] for key in ("new", "changed", "same", "lines", "refused")} == {
        "new": 3, "changed": 0, "same": 0, "lines": 4, "refused": [],
    }  # fmt: skip
    again = cordial("import", orders_file, "--json").json
    assert (again["new"], again["changed"], again["same"]) == (0, 0, 3)


def test_a_dry_run_writes_nothing(cordial, orders_file):
    assert cordial("import", orders_file, "--dry-run", "--json").json["new"] == 3
    assert cordial("list", "orders", "--json").json == {"orders": []}


def test_an_import_is_taken_back(cordial, orders_file):
    number = cordial("import", orders_file, "--json").json["import"]
    assert cordial("import", "--undo", number).code == 0
    assert cordial("list", "orders", "--json").json == {"orders": []}
    assert cordial("list", "customers", "--json").json == {"customers": []}
    assert [row["undone"] for row in cordial("import", "--list", "--json").json["imports"]] == [True]


def test_a_bad_row_is_named_and_the_rest_goes_in(cordial, orders_file):
    orders_file.write_text(orders_file.read_text("utf-8").replace("EUR,19.00,", "EUR,1e999,"), "utf-8")
    answer = cordial("import", orders_file, "--json")
    assert answer.code == 3
    assert answer.json["new"] == 2
    [refused] = answer.json["refused"]
    assert (refused["file"], refused["row"], refused["value"]) == ("orders_export.csv", 4, "1e999")
    assert "orders_export.csv, row 4" in answer.err
    assert "1e999" in answer.err


def test_an_odd_value_is_taken_and_said(cordial, orders_file):
    orders_file.write_text(
        orders_file.read_text("utf-8").replace("+0200,1,Cup,19.00,CU-1,,", "+0200,0,Cup,19.00,CU-1,,"), "utf-8"
    )
    answer = cordial("import", orders_file, "--json")
    assert (answer.code, answer.json["new"], answer.json["lines"], answer.json["refused"]) == (0, 3, 3, [])
    [odd] = answer.json["odd"]
    assert (odd["row"], odd["column"], odd["value"]) == (3, "Lineitem quantity", "0")
    again = cordial("import", orders_file, "--dry-run")
    assert "Lineitem quantity 0 in row 3" in again.out


def test_money_is_said_as_people_of_the_language_write_it(cordial, orders_file):
    assert "€66.50" in cordial("import", orders_file, "--dry-run").out
    assert "66,50\N{NO-BREAK SPACE}€" in cordial("import", orders_file, "--lang", "ru").out
    assert "€19.00" in cordial("list", "orders").out
    assert "38,00\N{NO-BREAK SPACE}€" in cordial("today", "--lang", "lv").out
    assert cordial("list", "orders", "--json").json["orders"][0]["total"]["currency"] == "EUR"


def test_without_a_file_the_words_are_wrong(cordial):
    answer = cordial("import")
    assert (answer.code, answer.out) == (2, "")
    assert "--list" in answer.err


def test_a_file_that_is_not_there_is_named(cordial, tmp_path):
    answer = cordial("import", tmp_path / "nowhere.csv")
    assert answer.code == 1
    assert answer.out == ""
    assert "nowhere.csv" in answer.err


def test_an_unknown_kind_of_file_is_refused_with_the_known_ones(cordial, orders_file):
    answer = cordial("import", orders_file, "--as", "myspace")
    assert answer.code == 1
    assert "myspace" in answer.err
    assert "shopify-orders" in answer.err


def test_files_before_one_that_cannot_be_read_went_in_and_the_others_are_named(cordial, orders_file, tmp_path):
    broken = tmp_path / "broken.csv"
    broken.write_bytes(b"")
    answer = cordial("import", orders_file, broken, tmp_path / "third.csv", "--json")
    assert answer.code == 3
    assert [one["new"] for one in answer.json["files"]] == [3]
    assert "broken.csv" in answer.err
    assert "Not imported: broken.csv, third.csv" in answer.err
    nothing = cordial("import", broken, orders_file)
    assert (nothing.code, "Not imported" in nothing.err) == (1, False)


def test_a_dry_run_needs_no_shop_yet(cordial, orders_file, tmp_path):
    place = tmp_path / "new.cordial"
    answer = cordial("import", orders_file, "--dry-run", "--json", "--shop", place)
    assert (answer.code, answer.json["new"]) == (0, 3)
    assert not [*tmp_path.glob("new.cordial*")]
