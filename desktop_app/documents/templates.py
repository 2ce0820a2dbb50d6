"""Card designs from their files: read, checked name by name, handed to layout as a Template."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from desktop_app.documents.reading import Reader, read_json
from desktop_app.documents.template_checks import check_template
from desktop_app.domain.cards import (
    Align,
    Box,
    Colour,
    Condition,
    Face,
    Fact,
    FillItem,
    Format,
    Item,
    LinesItem,
    LogoItem,
    OrnamentItem,
    QrItem,
    RuleItem,
    Sized,
    Style,
    Template,
    TextItem,
    Variant,
    When,
)
from desktop_app.domain.errors import Invalid
from desktop_app.domain.printing import Kind
from desktop_app.i18n import Language, msg
from desktop_app.paths import resources

_SMALLEST = 0.75  # of the size, where a style names no minimum of its own
_ITEMS = ("text", "lines", "ornament", "logo", "rule", "fill", "qr")


def template_names(kind: Kind) -> list[str]:
    """The designs there are for a kind of paper."""
    return sorted(file.stem.removeprefix(f"{kind.value}-") for file in resources("cards").glob(f"{kind.value}-*.json"))


def load_template(kind: Kind, name: str) -> Template:
    """A design by name; raises Invalid when there is none, BadFile with the place of a mistake in it."""
    names = template_names(kind)
    if name not in names:
        message = msg("There is no design “{name}” for this paper. Known: {names}.", name=name, names=names)
        raise Invalid("design", message)
    return template_of(read_json(resources("cards", f"{kind.value}-{name}.json")))


def template_of(reader: Reader) -> Template:
    """The design in an object of JSON, checked."""
    margin = _sized(reader, "margin")
    template = Template(
        kind=reader.one_of("kind", Kind),
        name=reader.text("name"),
        title=reader.titles(),
        palette=_palette(reader.inner("palette")),
        margin=margin,
        styles=dict(_styles(reader.inner("styles"))),
        items=tuple(_item(inner, margin) for inner in reader.inners("items")),
        texts=dict(_texts(reader.inner("texts"))),
    )
    reader.close()
    check_template(template, reader)
    return template


def _palette(reader: Reader) -> dict[Colour, str]:
    palette = {colour: reader.colour(colour.value) for colour in Colour}
    reader.close()
    return palette


def _styles(reader: Reader) -> Iterator[tuple[str, Style]]:
    for name in reader.members():
        inner = reader.inner(name)
        size = _sized(inner, "size", least=3.0)
        small = _sized(inner, "min_size", least=3.0) if inner.has("min_size") else None
        yield name, Style(
            face=inner.one_of("face", Face),
            size=size,
            min_size=small or {form: value * _SMALLEST for form, value in size.items()},
            leading=inner.number("leading", 1.5, least=0.5),
            colour=inner.one_of("colour", Colour, Colour.INK),
            align=inner.one_of("align", Align, Align.LEFT),
            tracking=inner.number("tracking", 0.0, least=-0.2),
            upper=inner.flag("upper"),
            max_lines=inner.whole("max_lines", 0),
        )
        inner.close()


def _texts(reader: Reader) -> Iterator[tuple[str, Mapping[Language, tuple[Variant, ...]]]]:
    for key in reader.members():
        found = reader.by_language(key)
        yield key, {
            language: tuple(_variants(value, reader, f"{reader.at(key)}.{language.value}"))
            for language, value in found.items()
        }


def _variants(value: object, reader: Reader, where: str) -> Iterator[Variant]:
    for entry in value if isinstance(value, list) else [value]:
        if isinstance(entry, str):
            yield Variant(entry)
            continue
        inner = Reader(entry, file=reader.file, where=where)
        yield Variant(inner.text("text"), _when(inner))
        inner.close()


def _when(reader: Reader) -> When:
    names = reader.names("when")
    return tuple(Condition(reader.member(name.removeprefix("!"), Fact), not name.startswith("!")) for name in names)


def _sized(reader: Reader, key: str, *, margin: Sized | None = None, least: float = -1000.0) -> Sized:
    """A length: a number, one for each class of size, or (with `margin`) the word for the design's margin."""
    value = reader.take(key)
    if margin is not None and value == "margin":
        return margin
    if not isinstance(value, dict):
        return dict.fromkeys(Format, reader.number(key, least=least))
    inner = reader.inner(key)
    medium = inner.number(Format.MEDIUM.value, least=least)
    sizes = {form: inner.number(form.value, medium, least=least) for form in Format}
    inner.close()
    return sizes


def _box(reader: Reader, margin: Sized) -> Box:
    inner = reader.inner("box")
    lengths = {
        key: _sized(inner, key, margin=margin) if inner.has(key) else None
        for key in ("left", "right", "top", "bottom", "width", "height", "gap")
    }
    box = Box(**lengths, under=inner.text("under", ""), above=inner.text("above", ""))
    inner.close()
    return box


def _item(reader: Reader, margin: Sized) -> Item:
    kind = reader.text("type")
    if kind not in _ITEMS:
        raise reader.unknown(kind, _ITEMS)
    item = _text_item(reader, kind, margin) if kind in ("text", "lines") else _drawn_item(reader, kind, margin)
    reader.close()
    return item


def _text_item(reader: Reader, kind: str, margin: Sized) -> Item:
    name, box, when = reader.text("id"), _box(reader, margin), _when(reader)
    until, clear = reader.names("until"), reader.number("clear", 4.0, least=0)
    if kind == "text":
        return TextItem(
            name, reader.text("text"), reader.text("style"), box, when, until, clear, after=reader.text("after", "")
        )
    return LinesItem(
        name, reader.text("quantity"), reader.text("name"), reader.text("sku"), box, when, until, clear,
        column=reader.number("column", 9.0, least=0), row_gap=reader.number("row_gap", 2.2, least=0),
    )


def _drawn_item(reader: Reader, kind: str, margin: Sized) -> Item:
    name, box, when = reader.text("id"), _box(reader, margin), _when(reader)
    if kind == "logo":
        return LogoItem(name, box, when, reader.one_of("align", Align, Align.LEFT))
    if kind == "ornament":
        colour = reader.one_of("colour", Colour, Colour.ACCENT)
        return OrnamentItem(name, reader.text("ornament"), box, when, colour, reader.whole("seed", 1))
    if kind == "rule":
        colour = reader.one_of("colour", Colour, Colour.ACCENT)
        return RuleItem(name, box, when, colour, reader.number("weight", 0.2, least=0.05))
    if kind == "fill":
        return FillItem(name, box, when, reader.one_of("colour", Colour, Colour.SOFT))
    return QrItem(name, box, when, reader.one_of("colour", Colour, Colour.INK))
