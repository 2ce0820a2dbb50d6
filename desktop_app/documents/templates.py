"""Card designs from their files: read, checked name by name, handed to layout as a Template."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from desktop_app.documents.items import item_json, number_json, read_item, read_sized, read_when, sized_json, when_json
from desktop_app.documents.reading import Reader, read_json, reader_of
from desktop_app.documents.template_checks import check_template
from desktop_app.domain.cards import Align, Colour, Face, Paint, Style, Template, Variant
from desktop_app.domain.errors import Invalid
from desktop_app.domain.printing import Kind
from desktop_app.i18n import Language, msg
from desktop_app.paths import resources

_SMALLEST = 0.75  # of the size, where a style names no minimum of its own
_USUAL = {"leading": 1.5, "colour": Colour.INK, "align": Align.LEFT, "tracking": 0, "upper": False, "max_lines": 0}


def template_names(kind: Kind) -> list[str]:
    """The designs there are for a kind of paper."""
    return sorted(file.stem.removeprefix(f"{kind.value}-") for file in resources("cards").glob(f"{kind.value}-*.json"))


def load_template(kind: Kind, name: str) -> Template:
    """A design by name; raises Invalid when there is none, BadFile with the place of a mistake in it."""
    names = template_names(kind)
    if name not in names:
        message = msg("There is no design “{name}” for this paper. Known: {names}.", name=name, names=names)
        raise Invalid("design", message)
    file = resources("cards", f"{kind.value}-{name}.json")
    return _read(file, file.stat().st_mtime_ns)


@lru_cache(maxsize=64)
def _read(file: Path, _written: int) -> Template:
    """A design of the program's own, read once: a bench prints one parcel after another."""
    return template_of(read_json(file))


def template_of(reader: Reader) -> Template:
    """The design in an object of JSON, checked."""
    margin = read_sized(reader, "margin")
    template = Template(
        kind=reader.one_of("kind", Kind),
        name=reader.text("name"),
        title=reader.titles(),
        palette=_palette(reader.inner("palette")),
        margin=margin,
        styles=dict(_styles(reader.inner("styles"))),
        items=tuple(read_item(inner, margin) for inner in reader.inners("items")),
        texts=dict(_texts(reader.inner("texts"))),
        number=reader.whole("number", 0),
    )
    reader.close()
    check_template(template, reader)
    return template


def template_json(template: Template) -> str:
    """A design as the JSON that `template_of` reads as the same design."""
    written: dict[str, object] = {
        "kind": template.kind.value,
        "name": template.name,
        "title": {language.value: title for language, title in template.title.items()},
        "palette": {colour.value: paint for colour, paint in template.palette.items()},
        "margin": sized_json(template.margin),
        "styles": {name: _style_json(style) for name, style in template.styles.items()},
        "items": [item_json(item) for item in template.items],
        "texts": {
            key: {language.value: _variants_json(variants) for language, variants in by_language.items()}
            for key, by_language in template.texts.items()
        },
    }
    if template.number:
        written["number"] = template.number
    return json.dumps(written, ensure_ascii=False, indent=1) + "\n"


def template_from(text: str, *, file: str) -> Template:
    """The design in a text of JSON; `file` names it in what is said of a mistake."""
    return template_of(reader_of(text.encode("utf-8", "surrogatepass"), file=file))


def _palette(reader: Reader) -> dict[Colour, Paint]:
    palette = {colour: reader.colour(colour.value) for colour in Colour}
    reader.close()
    return palette


def _styles(reader: Reader) -> Iterator[tuple[str, Style]]:
    for name in reader.members():
        inner = reader.inner(name)
        size = read_sized(inner, "size", least=3.0)
        small = read_sized(inner, "min_size", least=3.0) if inner.has("min_size") else None
        yield (
            name,
            Style(
                face=inner.one_of("face", Face),
                size=size,
                min_size=small or {form: value * _SMALLEST for form, value in size.items()},
                leading=inner.number("leading", 1.5, least=0.5),
                colour=inner.paint("colour") if inner.has("colour") else Colour.INK,
                align=inner.one_of("align", Align, Align.LEFT),
                tracking=inner.number("tracking", 0.0, least=-0.2),
                upper=inner.flag("upper"),
                max_lines=inner.whole("max_lines", 0),
            ),
        )
        inner.close()


def _texts(reader: Reader) -> Iterator[tuple[str, Mapping[Language, tuple[Variant, ...]]]]:
    for key in reader.members():
        found = reader.by_language(key)
        yield (
            key,
            {
                language: tuple(_variants(value, reader, f"{reader.at(key)}.{language.value}"))
                for language, value in found.items()
            },
        )


def _variants(value: object, reader: Reader, where: str) -> Iterator[Variant]:
    for entry in value if isinstance(value, list) else [value]:
        if isinstance(entry, str):
            yield Variant(entry)
            continue
        inner = Reader(entry, file=reader.file, where=where)
        yield Variant(inner.text("text"), read_when(inner))
        inner.close()


def _style_json(style: Style) -> dict[str, object]:
    written: dict[str, object] = {
        "face": style.face.value, "size": sized_json(style.size), "min_size": sized_json(style.min_size),
        "leading": number_json(style.leading), "colour": str(style.colour), "align": style.align.value,
        "tracking": number_json(style.tracking), "upper": style.upper, "max_lines": style.max_lines,
    }  # fmt: skip
    return {key: value for key, value in written.items() if key not in _USUAL or value != _USUAL[key]}


def _variants_json(variants: tuple[Variant, ...]) -> object:
    written = [
        {"when": when_json(variant.when), "text": variant.text} if variant.when else variant.text
        for variant in variants
    ]
    return written[0] if len(written) == 1 and isinstance(written[0], str) else written
