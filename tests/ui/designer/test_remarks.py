"""What is wrong with an item is said in few words, the worst first."""

from __future__ import annotations

import pytest

from desktop_app.domain.design import Frame
from desktop_app.domain.design_seen import Seen
from desktop_app.i18n import Language, Words
from desktop_app.ui.designer.remarks import remarks_of
from desktop_app.ui.theme.tokens import Tone

FRAME = Frame(0, 0, 10, 10)


@pytest.mark.parametrize(
    ("seen", "said"),
    [
        (Seen(FRAME), {}),
        (Seen(FRAME, widow=True), {"Short last line": Tone.WARN}),
        (Seen(FRAME, shrunk=True, widow=True), {"Made smaller": Tone.WARN}),
        (Seen(FRAME, overflow=True, shrunk=True), {"Does not fit": Tone.BAD}),
        (Seen(FRAME, lost="龍龍"), {"No letter for 龍": Tone.BAD}),
        (Seen(FRAME, dpi=90.0), {"90 dpi: prints roughly": Tone.WARN}),
        (Seen(FRAME, overflow=True, hidden=True), {}),
    ],
)
def test_what_is_wrong_is_said(seen: Seen, said: dict[str, Tone]) -> None:
    assert remarks_of(Words(Language.EN), seen) == said
