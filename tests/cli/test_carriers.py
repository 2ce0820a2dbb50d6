import pytest

DPD = ("--link", "dpd.example/{number}", "--days", "1", "--countries", "EE 2; DE 5")


def test_carriers_are_added_changed_listed_and_removed(cordial):
    assert cordial("carrier", "add", "DPD", *DPD).out == "Add carrier DPD\n"
    cordial("carrier", "edit", "dpd", "--name", "DPD Baltic", "--days", "")
    wanted = {"id": 1, "name": "DPD Baltic", "days": None, "countries": {"DE": 5, "EE": 2}}
    for words in (("carrier", "list"), ("list", "carriers")):
        assert cordial(*words, "--json").json == {"carriers": [{**wanted, "link": "https://dpd.example/{number}"}]}
    assert cordial("carrier", "list").out == "DPD Baltic    DE 5, EE 2  https://dpd.example/{number}\n"
    cordial("carrier", "remove", "DPD Baltic")
    assert cordial("carrier", "list").out == "Nothing to list.\n"
    cordial("undo")
    assert cordial("carrier", "list", "--json").json["carriers"] == [{**wanted, "link": "https://dpd.example/{number}"}]


def test_what_is_suggested_is_taken_by_its_name_and_can_be_changed(cordial):
    cordial("carrier", "add", "omniva", "--suggested", "--days", "3")
    [kept] = cordial("carrier", "list", "--json").json["carriers"]
    assert (kept["name"], kept["days"], kept["countries"]) == ("Omniva", 3, {"EE": 2, "LT": 2})
    assert "{number}" in kept["link"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("add", "DPD", "--days", "soon"), "“soon” at --days is not a whole number; write it as 12."),
        (("add", "DPD", "--days", "200"), "Write the working days as a number from 0 to 90."),
        (("add", "DPD", "--link", "dpd.example"), "Put {number} into the link, where the tracking number goes."),
        (("add", "DPD", "--countries", "EE"), "“EE” is not a country and its days. Write them as EE 2, DE 5."),
        (("add", "Somebody", "--suggested"), "Nothing is suggested for “Somebody”, only for Omniva, DPD,"),
        (("edit", "DPD", "--days", "2"), "There is no carrier “DPD” in this shop. Check the name."),
        (("remove", "DPD"), "There is no carrier “DPD” in this shop. Check the name."),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence_and_nothing_is_kept(cordial, words, said):
    done = cordial("carrier", *words)
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith(said)
    assert cordial("carrier", "list", "--json").json == {"carriers": []}


def test_an_order_is_promised_with_its_carrier(cordial):
    cordial("carrier", "add", "DPD", *DPD)
    cordial("order", "add", "--placed", "2026-11-16T10:00", "--carrier", "dpd", "--country", "DE")
    [row] = cordial("list", "orders", "--json").json["orders"]
    assert (row["ship_by"], row["deliver_by"]) == ("2026-11-19", "2026-11-26")
