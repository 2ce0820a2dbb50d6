"""A line that offers what the shop knows and takes anything else."""

from desktop_app.ui.widgets.offering_input import OfferingInput
from tests.ui.widgets.typing_in import type_in


def test_every_letter_is_told_and_anything_may_be_written(qtbot):
    made = OfferingInput(["Omniva", "DPD"])
    qtbot.addWidget(made)
    assert [made.completer().model().index(row, 0).data() for row in range(2)] == ["Omniva", "DPD"]
    told = []
    made.edited.connect(lambda: told.append(made.value()))
    type_in(made, "Ly ")
    assert told == ["L", "Ly", "Ly"]
    assert made.value() == "Ly"


def test_a_text_that_is_chosen_is_told(qtbot):
    made = OfferingInput()
    qtbot.addWidget(made)
    made.set_known(["Omniva"])
    with qtbot.waitSignal(made.edited):
        made.completer().activated[str].emit("Omniva")
