"""Products from the command line: every field kept, shown, narrowed, written to a file and printed."""

import json

import pytest

from tests.pictures import picture


def fields(cordial, number="1"):
    return json.loads(cordial("show", "product", number, "--json").out)["product"]


def test_every_field_is_kept_shown_and_taken_away_again(cordial, tmp_path):
    file = tmp_path / "mug.png"
    file.write_bytes(picture(8, 6))
    cordial(
        "product", "add", "--name", "Mug", "--sku", "KR-1", "--barcode", "4 006381 333931", "--price", "12.50",
        "--stock", 5, "--shelf", "A 2", "--weight", 350, "--fragile", "yes", "--handling", 3, "--care", "Wash.",
        "--warranty", 24, "--link", "ozols.lv/k", "--interest", "tea", "--interest", "home", "--name-lv", "Krūze",
        "--care-lv", "Mazgāt.", "--picture", file, "--note", "old",
        "--supplier", "Kuldīgas podnieki",
    )  # fmt: skip
    kept = fields(cordial)
    told = ("barcode", "stock", "shelf", "weight", "fragile", "handling_days", "warranty_months", "link", "interests")
    assert [kept[name] for name in told] == [
        "4006381333931", 5, "A 2", 350, True, 3, 24, "https://ozols.lv/k", ["home", "tea"],
    ]  # fmt: skip
    assert kept["texts"] == [{"language": "lv", "name": "Krūze", "care": "Mazgāt."}]
    assert (kept["picture"], kept["supplier"]) == (1, "Kuldīgas podnieki")
    emptied = ("--stock", "", "--weight", "", "--handling", "", "--picture", "", "--interest", "", "--name-lv", "")
    cordial("product", "edit", 1, *emptied)
    kept = fields(cordial)
    assert [kept[name] for name in ("stock", "weight", "handling_days", "picture", "interests")] == [None] * 4 + [[]]
    assert kept["texts"] == [{"language": "lv", "name": "", "care": "Mazgāt."}]
    assert (kept["name"], kept["shelf"]) == ("Mug", "A 2")
    assert cordial("undo").code == 0
    assert fields(cordial)["stock"] == 5


def test_a_product_is_known_by_its_code_too(cordial):
    cordial("product", "add", "--name", "Mug", "--sku", "KR-1", "--price", "12.50")
    assert cordial("product", "edit", "kr-1", "--price", "13.00").code == 0
    assert fields(cordial, "KR-1")["price"] == {"amount": "13.00", "currency": "EUR"}
    gone = cordial("show", "product", "KR-9")
    assert (gone.code, gone.err) == (1, "There is no product KR-9 in this shop. Check the number.\n")


def test_a_mistyped_barcode_is_kept_and_remarked_upon(cordial):
    done = cordial("product", "add", "--name", "Mug", "--barcode", "4006381333932")
    assert done.code == 0
    assert "EAN-13" in done.err
    assert "end in 1" in done.err
    assert fields(cordial)["barcode"] == "4006381333932"


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--stock", "many"), "--stock is not a whole number"), (("--weight", "0"), "1 to"),
        (("--fragile", "perhaps"), "neither yes nor no"), (("--picture", "nowhere.png"), "cannot be read"),
        (("--link", "ftp://x"), "not a web address"), (("--handling", "999"), "0 to 365"),
    ],
)  # fmt: skip
def test_what_cannot_be_kept_is_said_and_nothing_written(cordial, options, said):
    refused = cordial("product", "add", "--name", "Mug", *options)
    assert refused.code == 1
    assert said in refused.err
    assert json.loads(cordial("list", "products", "--json").out) == {"products": []}


def test_a_list_is_narrowed_sorted_along_the_shelves_and_written(cordial, tmp_path):
    cup = ("--stock", 3, "--fragile", "yes", "--interest", "tea")
    for name, shelf, more in (("Bowl", "A 10", ("--stock", 0)), ("Cup", "a2", cup), ("Jug", "", ())):
        cordial("product", "add", "--name", name, "--shelf", shelf, *more)

    def names(*options):
        return [row["name"] for row in json.loads(cordial("list", "products", "--json", *options).out)["products"]]

    assert names("--sort", "shelf") == ["Cup", "Bowl", "Jug"]
    assert names("--shelf", "A", "--sort", "shelf") == ["Cup", "Bowl"]
    assert (names("--sold-out"), names("--stock", "1..")) == (["Bowl"], ["Cup"])
    cordial("product", "edit", 2, "--supplier", "Podnieki")
    assert names("--supplier", "podnieki") == ["Cup"]
    assert (names("--interest", "Tea"), names("--fragile"), names("--no-shelf")) == (["Cup"], ["Cup"], ["Jug"])
    assert names("--unnamed-in", "lv", "--no-barcode", "--no-picture") == ["Bowl", "Cup", "Jug"]
    refused = cordial("list", "orders", "--no-shelf")
    assert refused.code == 2
    file = tmp_path / "p.csv"
    cordial("export", "products", "--to", file)
    assert json.loads(cordial("import", file, "--json").out)["same"] == 3


def test_a_warranty_card_prints_with_the_order_that_holds_it(cordial, tmp_path):
    cordial("product", "add", "--name", "Lamp", "--sku", "L-1", "--warranty", 24)
    cordial("order", "add", "--number", "7", "--placed", "2026-11-16T10:00+02:00", "--line", "1;Lamp;L-1;20")
    done = cordial("print", "warranty", "--orders", "7", "--to", tmp_path / "w.pdf", "--json")
    assert (done.code, json.loads(done.out)["cards"]) == (0, 1)
    parcel = cordial("print", "parcel", "--orders", "7", "--to", tmp_path / "p.pdf", "--json")
    assert json.loads(parcel.out)["cards"] == 3
    bare = cordial("print", "care-sheet", "--orders", "7", "--to", tmp_path / "c.pdf")
    assert "needs care instructions or a how-to link" in bare.err
