"""`cordial complaint offers|resolve|enclose|papers|book …` and `cordial voucher …`: made good by hand, from a shell."""

from __future__ import annotations

import pytest

from desktop_app.domain.codes import is_code


@pytest.fixture
def recorded(cordial, orders_file):
    """Orders of a file, and a justified complaint about the first."""
    cordial("import", orders_file)
    cordial("complaint", "add", "--order", "1001", "--kind", "late", "--verdict", "yes")
    return cordial


def test_offers_have_costs_and_reasons_and_one_is_proposed(recorded):
    found = recorded("complaint", "offers", 1, "--json").json
    assert [one["proposed"] for one in found["offers"]].count(True) == 1
    assert all(one["reason"] for one in found["offers"])
    assert found["month"] == {"spent": {"amount": "0.00", "currency": "EUR"}, "limit": None}


def test_one_step_chooses_books_and_encloses(recorded):
    done = recorded("complaint", "resolve", 1, "voucher", "10%", "--apology", "--enclose", "--json").json
    made = done["resolution"]
    assert (made["deed"], made["percent"]) == ("voucher", 10)
    assert is_code(made["voucher"])
    shown = recorded("complaint", "chosen", 1, "--json").json
    assert [one["kind"] for one in shown["papers"]] == ["apology", "voucher"]
    assert [one["gone_at"] for one in shown["papers"]] == [None, None]
    listed = recorded("list", "vouchers", "--json").json["vouchers"]
    assert [(one["code"], one["state"], one["percent"]) for one in listed] == [(made["voucher"], "usable", 10)]
    recorded("undo")
    assert recorded("complaint", "chosen", 1, "--json").json == {"resolutions": [], "papers": []}
    assert recorded("list", "vouchers", "--json").json == {"vouchers": []}


def test_the_papers_come_out_by_themselves_and_are_gone(recorded, tmp_path):
    recorded("complaint", "enclose", 1, "--apology", "--voucher", "5.00", "--promised", "we send a cup")
    file = tmp_path / "papers.pdf"
    made = recorded("complaint", "papers", 1, "--to", file, "--json").json
    assert (made["cards"], made["skipped"]) == (2, [])
    assert file.read_bytes().startswith(b"%PDF")
    gone = recorded("complaint", "chosen", 1, "--json").json["papers"]
    assert all(one["gone_at"] for one in gone)
    again = recorded("complaint", "papers", 1, "--to", file)
    assert (again.code, "waits to be printed" in again.err) == (1, True)


def test_what_is_done_and_taken_back(recorded):
    recorded("complaint", "resolve", 1, "replacement", "--cost", "3.50", "--words", "a new one today")
    recorded("complaint", "done", 1)
    (one,) = recorded("complaint", "chosen", 1, "--json").json["resolutions"]
    assert (one["words"], one["cost"]["amount"], bool(one["done_at"])) == ("a new one today", "3.50", True)
    recorded("complaint", "done", 1, "--not")
    recorded("complaint", "unresolve", 1)
    assert "Nothing was chosen" in recorded("complaint", "chosen", 1).out


def test_past_the_months_limit_it_is_warned_of_and_done(recorded):
    recorded("settings", "complaints.limit=1")
    done = recorded("complaint", "resolve", 1, "partial-refund", "5.00")
    assert "Careful" in done.err
    assert "4.00" in done.err


def test_the_book_is_shown_written_and_put_back(recorded):
    recorded("complaint", "book", "set", "late", "yes", "first", "apology", "voucher:50%", "partial-refund:5.00")
    pages = recorded("complaint", "book", "show", "late", "--json").json["book"]
    (own,) = [page for page in pages if page["own"]]
    assert (own["order"], [one["deed"] for one in own["offers"]]) == ("first", ["apology", "voucher", "partial-refund"])
    recorded("complaint", "book", "reset", "late", "yes", "first")
    assert not any(page["own"] for page in recorded("complaint", "book", "show", "--json").json["book"])


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("complaint", "offers", "7"), "no complaint 7"),
        (("complaint", "resolve", "1", "voucher", "much"), "neither a share"),
        (("complaint", "resolve", "1", "voucher", "101%"), "1 to 100"),
        (("complaint", "enclose", "1"), "apology card, a voucher"),
        (("complaint", "take-out", "9"), "was taken out"),
        (("complaint", "done", "x"), "no resolution x"),
        (("complaint", "book", "set", "late", "yes", "first", "hug"), "nothing the book knows"),
        (("complaint", "book", "set", "gone", "yes", "first", "apology"), "no kind of complaint"),
        (("voucher", "show", "DF72-9QRW"), "no code of ours"),
        (("voucher", "add", "0"), "more than nothing"),
        (("voucher", "add"), "Say what the voucher gives"),
        (("voucher", "add", "10%", "--until", "2020-01-01"), "over already"),
        (("voucher", "add", "10%", "--customer", "999"), "no customer 999"),
    ],
)
def test_bad_words_are_refused_in_one_sentence(recorded, words, said):
    refused = recorded(*words)
    assert refused.code == 1
    assert said in refused.err
    assert refused.err.count("\n") == 1


def test_a_voucher_lives_by_its_code(recorded):
    code = recorded("voucher", "add", "10%", "--customer", 1, "--json").json["vouchers"][0]["code"]
    typed = code.lower().replace("-", " ")
    recorded("voucher", "edit", typed, "15%", "--until", "2099-01-31")
    shown = recorded("voucher", "show", typed, "--json").json["voucher"]
    assert (shown["percent"], shown["valid_to"], shown["state"]) == (15, "2099-01-31", "usable")
    recorded("voucher", "use", typed, "--order", "1001")
    assert recorded("voucher", "show", code, "--json").json["voucher"]["state"] == "used"
    assert "was used on" in recorded("voucher", "use", code).err
    recorded("voucher", "unuse", code)
    recorded("voucher", "remove", code)
    assert recorded("list", "vouchers", "--json").json == {"vouchers": []}


@pytest.mark.parametrize(("gives", "said"), [
    ("XXXX", "is no code of ours"), ("200%", "1 to 100 percent"), ("-5", "more than nothing"),
])  # fmt: skip
def test_a_mistyped_code_gives_no_voucher_in_those_words(recorded, gives, said):
    done = recorded("complaint", "enclose", 1, f"--voucher={gives}")
    assert (done.code, said in done.err) == (1, True)
    assert recorded("list", "vouchers", "--json").json == {"vouchers": []}


def test_a_voucher_is_shown_by_its_number_or_code_with_whose_it_is(recorded):
    code = recorded("voucher", "add", "10%", "--customer", 1, "--json").json["vouchers"][0]["code"]
    shown = recorded("show", "voucher", 1, "--json").json["voucher"]
    assert (shown["code"], shown["name"]) == (code, "Līga Kalniņa")
    assert recorded("show", "voucher", code, "--json").json["voucher"] == shown
    assert recorded("show", "voucher", 9).code == 1


def test_the_months_limit_is_said_to_a_person_with_its_sums_whatever_goes_to_a_machine(recorded):
    recorded("settings", "complaints.limit=1")
    done = recorded("complaint", "resolve", 1, "voucher", "5.00", "--json")
    assert "limit of €1.00 is passed by €4.00" in done.err
    assert done.json["month"]["limit"] == {"amount": "1.00", "currency": "EUR"}


def test_a_page_of_the_book_that_is_none_is_not_taken_back(recorded):
    assert "“nope”" in recorded("complaint", "book", "reset", "nope", "yes", "first").err
    assert recorded("complaint", "book", "reset", "late", "yes", "first").out.strip().endswith("Came late, Justified")
