import pytest


def told(cordial, kind, severity):
    found = cordial("deadline", "list", "--json").json["deadlines"]
    [one] = [one for one in found if (one["kind"], one["severity"]) == (kind, severity)]
    return one["answer_hours"], one["solve_hours"], one["own"]


def test_deadlines_are_set_for_a_kind_or_for_all_others_and_taken_away(cordial):
    assert told(cordial, "late", "high") == (2, 9, False)
    set_ = cordial("deadline", "set", "high", "--kind", "late", "--answer", "1", "--solve", "4")
    assert set_.out == "Change the deadlines of “Came late”\n"
    assert cordial("deadline", "set", "high", "--answer", "3", "--solve", "12").out.startswith(
        "Change the deadlines of c"
    )
    assert told(cordial, "late", "high") == (1, 4, True)
    assert told(cordial, "damaged", "high") == (3, 12, False)
    assert told(cordial, None, "high") == (3, 12, True)
    cordial("deadline", "reset", "high", "--kind", "late")
    assert told(cordial, "late", "high") == (3, 12, False)
    cordial("undo")
    assert told(cordial, "late", "high") == (1, 4, True)


def test_every_kind_is_listed_with_what_counts_for_it(cordial):
    out = cordial("deadline", "list").out.splitlines()
    assert out[0] == "All others         Minor     answer within 9 h, solve within 45 h"
    assert any(line.startswith("Something missing  Serious") for line in out)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("high", "--answer", "0", "--solve", "4"), "A deadline is a number of working hours from 1 to 1000."),
        (("high", "--answer", "5", "--solve", "4"), "Nothing is solved before it is answered. Give it longer."),
        (("high", "--answer", "soon", "--solve", "4"), "“soon” at --answer is not a whole number; write it as 12."),
        (
            ("high", "--kind", "lost", "--answer", "1", "--solve", "4"),
            "There is no kind of complaint “lost”. Look at the list of kinds.",
        ),
    ],
)
def test_what_cannot_be_set_is_said_and_nothing_is_kept(cordial, words, said):
    done = cordial("deadline", "set", *words)
    assert (done.code, done.out, done.err) == (1, "", f"{said}\n")
    assert not any(one["own"] for one in cordial("deadline", "list", "--json").json["deadlines"])
