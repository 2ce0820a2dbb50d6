"""What a person should look at though it prints: no name, printed before, a coarse picture, a back nobody asked for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping

from desktop_app.documents.layout import Layout
from desktop_app.documents.model import Picture, Placed, Turned
from desktop_app.domain.cards import Fact, Field, Side, Template
from desktop_app.domain.print_run import RecordKey
from desktop_app.domain.printing import Kind, PaperDetails
from desktop_app.i18n import Message, msg

COARSE = 150  # dots to the inch; below, a picture looks rough on paper
_NAMES = frozenset(
    (Field.CUSTOMER_GREETING.value, Field.CUSTOMER_CALLED.value, Field.CUSTOMER_NAME.value, Fact.NAMED.value)
)
Extent = Callable[[str], tuple[int, int] | None]


class Advice:
    """The advice of one run; what is true of a design is said once, with its first card."""

    def __init__(self, before: Mapping[str, dt.date], extent: Extent, *, both: bool) -> None:
        """`before` tells when cards were printed last, by their keys; `both` that backs are printed."""
        self._before, self._extent, self._both = before, extent, both
        self._seen: set[Kind] = set()
        self._nobody: RecordKey | None = None

    def of(self, record: PaperDetails, key: RecordKey, template: Template, layout: Layout) -> list[Message]:
        """What is to be said of one card."""
        said = [] if template.kind in self._seen else self._of_design(template, layout)
        person = record.customer
        nobody = not (person.given or person.family or person.company)
        if nobody and key != self._nobody and not _NAMES.isdisjoint(layout.asked):
            self._nobody = key  # said of a parcel once, not of each of its papers
            said.append(msg("No name is known: the card greets without one."))
        day = self._before.get(key.of(template.kind)) if self._before else None
        if day is not None:
            said.append(msg("This card was printed on {day} already.", day=day))
        return said

    def _of_design(self, template: Template, layout: Layout) -> list[Message]:
        self._seen.add(template.kind)
        said: list[Message] = []
        if not self._both and Side.BACK in template.sides:
            said.append(msg("This design has a back: choose both sides, or folding, to print it."))
        shapes = [*layout.static, *(shape for layer in layout.overlays for shape in layer)]
        fineness = min((_fineness(one, self._extent) for one in _pictures(shapes)), default=0.0)
        if 0 < fineness < COARSE:
            said.append(
                msg(
                    "A picture is printed with {dots} dots to the inch and may look rough: choose a larger one.",
                    dots=round(fineness),
                )
            )
        return said


def _pictures(shapes: Iterable[Placed]) -> list[Picture]:
    found = []
    for shape in shapes:
        if isinstance(shape, Turned):
            found += _pictures(shape.shapes)
        elif isinstance(shape, Picture):
            found.append(shape)
    return found


def _fineness(picture: Picture, extent: Extent) -> float:
    """The dots to the inch of what is seen of a picture."""
    pixels = extent(picture.key)
    left, _, right, _ = picture.crop
    return pixels[0] * (1 - left - right) / (picture.width / 25.4) if pixels else 0.0
