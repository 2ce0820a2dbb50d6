"""The fields of what is selected: declared here for each sort of item, read from a design and put into it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from desktop_app.domain.cards import (
    BarcodeItem,
    Colour,
    FillItem,
    Item,
    LogoItem,
    OrnamentItem,
    Paint,
    PictureItem,
    QrItem,
    RuleItem,
    Side,
    SignatureItem,
    Template,
    TextItem,
)
from desktop_app.domain.design import Frame, is_code, is_square
from desktop_app.domain.design_items import lock, set_when, to_side
from desktop_app.domain.design_place import place
from desktop_app.domain.design_text import (
    LEAST_LEADING,
    LEAST_SIZE,
    MOST_LEADING,
    MOST_SIZE,
    colour_of,
    set_colour,
    set_part,
    set_style,
    style_of,
)
from desktop_app.i18n import Words
from desktop_app.ui.designer.colours import ColourInput
from desktop_app.ui.designer.conditions import WhenInput
from desktop_app.ui.designer.measures import MeasureInput
from desktop_app.ui.designer.session import Session
from desktop_app.ui.designer.wording import ALIGNS, FACES, FITS, SYMBOLOGIES, ornament_name
from desktop_app.ui.desk import Desk
from desktop_app.ui.widgets.field import Field, Input

STYLE_KEYS = ("face", "size", "min_size", "leading", "align", "upper")
PART_KEYS = ("hyphenate", "ornament", "seed", "fit", "weight", "symbology", "caption")
_CROPS = ("crop_left", "crop_top", "crop_right", "crop_bottom")
_FAR = 500.0


@dataclass(frozen=True, slots=True)
class Making:
    """What fields are made with."""

    desk: Desk
    palette: Callable[[], Mapping[Colour, Paint]]  # as the design has it now
    shop: Mapping[str, str]
    ornaments: Callable[[], Sequence[str]]

    @property
    def words(self) -> Words:
        """The screen's voice."""
        return self.desk.words

    def measure(self, key: str, label: str, *, low: float, high: float, unit: str = "mm", step: float = 0.5) -> Field:
        """A number with its unit."""
        words = self.words
        return Field(key, label, make=lambda: MeasureInput(words, key=key, low=low, high=high, unit=unit, step=step))

    def colour(self, key: str = "colour", label: str = "") -> Field:
        """A colour."""
        return Field(key, label or self.words("Colour"), make=lambda: self._colour_input(self.palette()), wide=True)

    def own_colour(self, key: str, label: str) -> Field:
        """One of the design's own colours, which is any but a name of its own."""
        return Field(key, label, make=lambda: self._colour_input({}))

    def _colour_input(self, palette: Mapping[Colour, Paint]) -> ColourInput:
        return ColourInput(self.desk.theme, self.words, palette=palette, shop=self.shop)


def fields_of(item: Item, made: Making) -> list[Field]:
    """Every field of an item: how it looks, when it is printed, where it stands."""
    return [*_look_fields(item, made), _when_field(made), *_place_fields(item, made)]


def values_of(session: Session, item: Item) -> dict[str, Any]:
    """What the fields of an item show."""
    frame, template = session.frame(item), session.template
    values: dict[str, Any] = {
        "x": frame.x, "y": frame.y, "width": frame.width, "height": frame.height, "turn": item.rotate,
        "locked": item.locked, "side": item.side, "when": item.when, "colour": colour_of(template, item.id),
    }  # fmt: skip
    style = style_of(template, item.id)
    if style is not None:
        values |= {key: getattr(style, key) for key in STYLE_KEYS}
        values |= {"size": style.size[session.form], "min_size": style.min_size[session.form]}
    if isinstance(item, LogoItem):
        values["align"] = item.align
    if isinstance(item, PictureItem):
        values |= dict(zip(_CROPS, (share * 100 for share in item.crop), strict=True))
    return values | {key: getattr(item, key) for key in PART_KEYS if hasattr(item, key)}


def with_value(session: Session, item: Item, key: str, value: Any) -> Template:
    """The design with one field of an item changed."""
    template, form = session.template, session.form
    if key in ("x", "y", "width", "height", "turn"):
        return place(template, item.id, frame=_framed(session.frame(item), item, key, value), stand=session.stand)
    if key == "align" and isinstance(item, LogoItem):
        return set_part(template, item.id, align=value)
    if key in STYLE_KEYS:
        return set_style(template, item.id, form=form, **{key: value})
    if key == "colour":
        return set_colour(template, item.id, value, form=form)
    if key == "when":
        return set_when(template, [item.id], when=value)
    if key == "locked":
        return lock(template, [item.id], locked=value)
    if key == "side":
        return to_side(template, [item.id], side=value, stand=session.stand)
    if key in _CROPS and isinstance(item, PictureItem):
        return set_part(template, item.id, crop=_cropped(item.crop, _CROPS.index(key), value / 100))
    return set_part(template, item.id, **{key: value})


