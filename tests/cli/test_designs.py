"""Card designs of the shop's own from a shell: made from another, carried out and in, printed with, removed."""

from __future__ import annotations

import pytest


def own(cordial):
    return [one for one in cordial("list", "designs", "--json").json["designs"] if one["own"]]


def test_a_design_goes_out_and_comes_in_again(cordial, tmp_path):
    made = cordial("design", "duplicate", "thank-you", "wave", "Ours", "--json")
    assert made.json["design"] == {"id": "own-1"}
    assert cordial("design", "rename", "own-1", "Ours, blue").code == 0
    assert [(one["id"], one["kind"], one["title"]) for one in own(cordial)] == [("own-1", "thank-you", "Ours, blue")]
    file = tmp_path / "ours.cordial-card"
    assert cordial("design", "export", "thank-you", "own-1", file).code == 0
    assert cordial("design", "remove", "own-1").code == 0
    assert own(cordial) == []
    assert cordial("design", "import", file, "--json").json["design"] == {"id": "own-2"}
    assert "own-2" in cordial("list", "designs", "--text", "ours").out


def test_a_parcel_takes_a_design_of_ours_for_its_own_paper(cordial, orders_file, tmp_path):
    cordial("import", orders_file)
    cordial("design", "duplicate", "packing-insert", "stars", "Ours")
    words = ("print", "parcel", "--orders", "1001", "--to", tmp_path / "a.pdf", "--json")
    made = cordial(*words, "--template", "own-1")
    assert (made.code, made.json["cards"]) == (0, 2), made.err
    [row] = cordial("list", "prints", "--json").json["prints"]
    assert "own-1@1" in cordial("show", "print", row["id"]).out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("remove", "wave"), "“wave” is no design of the shop’s own"), (("rename", "own-9", "X"), "design"),
        (("import", "nowhere.cordial-card"), "nowhere"), (("duplicate", "thank-you", "neon", "X"), "neon"),
        (("duplicate", "thank-you", "wave", " "), "name"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_by_name(cordial, words, said):
    answer = cordial("design", *words)
    assert (answer.code, said in answer.err) == (1, True), answer.err
    assert own(cordial) == []
