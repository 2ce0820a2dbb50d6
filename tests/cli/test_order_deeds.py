import pytest


def made(cordial, *more):
    done = cordial(
        "order", "add", "--number", "A-17", "--paid", "yes", "--shipping", "3.00", "--gift", "yes",
        "--note-to", "Thank you!", "--deliver-by", "2026-12-24", "--line", "2;Linen napkin;LN-1;10.00;1.00",
        "--line", "1;Mug;M-1;7.00", *more,
    )  # fmt: skip
    assert done.code == 0, done.err
    return done


def shown(cordial, number="A-17"):
    return cordial("show", "order", number, "--json").json["order"]


def test_an_order_by_hand_has_all_its_fields(cordial):
    made(cordial)
    order = shown(cordial)
    assert (order["gift"], order["note_to"], order["deliver_by"]) == (True, "Thank you!", "2026-12-24")
    assert order["total"] == {"amount": "29.00", "currency": "EUR"}
    assert order["lines"][0]["discount"] == {"amount": "1.00", "currency": "EUR"}
    assert order["lines"][0]["total"] == {"amount": "19.00", "currency": "EUR"}
    assert [step["status"] for step in order["steps"]] == ["new"]
    assert "new" in cordial("show", "order", "A-17").out


def test_steps_of_several_at_once(cordial):
    made(cordial)
    cordial("order", "add", "--number", "B-1", "--line", "1;Mug")
    done = cordial("order", "status", "packed", "A-17", "B-1", "--json")
    assert [one["status"] for one in done.json["orders"]] == ["packed", "packed"]
    gone = cordial("order", "status", "delivered", "A-17", "B-1")
    assert (gone.code, shown(cordial)["status"]) == (1, "packed")
    assert "cannot go from “Packed” to “Delivered”" in gone.err


def test_goods_come_back_by_lines_and_then_all(cordial):
    made(cordial, "--status", "shipped")
    done = cordial("order", "return", "A-17", "--line", "1x1", "--refund", "fair", "--json")
    assert done.json["orders"] == [
        {
            "id": done.json["orders"][0]["id"], "number": "A-17", "status": "shipped", "payment": "partly-refunded",
            "refunded": {"amount": "9.50", "currency": "EUR"}, "returned": [1, 0],
        }
    ]  # fmt: skip
    rest = cordial("order", "return", "A-17", "--refund", "fair", "--json").json["orders"][0]
    assert (rest["status"], rest["payment"], rest["refunded"]["amount"]) == ("returned", "refunded", "29.00")
    assert shown(cordial)["payment"] == "refunded"
    assert cordial("undo").code == 0
    assert shown(cordial)["status"] == "shipped"


def test_cancelling_gives_back_what_was_paid(cordial):
    made(cordial)
    done = cordial("order", "cancel", "A-17", "--refund", "--json").json["orders"][0]
    assert (done["status"], done["payment"]) == ("cancelled", "refunded")


def test_money_back_in_parts(cordial):
    made(cordial)
    assert cordial("order", "refund", "A-17", "4.00").code == 0
    assert cordial("order", "refund", "A-17", "all", "--json").json["orders"][0]["refunded"]["amount"] == "29.00"


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        (("return", "A-17"), "was not sent: it is “New”"),
        (("return", "A-17", "--line", "x"), "“x” is no line of an order"),
        (("refund", "A-17", "99"), "At most 29.00 EUR can be given back"),
        (("refund", "A-17", "0"), "Enter how much is given back"),
        (("refund", "A-17", "1.234"), "1.234"),
        (("cancel", "Z"), "There is no order Z"),
        (("status", "lost", "A-17"), "“lost” is not a step"),
        (("add", "--number", "a-17"), "There is an order a-17 already"),
        (("add", "--source", "etsy"), "Enter the order number"),
        (("add", "--number", "1", "--line", "1;Mug;;5.00;5.01"), "discount on “Mug” is more than it costs"),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_is_written(cordial, typed, sentence):
    made(cordial)
    before = shown(cordial)
    done = cordial("order", *typed)
    assert (done.code, shown(cordial)) == (1, before)
    assert sentence in done.err


def test_a_source_shop_has_its_own_numbers(cordial):
    made(cordial)
    assert cordial("order", "add", "--number", "A-17", "--source", "etsy", "--line", "1;Mug").code == 0
    again = cordial("order", "add", "--number", "A-17", "--source", "etsy", "--line", "1;Mug")
    assert again.code == 1
    assert "There is an order A-17 of etsy already" in again.err


def test_edited_articles_are_counted_anew_and_keep_what_came_back(cordial):
    made(cordial, "--status", "shipped")
    cordial("order", "return", "A-17", "--line", "1x1")
    edited = ("--line", "2;Linen napkin;LN-1;10.00", "--line", "1;Mug;M-1;9.00")
    assert cordial("order", "edit", "A-17", *edited).code == 0
    order = shown(cordial)
    assert (order["total"]["amount"], [line["returned"] for line in order["lines"]]) == ("32.00", [1, 0])


