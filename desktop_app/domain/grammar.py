"""The cases of names: what a card's text may ask for, and what the rules of each language answer."""

from __future__ import annotations

from desktop_app.domain.states import StrEnum


class Case(StrEnum):
    """The cases a text may ask a name in; English has none, Latvian takes its accusative after a preposition."""

    GENITIVE = "genitive"
    DATIVE = "dative"
    ACCUSATIVE = "accusative"
    INSTRUMENTAL = "instrumental"
    PREPOSITIONAL = "prepositional"
