"""The ways a list of complaints is narrowed in the window."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from desktop_app.domain.complaints import SEVERITY_NAMES, SOURCE_NAMES, STATE_NAMES, VERDICT_NAMES
from desktop_app.domain.listing import ComplaintFilter
from desktop_app.i18n import Words
from desktop_app.queries import Shop
from desktop_app.queries.complaint_kinds import kinds
from desktop_app.queries.offered import carriers_used, suppliers_used
from desktop_app.queries.packers import packers
from desktop_app.ui.pages.complaints.kind_input import KindInput
from desktop_app.ui.pages.complaints.wording import stars_text
from desktop_app.ui.pages.listed import Narrower
from desktop_app.ui.pages.spans import chosen, day_span, ticked, typed
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.known_input import KnownInput

_STARS = (1, 2, 3)


def complaint_narrowers(theme: Theme, words: Words) -> tuple[Narrower, ...]:
    """State, kind and day, how bad and whether justified, where from, who was involved."""
    known = partial(KnownInput, hint=words("Any"))
    states = [((state,), words.say(name)) for state, name in STATE_NAMES.items()]
    stars = [(n, words("{stars} or fewer", stars=stars_text(n))) for n in _STARS]
    return (
        chosen(words, "state", words("State"), states, none=()),
        _kind(theme, words),
        day_span(words, "received", words("Received")),
        chosen(words, "severity", words("How bad"), _names(words, SEVERITY_NAMES)),
        chosen(words, "verdict", words("Justified?"), _names(words, VERDICT_NAMES)),
        chosen(words, "rating_to", words("Stars"), stars),
        chosen(words, "source", words("Where from"), _names(words, SOURCE_NAMES)),
        typed("packer", words("Packer"), known),
        typed("carrier", words("Carrier"), known),
        typed("supplier", words("Supplier"), known),
        ticked("late", words("Late")),
        ticked("due", words("Due today")),
    )


def known_of_complaints(shop: Shop) -> dict[str, Sequence[Any]]:
    """What is offered while narrowing."""
    return {
        "kind": kinds(shop), "carrier": carriers_used(shop), "supplier": suppliers_used(shop),
        "packer": [one.fields.person for one in packers(shop)],
    }  # fmt: skip


def _names(words: Words, names: Any) -> list[tuple[Any, str]]:
    return [(value, words.say(name)) for value, name in names.items()]


def _kind(theme: Theme, words: Words) -> Narrower:
    """One of the shop's own kinds; what those are is known once the panel is open."""
    held: list[KindInput] = []

    def make() -> KindInput:
        held[:] = [KindInput(theme, words, none=words("Any"))]
        return held[0]

    def told(wanted: ComplaintFilter) -> str:
        if not wanted.kind:
            return ""
        name = held[0].name_of(wanted.kind) if held else wanted.kind
        return f"{words('Kind')}: {name}"

    return Narrower((Field("kind", words("Kind"), make=make),), told)