def _look_fields(item: Item, made: Making) -> list[Field]:
    words = made.words
    if isinstance(item, TextItem | SignatureItem):
        return _style_fields(item, made)
    if isinstance(item, PictureItem):
        fits = [(fit, words.say(label)) for fit, label in FITS.items()]
        cut = (words("Cut off left"), words("Cut off top"), words("Cut off right"), words("Cut off bottom"))
        return [
            Field("fit", words("Picture"), Input.CHOICE, choices=fits, wide=True),
            *(
                made.measure(key, label, low=0, high=90, unit="%", step=1.0)
                for key, label in zip(_CROPS, cut, strict=True)
            ),
        ]
    if isinstance(item, OrnamentItem):
        names = [(name, ornament_name(words, name)) for name in made.ornaments()]
        return [
            Field("ornament", words("Ornament"), Input.CHOICE, choices=names, wide=True),
            made.colour(),
            Field("seed", words("Variation"), Input.NUMBER, high=999),
        ]
    if isinstance(item, LogoItem):
        aligns = [(align, words.say(label)) for align, label in ALIGNS.items()]
        return [Field("align", words("Held to the side"), Input.CHOICE, choices=aligns, wide=True)]
    if isinstance(item, BarcodeItem):
        codes = list(SYMBOLOGIES.items())
        return [
            Field("symbology", words("Sort of code"), Input.CHOICE, choices=codes, wide=True),
            made.colour(),
            Field("caption", words("Write it below the code too"), Input.CHECK, wide=True),
        ]
    if isinstance(item, RuleItem):
        return [made.colour(), made.measure("weight", words("Thickness"), low=0.05, high=20, step=0.1)]
    return [made.colour()] if isinstance(item, FillItem | QrItem) else []


def _style_fields(item: Item, made: Making) -> list[Field]:
    words = made.words
    faces = [(face, words.say(label)) for face, label in FACES.items()]
    aligns = [(align, words.say(label)) for align, label in ALIGNS.items()]
    fields = [
        Field("face", words("Typeface"), Input.CHOICE, choices=faces, wide=True),
        made.measure("size", words("Size"), low=LEAST_SIZE, high=MOST_SIZE, unit="pt"),
        made.measure("min_size", words("Not smaller than"), low=LEAST_SIZE, high=MOST_SIZE, unit="pt"),
        made.colour(),
    ]
    if not isinstance(item, TextItem):
        return fields
    return [
        *fields,
        Field("align", words("Lines"), Input.CHOICE, choices=aligns),
        made.measure("leading", words("Line spacing"), low=LEAST_LEADING, high=MOST_LEADING, unit="", step=0.05),
        Field("hyphenate", words("Hyphenate"), Input.CHECK),
        Field("upper", words("Capitals"), Input.CHECK),
    ]


def _when_field(made: Making) -> Field:
    words = made.words
    return Field("when", words("Shown"), make=lambda: WhenInput(made.desk), wide=True, group=words("When"))


def _place_fields(item: Item, made: Making) -> list[Field]:
    words = made.words
    sides = [(Side.FRONT, words("Front side")), (Side.BACK, words("Back side"))]
    first = Field(
        "x", words("From the left"), group=words("Place"),
        make=lambda: MeasureInput(words, key="x", low=-_FAR, high=_FAR),
    )  # fmt: skip
    fields = [
        first,
        made.measure("y", words("From the top"), low=-_FAR, high=_FAR),
        made.measure("width", words("Width"), low=1, high=_FAR),
    ]
    if not isinstance(item, RuleItem) and not is_code(item):
        fields.append(made.measure("height", words("Height"), low=1, high=_FAR))
    return [
        *fields,
        made.measure("turn", words("Turned"), low=-360, high=360, unit="°", step=1.0),
        Field("side", words("Side"), Input.CHOICE, choices=sides),
        Field("locked", words("Hold in place"), Input.CHECK, wide=True),
    ]


def _framed(frame: Frame, item: Item, key: str, value: float) -> Frame:
    if key in ("x", "y"):
        return frame._replace(**{key: value})
    if key == "turn":
        return frame._replace(rotate=value)
    if is_square(item) and not isinstance(item, PictureItem | LogoItem) and frame.width and frame.height:
        scale = value / (frame.width if key == "width" else frame.height)
        return frame._replace(width=frame.width * scale, height=frame.height * scale)
    return frame._replace(**{key: value})


def _cropped(crop: tuple[float, float, float, float], side: int, share: float) -> tuple[float, float, float, float]:
    """One side cut off otherwise; a tenth of the picture always stays."""
    opposite = crop[(side + 2) % 4]
    cut = list(crop)
    cut[side] = round(min(max(0.0, share), max(0.0, 0.9 - opposite)), 4)
    return cut[0], cut[1], cut[2], cut[3]
