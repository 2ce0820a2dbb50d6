"""Any design a shop could make, for tests of what is written and read again: made by hypothesis, every item in it."""

from __future__ import annotations

from collections.abc import Mapping

from hypothesis import strategies as st

from desktop_app.domain.cards import (
    Align,
    BarcodeItem,
    Box,
    Colour,
    Condition,
    Face,
    Fact,
    FillItem,
    Fit,
    Format,
    Item,
    LogoItem,
    OrnamentItem,
    Paint,
    PictureItem,
    QrItem,
    RuleItem,
    Side,
    SignatureItem,
    Sized,
    Spot,
    Style,
    Symbology,
    Template,
    TextItem,
    Variant,
)
from desktop_app.domain.printing import Kind
from desktop_app.i18n import Language

lengths = st.one_of(st.integers(1, 60).map(float), st.floats(0.5, 60, allow_nan=False))
sized: st.SearchStrategy[Sized] = st.one_of(
    lengths.map(lambda length: dict.fromkeys(Format, length)), st.fixed_dictionaries(dict.fromkeys(Format, lengths))
)
hexes = st.integers(0, 0xFFFFFF).map(lambda value: f"#{value:06X}")
of_shop = st.sampled_from(["shop.Sarkans", "shop.тёмный лес"])
paints: st.SearchStrategy[Paint] = st.one_of(st.sampled_from(list(Colour)), hexes, of_shop)
whens = st.lists(st.builds(Condition, st.sampled_from(list(Fact)), st.booleans()), max_size=2).map(tuple)
words = st.text(st.characters(codec="utf-8", exclude_characters="{}"), max_size=20)
variants = st.lists(st.builds(Variant, words, whens), max_size=3).map(tuple)
spots = st.dictionaries(st.sampled_from(list(Format)), st.builds(Spot, lengths, lengths, lengths, lengths), max_size=2)
crops = st.tuples(*[st.floats(0, 0.4)] * 4)
digests = st.integers(0, 2**256 - 1).map(lambda value: f"{value:064x}")
turns = st.one_of(st.just(0.0), st.floats(-360, 360))
styles = st.builds(
    Style, st.sampled_from(list(Face)), sized.map(lambda size: {form: max(3.0, pt) for form, pt in size.items()}),
    st.just(dict.fromkeys(Format, 3.0)), st.floats(0.5, 3), paints, st.sampled_from(list(Align)), st.floats(-0.2, 1),
    st.booleans(), st.integers(0, 5),
)  # fmt: skip


def boxes() -> st.SearchStrategy[Box]:
    """Boxes held at the top or at the bottom, with a width and a height."""
    across = st.fixed_dictionaries({"width": sized, "height": sized}, optional={"left": sized})
    down = st.one_of(st.fixed_dictionaries({"top": sized}), st.fixed_dictionaries({"bottom": sized}))
    return st.builds(lambda one, other: Box(**one, **other), across, down)


def items(name: str) -> st.SearchStrategy[Item]:
    """One item of any sort, called `name`, with the text “t” and the style “s”."""
    usual = {
        "when": whens, "side": st.sampled_from(list(Side)), "rotate": turns, "locked": st.booleans(),
        "group": st.sampled_from(["", "head"]), "free": spots, "id": st.just(name), "box": boxes(),
    }  # fmt: skip
    more: Mapping[type[Item], dict[str, st.SearchStrategy[object]]] = {
        TextItem: {"text": st.just("t"), "style": st.just("s"), "clear": sized, "hyphenate": st.booleans()},
        OrnamentItem: {"ornament": st.just("sprig"), "colour": paints, "seed": st.integers(0, 99)},
        LogoItem: {"align": st.sampled_from(list(Align))},
        PictureItem: {"picture": digests, "crop": crops, "fit": st.sampled_from(list(Fit))},
        RuleItem: {"colour": paints, "weight": st.floats(0.05, 3)},
        FillItem: {"colour": paints},
        QrItem: {"colour": paints},
        BarcodeItem: {
            "text": st.just("t"),
            "symbology": st.sampled_from([Symbology.QR, Symbology.CODE128]),
            "colour": paints,
            "caption": st.booleans(),
        },
        SignatureItem: {"style": st.just("s"), "colour": paints},
    }
    return st.one_of(*[st.builds(sort, **usual, **parts) for sort, parts in more.items()])


@st.composite
def templates(draw: st.DrawFn) -> Template:
    """A design of any items, styles and wordings."""
    return Template(
        kind=draw(st.sampled_from([Kind.THANK_YOU, Kind.PACKING_INSERT])),
        name=draw(words),
        title={language: draw(words) for language in Language},
        palette={colour: draw(st.one_of(hexes, of_shop)) for colour in Colour},
        margin=draw(sized),
        styles={"s": draw(styles)},
        items=tuple(draw(items(f"i{n}")) for n in range(draw(st.integers(0, 4)))),
        texts={"t": {language: draw(variants) for language in Language}},
        number=draw(st.integers(0, 9)),
    )
