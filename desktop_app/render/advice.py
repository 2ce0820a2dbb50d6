"""What a person should look at though it prints: doubtful names, printed before, rough pictures, backs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from desktop_app.documents.layout import Layout
from desktop_app.documents.model import Picture, Placed, Turned
from desktop_app.domain.cards import Fact, Field, Side, Template
from desktop_app.domain.concerns import Concern
from desktop_app.domain.grammar import Case
from desktop_app.domain.name_cases import called_in_or_none
from desktop_app.domain.name_doubts import doubt_of, doubt_of_forms, speaks_otherwise
from desktop_app.domain.paints import unset_colours
from desktop_app.domain.print_run import RecordKey
from desktop_app.domain.printed_before import PrintedBefore
from desktop_app.domain.printing import Kind, PaperDetails
from desktop_app.i18n import Message, msg

COARSE = 150  # dots to the inch; below, a picture looks rough on paper
_NAMES = frozenset(
    (Field.CUSTOMER_GREETING.value, Field.CUSTOMER_CALLED.value, Field.CUSTOMER_NAME.value, Fact.NAMED.value)
)
_IN_A_CASE = (f"{Field.CUSTOMER_CALLED.value}.", f"{Field.CUSTOMER_NAME.value}.")
Extent = Callable[[str], tuple[int, int] | None]
Said = tuple[Concern, Message]


class Advice:
    """The advice of one run; what is true of a design is said once, with its first card."""

    def __init__(
        self, before: PrintedBefore, extent: Extent, *, both: bool, colours: Mapping[str, str]
    ) -> None:  # fmt: skip
        """`before` tells when cards were printed last; `both` that backs are printed; `colours` are the shop's own."""
        self._before, self._extent, self._both, self._colours = before, extent, both, colours
        self._seen: set[Kind] = set()
        self._asking: dict[frozenset[str], tuple[bool, tuple[Case, ...]]] = {}  # of names: whether, and in which cases
        self._whole: RecordKey | None = None

    def of(
        self, record: PaperDetails, key: RecordKey, template: Template, layout: Layout, *, reworded: bool
    ) -> list[Said]:
        """What is to be said of one card; with words of its own its name was looked at already."""
        said = [] if template.kind in self._seen else self._of_design(template, layout, enclosed=bool(record.enclosure))
        whole = key._replace(product="") if key.product else key
        named, cases = self._names_asked(layout.asked)
        if named and not reworded and whole != self._whole:
            self._whole = whole  # said of a parcel once, not of each of its papers
            said += _of_person(record)
            if cases:
                said += _of_cases(record, cases)
        before = self._before.of(key, template.kind)
        if before is not None:
            said.append((Concern.PRINTED, before))
        return said

    def _names_asked(self, asked: frozenset[str]) -> tuple[bool, tuple[Case, ...]]:
        """Whether a design says names, and in which cases; found once for each of a run's."""
        known = self._asking.get(asked)
        if known is None:
            cases = tuple(Case(key.rpartition(".")[2]) for key in asked if key.startswith(_IN_A_CASE))
            known = self._asking[asked] = (bool(cases) or not _NAMES.isdisjoint(asked), cases)
        return known

    def _of_design(self, template: Template, layout: Layout, *, enclosed: bool) -> list[Said]:
        self._seen.add(template.kind)
        said: list[Said] = []
        if not self._both and not enclosed and Side.BACK in template.sides:  # a bench chooses no sides
            back = msg("This design has a back: choose both sides, or folding, to print it.")
            said.append((Concern.BACK, back))
        unset = unset_colours(template, self._colours)
        if unset:
            usual = msg("The shop’s colour {names} is not set: another is printed. Set it in Settings.", names=unset)
            said.append((Concern.COLOUR, usual))
        shapes = [*layout.static, *(shape for layer in layout.overlays for shape in layer)]
        fineness = min((_fineness(one, self._extent) for one in _pictures(shapes)), default=0.0)
        if 0 < fineness < COARSE:
            rough = msg(
                "A picture is printed with {dots} dots to the inch and may look rough: choose a larger one.",
                dots=round(fineness),
            )
            said.append((Concern.COARSE, rough))
        return said


def _of_person(record: PaperDetails) -> list[Said]:
    """What is doubtful about whom the card greets, and in which language it does."""
    person, people = record.customer, record.together or (record.customer,)
    if not any(one.given or one.family or one.company for one in people):
        return [(Concern.NAME, msg("No name is known: the card greets without one."))]
    doubts = [doubt_of(one.given) or doubt_of_forms(one) for one in people]
    said = [(Concern.NAME, doubt) for doubt in doubts if doubt is not None]
    if person.language is None and speaks_otherwise(person.given, record.language):
        unsure = msg("No language is known, and the name is in other letters than the card: is its language right?")
        said.append((Concern.LANGUAGE, unsure))
    return said


def _of_cases(record: PaperDetails, cases: Iterable[Case]) -> list[Said]:
    """The names that stay as they are where the text asks for one of these cases, as none is sure."""
    people = record.together or (record.customer,)
    whole = [one for one in people if any(called_in_or_none(one, case, record.language) is None for case in cases)]
    return [(Concern.NAME, _left_whole(one.given)) for one in whole]


def _left_whole(name: str) -> Message:
    return msg("“{name}” stays whole where the text wants another form: none is sure. Does it read well?", name=name)


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
