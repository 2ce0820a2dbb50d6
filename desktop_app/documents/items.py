"""A design's items between JSON and the domain: each kind's keys are its fields, the same table reads and writes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields
from typing import Any, NamedTuple

from desktop_app.documents.reading import Reader
from desktop_app.domain.cards import (
    Align,
    BarcodeItem,
    Box,
    Condition,
    Fact,
    FillItem,
    Fit,
    Format,
    Item,
    LinesItem,
    LogoItem,
    OrnamentItem,
    PictureItem,
    QrItem,
    RuleItem,
    Side,
    SignatureItem,
    Sized,
    Spot,
    Symbology,
    TextItem,
    When,
)
from desktop_app.domain.states import StrEnum

_TYPES: Mapping[str, type[Item]] = {
    "text": TextItem, "lines": LinesItem, "ornament": OrnamentItem, "logo": LogoItem, "picture": PictureItem,
    "rule": RuleItem, "fill": FillItem, "qr": QrItem, "barcode": BarcodeItem, "signature": SignatureItem,
}  # fmt: skip
_NAMES = {made: name for name, made in _TYPES.items()}
_KEYS = {name: frozenset(part.name for part in fields(made)) for name, made in _TYPES.items()}
# By which class's length each goes that has none of its own, after the one it goes by.
_LIKE = {
    Format.SMALL: Format.MEDIUM, Format.TALL: Format.MEDIUM, Format.WIDE: Format.MEDIUM,
    Format.ENVELOPE: Format.WIDE, Format.LARGE: Format.MEDIUM, Format.PAGE: Format.LARGE,
}  # fmt: skip
_LENGTHS = ("left", "right", "top", "bottom", "width", "height", "gap")


def read_item(reader: Reader, margin: Sized) -> Item:
    """An item of a design; `margin` is what the word “margin” stands for in its box."""
    kind = reader.text("type")
    if kind not in _TYPES:
        raise reader.unknown(kind, _TYPES)
    made: dict[str, Any] = {}
    for part in fields(_TYPES[kind]):
        if part.name == "box":
            made["box"] = _read_box(reader.inner("box"), margin)
        elif reader.has(part.name) or (part.default is MISSING and part.default_factory is MISSING):
            made[part.name] = _PARTS[part.name].read(reader, part.name)
    reader.close(_KEYS[kind])
    return _TYPES[kind](**made)


def item_json(item: Item) -> dict[str, object]:
    """An item as JSON, without what is as usual."""
    written: dict[str, object] = {"type": _NAMES[type(item)]}
    for part in sorted(fields(item), key=lambda part: bool(part.kw_only)):
        value = getattr(item, part.name)
        if part.name == "box":
            written["box"] = _box_json(value)
        elif value != part.default and (part.default_factory is MISSING or value != part.default_factory()):
            written[part.name] = _PARTS[part.name].write(value)
    return written


def read_sized(reader: Reader, key: str, *, margin: Sized | None = None, least: float = -1000.0) -> Sized:
    """A length: a number, one for each class of size, or (with `margin`) the word for the design's margin."""
    value = reader.take(key)
    if margin is not None and value == "margin":
        return margin
    if not isinstance(value, dict):
        return dict.fromkeys(Format, reader.number(key, least=least))
    inner = reader.inner(key)
    sizes = {Format.MEDIUM: inner.number(Format.MEDIUM.value, least=least)}
    for form, like in _LIKE.items():
        sizes[form] = inner.number(form.value, sizes[like], least=least)
    inner.close()
    return sizes


def sized_json(sized: Sized) -> object:
    """A length as JSON: one number where all classes of size have the same."""
    medium = sized[Format.MEDIUM]
    if all(size == medium for size in sized.values()):
        return number_json(medium)
    other = {form.value: number_json(sized[form]) for form, like in _LIKE.items() if sized[form] != sized[like]}
    return {Format.MEDIUM.value: number_json(medium), **other}