@pytest.mark.parametrize(
    ("currency", "price", "total"), [("JPY", "1500", "3000"), ("KWD", "1.125", "2.250"), ("EUR", "0.01", "0.02")]
)
def test_currencies_with_other_decimals(cordial, currency, price, total):
    done = cordial("order", "add", "--number", "1", "--currency", currency, "--line", f"2;Mug;;{price}")
    assert done.code == 0, done.err
    assert shown(cordial, "1")["total"] == {"amount": total, "currency": currency}
    wrong = cordial("order", "add", "--number", "2", "--currency", "JPY", "--line", "1;Mug;;1.5")
    assert wrong.code == 1


def test_a_followed_parcel_has_its_link(cordial):
    made(cordial, "--carrier", "Omniva", "--tracking", "CC 1 LV")
    cordial("carrier", "add", "Omniva", "--link", "https://follow.example/{number}")
    assert shown(cordial)["tracking_link"] == "https://follow.example/CC1LV"


def test_orders_are_listed_by_what_is_new_of_them(cordial):
    made(cordial, "--carrier", "Omniva", "--country", "LT")
    cordial("order", "add", "--number", "B-1", "--source", "etsy", "--line", "1;Mug;;9.00", "--paid", "yes")
    cordial("order", "refund", "B-1", "4.00")

    def numbers(*options):
        answer = cordial("list", "orders", *options, "--json")
        assert answer.code == 0, answer.err
        return [row["number"] for row in answer.json["orders"]]

    assert numbers("--gift") == numbers("--carrier", "omniva") == numbers("--country", "lt") == ["A-17"]
    assert numbers("--source", "etsy") == ["B-1"]
    assert numbers("--unpaid") == numbers("--set-aside") == numbers("--being-packed") == []
    assert sorted(numbers("--to-pack")) == ["A-17", "B-1"]
    assert numbers("--sort", "payment") == ["A-17", "B-1"]
    assert numbers("--sort", "refunded") == ["B-1", "A-17"]
    shown_columns = cordial("list", "orders", "--columns", "number,payment,refunded", "--source", "etsy").out
    assert shown_columns.splitlines()[1].split() == ["B-1", "Partly", "refunded", "€4.00"]
    row = cordial("list", "orders", "--source", "etsy", "--json").json["orders"][0]
    assert (row["payment"], row["refunded"]["amount"]) == ("partly-refunded", "4.00")


def test_coins_out_of_use_are_still_said(cordial):
    cordial("order", "add", "--number", "R", "--currency", "RSD", "--line", "1;Mug;;123.45")
    assert "123.45" in cordial("list", "orders").out


def test_a_number_of_two_shops_is_never_guessed(cordial):
    for source in ("etsy", "shopify"):
        assert cordial("order", "add", "--number", "E-1", "--source", source, "--line", "1;Mug;M-1;7.00").code == 0
    unsaid = cordial("order", "cancel", "E-1")
    assert (unsaid.code, unsaid.err) == (
        1, "Several orders have the number E-1. Write which one: etsy:E-1, shopify:E-1.\n",
    )  # fmt: skip
    assert cordial("order", "cancel", "Etsy:e-1").code == 0
    assert [shown(cordial, f"{source}:E-1")["status"] for source in ("etsy", "shopify")] == ["cancelled", "new"]
    assert cordial("show", "order", "amazon:E-1").code == 1


def test_a_number_one_shop_gave_out_twice_is_told_by_its_id(cordial, tmp_path):
    file = tmp_path / "anew.csv"
    file.write_text(
        "Name,Id,Email,Financial Status,Currency,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price\n"
        "#77,5001,a@x.example,paid,EUR,3.00,2024-05-01 10:00:00 +0300,1,Cup,3.00\n"
        "#77,5002,b@x.example,paid,EUR,4.00,2026-05-01 10:00:00 +0300,1,Cup,4.00\n"
    )
    assert cordial("import", file, "--json").json["new"] == 2
    one, two = sorted(row["id"] for row in cordial("list", "orders", "--json").json["orders"])
    said = f"Several orders have the number #77. Write which one: id:{one}, id:{two}.\n"
    assert cordial("order", "cancel", "#77").err == said
    assert shown(cordial, f"id:{two}")["total"]["amount"] == "4.00"
    assert cordial("show", "order", "id:999").code == 1


def test_a_number_of_another_shop_and_our_own(cordial):
    made(cordial)
    made(cordial, "--source", "etsy")
    assert "Write which one: :A-17, etsy:A-17." in cordial("order", "refund", "A-17", "1").err
    assert shown(cordial, ":A-17")["status"] == "new"


@pytest.mark.parametrize(("currency", "example"), [("JPY", "1250"), ("EUR", "12.50"), ("KWD", "1.250")])
def test_an_amount_no_coins_make_is_refused_with_one_they_make(cordial, currency, example):
    done = cordial("order", "add", "--currency", currency, "--shipping", "1.0005")
    said = f"“1.0005” at --shipping is not an amount of {currency}; write it as {example}.\n"
    assert (done.code, done.err) == (1, said)
    assert cordial("order", "add", "--currency", currency, "--shipping", example).code == 0
