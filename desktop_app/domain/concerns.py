"""What preflight can find on a card, by sort: the window groups its list by these and names the groups."""

from __future__ import annotations

from collections.abc import Mapping

from desktop_app.domain.states import StrEnum
from desktop_app.i18n import Message, msg


class Concern(StrEnum):
    """What is the matter with a card, the worst first."""

    LETTERS = "letters"
    LONG = "long"
    CODE = "code"
    LACKING = "lacking"  # the record has nothing of what this kind of paper is about
    HELD = "held"  # it may not be given to this person now: see domain/reaching
    TIGHT = "tight"
    COARSE = "coarse"
    PRINTED = "printed"
    NAME = "name"
    LANGUAGE = "language"
    BACK = "back"
    COLOUR = "colour"


CONCERN_NAMES: Mapping[Concern, Message] = {
    Concern.LETTERS: msg("Letters that cannot be printed"),
    Concern.LONG: msg("Text that does not fit"),
    Concern.CODE: msg("Codes that cannot be made"),
    Concern.LACKING: msg("Something is missing"),
    Concern.HELD: msg("Held back for now"),
    Concern.TIGHT: msg("Only just fits"),
    Concern.COARSE: msg("Rough pictures"),
    Concern.PRINTED: msg("Printed already"),
    Concern.NAME: msg("Doubtful names"),
    Concern.LANGUAGE: msg("Doubtful language"),
    Concern.BACK: msg("Backs that are not printed"),
    Concern.COLOUR: msg("Colours of the shop not set yet"),
}