def read_when(reader: Reader, key: str = "when") -> When:
    """Conditions by the names of their facts, those that must not hold after an exclamation mark."""
    names = reader.names(key)
    return tuple(Condition(reader.member(name.removeprefix("!"), Fact), not name.startswith("!")) for name in names)


def when_json(when: When) -> object:
    """Conditions as JSON."""
    return names_json(tuple(condition.fact.value if condition.wanted else f"!{condition.fact}" for condition in when))


def names_json(names: tuple[str, ...]) -> object:
    """A list of names as JSON: a single one as itself."""
    return names[0] if len(names) == 1 else list(names)


def number_json(value: float) -> float:
    """A number as short as it can be written."""
    return int(value) if value == int(value) else value


def _read_box(inner: Reader, margin: Sized) -> Box:
    lengths = {key: read_sized(inner, key, margin=margin) if inner.has(key) else None for key in _LENGTHS}
    box = Box(**lengths, under=inner.text("under", ""), above=inner.text("above", ""))
    inner.close()
    return box


def _box_json(box: Box) -> dict[str, object]:
    lengths = {key: getattr(box, key) for key in _LENGTHS}
    names = {key: getattr(box, key) for key in ("under", "above")}
    return {
        **{key: sized_json(length) for key, length in lengths.items() if length is not None},
        **{key: name for key, name in names.items() if name},
    }


def _read_free(reader: Reader, key: str) -> dict[Format, Spot]:
    inner = reader.inner(key)
    spots = {}
    for name in inner.members():
        spot = inner.inner(name)
        spots[inner.member(name, Format)] = Spot(
            spot.number("left"),
            spot.number("top"),
            spot.number("width", least=0.1),
            spot.number("height", 0.0, least=0),
        )
        spot.close()
    return spots


def _free_json(spots: Mapping[Format, Spot]) -> object:
    return {
        form.value: {part.name: number_json(getattr(spot, part.name)) for part in fields(spot)}
        for form, spot in spots.items()
    }


class _Part(NamedTuple):
    """How the value of a key is read and written."""

    read: Callable[[Reader, str], Any]
    write: Callable[[Any], object]


def _same(value: object) -> object:
    return value


def _number(least: float, most: float = 10_000.0) -> _Part:
    return _Part(lambda reader, key: reader.number(key, least=least, most=most), number_json)


def _state(states: type[StrEnum]) -> _Part:
    def read(reader: Reader, key: str) -> StrEnum:
        return reader.one_of(key, states)

    return _Part(read, str)


_TEXT = _Part(lambda reader, key: reader.text(key), _same)
_FLAG = _Part(lambda reader, key: reader.flag(key), _same)
_LIST = _Part(lambda reader, key: reader.names(key), names_json)
_PARTS: Mapping[str, _Part] = {
    **dict.fromkeys(("id", "text", "style", "quantity", "name", "sku", "ornament", "after", "group"), _TEXT),
    **dict.fromkeys(("locked", "hyphenate", "caption"), _FLAG),
    "until": _LIST,
    "when": _Part(read_when, when_json),
    "side": _state(Side),
    "rotate": _number(-360.0, 360.0),
    "free": _Part(_read_free, _free_json),
    **dict.fromkeys(
        ("clear", "column", "row_gap"), _Part(lambda reader, key: read_sized(reader, key, least=0.0), sized_json)
    ),
    "weight": _number(0.05),
    "seed": _Part(lambda reader, key: reader.whole(key, 1), _same),
    "colour": _Part(lambda reader, key: reader.paint(key), str),
    "align": _state(Align),
    "fit": _state(Fit),
    "symbology": _state(Symbology),
    "picture": _Part(lambda reader, key: reader.digest(key), _same),
    "crop": _Part(lambda reader, key: reader.shares(key), lambda crop: [number_json(share) for share in crop]),
}
