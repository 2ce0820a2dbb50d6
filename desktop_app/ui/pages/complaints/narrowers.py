"""The ways a list of complaints is narrowed in the window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from desktop_app.domain.complaints import SEVERITY_NAMES, SOURCE_NAMES, STATE_NAMES, VERDICT_NAMES
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


def complaint_narrowers(
    theme: Theme, words: Words, kind_name: Callable[[str], str]
) -> tuple[Narrower, ...]:
    """State, kind and day, how bad and whether justified, where from, who was involved.

    `kind_name(code)` is what the shop calls a kind.
    """
    kind = words("Kind")
    typed_kind = Narrower(
        (Field("kind", kind, make=lambda: KindInput(theme, words, none=words("Any"))),),
        lambda wanted: f"{kind}: {kind_name(wanted.kind)}" if wanted.kind else "",
    )
    known = partial(KnownInput, hint=words("Any"))
    states = [((state,), words.say(name)) for state, name in STATE_NAMES.items()]
    stars = [(n, words("{stars} or fewer", stars=stars_text(n))) for n in _STARS]
    return (
        chosen(words, "state", words("State"), states, none=()),
        typed_kind,
        day_span(words, "received", words("Received")),
        chosen(words, "severity", words("How bad"), _names(words, SEVERITY_NAMES)),
        chosen(words, "verdict", words("Justified?"), _names(words, VERDICT_NAMES)),
        chosen(words, "rating_to", words("Stars"), stars),
        chosen(words, "source", words("Where from"), _names(words, SOURCE_NAMES)),
        typed("packer", words("Packer"), known),
        typed("carrier", words("Carrier"), known),
        typed("supplier", words("Supplier"), known),
        ticked("late", words("Late")),
        ticked("due", words("Due soon")),
    )


def known_of_complaints(shop: Shop) -> dict[str, Sequence[Any]]:
    """What is offered while narrowing."""
    return {
        "kind": kinds(shop), "carrier": carriers_used(shop), "supplier": suppliers_used(shop),
        "packer": [one.fields.person for one in packers(shop)],
    }  # fmt: skip


def _names(words: Words, names: Any) -> list[tuple[Any, str]]:
    return [(value, words.say(name)) for value, name in names.items()]
