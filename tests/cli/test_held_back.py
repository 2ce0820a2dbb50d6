"""W6 at the command line: whose complaint is open gets nothing cheerful, of no kind and by no way of asking for it."""

from __future__ import annotations

import pytest

from desktop_app.cli.arguments import printed
from desktop_app.domain.kinds import FOR_SHOP, PARCEL_PAPERS, Kind
from desktop_app.domain.reaching import AIM_OF_PAPER, Aim

WITHHELD = {kind for kind, aim in AIM_OF_PAPER.items() if aim is not Aim.SERVICE}
_MORE = {"voucher": ("--code", "TEA4U7", "--worth", "5"), "referral": ("--code", "ANNA77K"),
         "apology": ("--what", "it came late", "--promised", "a new one"), "warranty": ("--warranty", "24"),
         "care-sheet": ("--link", "https://shop.example/care")}  # fmt: skip


@pytest.fixture
def anna(cordial):
    """Somebody with a birthday in two days and an order; what she is not content with is recorded by the test."""
    person = cordial(
        "customer", "add", "--given", "Anna", "--birthday", "11-24", "--street", "Upes 1", "--city", "Rīga", "--json"
    )
    assert person.code == 0, person.err
    order = cordial(
        "order", "add", "--number", "A1", "--customer", "1", "--line", "1;Mug;;12.50", "--street", "Upes 1",
        "--city", "Rīga", "--json",
    )  # fmt: skip
    assert order.code == 0, order.err
    return cordial


def complain(cordial):
    assert cordial("complaint", "add", "--order", "A1", "--kind", "late", "--text", "Where is it?").code == 0


def cases():
    for name in printed():
        kind = Kind(name)
        if kind in FOR_SHOP:
            continue
        yield kind, ("--orders", "A1")
        yield kind, ("--customers", "1")
    yield Kind.BIRTHDAY, ("--unprinted",)
    yield Kind.BIRTHDAY, ("--for-date", "2026-11-24")
    yield Kind.THANK_YOU, ("--unprinted",)
    yield Kind.PARCEL, ("--unprinted",)


@pytest.mark.parametrize(
    ("kind", "whose"), list(cases()), ids=lambda one: str(one if isinstance(one, Kind) else one[0])
)
def test_a_paper_is_given_or_held_back_as_its_kind_says(anna, tmp_path, kind, whose):
    words = ("print", kind.value, *whose, *_MORE.get(kind.value, ()), "--json")
    before = anna(*words, "--to", tmp_path / "before.pdf")
    assert before.json["skipped"] == [], before.err
    if before.json["cards"]:
        assert anna("undo").code == 0
    complain(anna)
    after = anna(*words, "--to", tmp_path / "after.pdf")
    held = {Kind.THANK_YOU} if kind is Kind.PARCEL else {kind} & WITHHELD
    assert len(after.json["skipped"]) == len(held)
    assert after.json["cards"] == before.json["cards"] - len(held)
    assert after.code == (0 if not held else 3 if after.json["cards"] else 1)
    for one in after.json["skipped"]:
        assert "open complaint" in one["reason"]
        assert "open complaint" in after.err
    assert (tmp_path / "after.pdf").exists() == bool(after.json["cards"])


def test_once_it_is_solved_she_is_thanked_again(anna, tmp_path):
    complain(anna)
    assert anna("complaint", "state", "solved", "1").code == 0
    assert anna("print", "thank-you", "--orders", "A1", "--to", tmp_path / "a.pdf", "--json").json["cards"] == 1


def test_a_parcel_is_packed_without_its_thank_you_card_and_says_so(anna, tmp_path):
    complain(anna)
    assert anna("packer", "add", "Inese").code == 0
    assert anna("pack", "claim", "A1", "--as", "Inese").code == 0
    out = tmp_path / "parcel.pdf"
    done = anna("pack", "done", "A1", "--as", "Inese", "--to", out, "--json")
    assert done.code == 0, done.err
    assert out.exists()
    assert [one["reason"].partition(".")[0] for one in done.json["skipped"]] == ["Thank-you card held back"]
    assert "open complaint" in done.err
    [run] = anna("list", "prints", "--json").json["prints"]
    assert run["cards"] == 2  # the insert and the address


def test_a_card_printed_before_is_not_printed_again(anna, tmp_path):
    assert anna("print", "parcel", "--orders", "A1", "--to", tmp_path / "a.pdf").code == 0
    assert Kind.THANK_YOU in PARCEL_PAPERS
    complain(anna)
    again = anna("reprint", "1", "--cards", "1", "--to", tmp_path / "again.pdf")
    assert again.code == 1
    assert "open complaint" in again.err
    assert not (tmp_path / "again.pdf").exists()
    insert = anna("reprint", "1", "--cards", "2", "--to", tmp_path / "insert.pdf")
    assert insert.code == 0, insert.err
