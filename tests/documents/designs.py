"""A small design for tests of layout, apart from the starter designs, which may change their looks at any time."""

from __future__ import annotations

import copy
from typing import Any

from desktop_app.documents.reading import Reader
from desktop_app.documents.templates import template_of
from desktop_app.domain.cards import Template

LETTER: dict[str, Any] = {
    "kind": "thank-you",
    "name": "plain",
    "title": {"en": "Plain", "ru": "Простая", "lv": "Vienkārša"},
    "palette": {
        "ink": "#211C17", "muted": "#6A6158", "accent": "#A8481F",
        "soft": "#F7E8DF", "paper": "#FFFFFF", "signature": "#27427D",
    },
    "margin": {"medium": 10, "large": 15},
    "styles": {
        "shop": {"face": "sans", "size": 8, "tracking": 0.1, "upper": True},
        "heading": {"face": "hand-bold", "size": {"medium": 40, "large": 56}, "leading": 1.0, "colour": "accent"},
        "greeting": {"face": "hand", "size": 20, "min_size": 11, "leading": 1.0, "max_lines": 2},
        "text": {"face": "serif", "size": {"medium": 10, "large": 12}, "min_size": 8},
        "signature": {"face": "hand", "size": 20, "colour": "signature"},
    },
    "items": [
        {"type": "fill", "id": "ground", "colour": "soft", "box": {"left": -3, "right": -3, "top": -3, "height": 12}},
        {"type": "logo", "id": "logo", "box": {"top": "margin", "width": 30, "height": 10}},
        {"type": "text", "id": "shop", "text": "shop", "style": "shop", "when": "!logo", "box": {"top": 12}},
        {"type": "ornament", "id": "sprig", "ornament": "sprig",
         "box": {"right": 8, "top": 15, "width": 27, "height": 18}},
        {"type": "text", "id": "heading", "text": "heading", "style": "heading", "box": {"top": 40}},
        {"type": "text", "id": "regular", "text": "regular", "style": "text", "when": "regular",
         "box": {"under": "heading", "gap": 4}},
        {"type": "text", "id": "greeting", "text": "greeting", "style": "greeting", "until": ["signature", "qr"],
         "box": {"under": "regular", "gap": 8}},
        {"type": "text", "id": "letter", "text": "letter", "style": "text", "after": "greeting",
         "until": ["signature", "qr"], "box": {"under": "greeting", "gap": 6}},
        {"type": "rule", "id": "rule", "box": {"above": "signature", "gap": 8, "width": 20}},
        {"type": "text", "id": "signature", "text": "packer", "style": "signature",
         "box": {"bottom": "margin", "right": 40}},
        {"type": "qr", "id": "qr", "box": {"bottom": "margin", "right": "margin", "width": 20}},
    ],
    "texts": {
        "shop": {"en": "{shop.name}", "ru": "{shop.name}", "lv": "{shop.name}"},
        "heading": {"en": "Thank you!", "ru": "Спасибо!", "lv": "Paldies!"},
        "regular": {"en": "Good to see you again.", "ru": "Рады вам снова.", "lv": "Prieks jūs atkal satikt."},
        "greeting": {"en": "{customer.greeting}", "ru": "{customer.greeting}", "lv": "{customer.greeting}"},
        "letter": {
            "en": [{"when": "first", "text": "This is your first order."}, "Order {order.number} is on its way."],
            "ru": [{"when": "first", "text": "Это ваш первый заказ."}, "Заказ {order.number} уже в\u00a0пути."],
            "lv": [{"when": "first", "text": "Šis ir pirmais pasūtījums."}, "Sūtījums {order.number} jau ir ceļā."],
        },
        "packer": {"en": "{packer}", "ru": "{packer}", "lv": "{packer}"},
    },
}  # fmt: skip

INSERT: dict[str, Any] = {
    **copy.deepcopy(LETTER),
    "kind": "packing-insert",
    "items": [
        {"type": "text", "id": "heading", "text": "heading", "style": "heading", "when": "first-page",
         "box": {"top": 20}},
        {"type": "text", "id": "page", "text": "page", "style": "text", "when": "!last-page", "box": {"top": 12}},
        {"type": "lines", "id": "lines", "quantity": "text", "name": "text", "sku": "small",
         "until": "signature", "box": {"under": "heading", "gap": 8}},
        {"type": "text", "id": "signature", "text": "packer", "style": "signature", "when": "last-page",
         "box": {"bottom": "margin"}},
    ],
    "styles": {
        **LETTER["styles"],
        "small": {"face": "sans", "size": 7, "leading": 1.4, "colour": "muted"},
    },
    "texts": {
        "heading": LETTER["texts"]["heading"],
        "page": {"en": "{page} of {pages}", "ru": "{page} из {pages}", "lv": "{page} no {pages}"},
        "packer": LETTER["texts"]["packer"],
    },
}  # fmt: skip


def design(base: dict[str, Any] = LETTER, **changes: Any) -> dict[str, Any]:
    """The design as JSON, with some of its parts exchanged."""
    return {**copy.deepcopy(base), **changes}


def template(base: dict[str, Any] = LETTER, **changes: Any) -> Template:
    """The design read and checked."""
    return template_of(Reader(design(base, **changes), file="plain.json"))

PHOTO, STAMP = "ab" * 32, "cd" * 32  # the pictures it names; tests bring them

EVERYTHING: dict[str, Any] = {
    **copy.deepcopy(LETTER),
    "name": "everything",
    "palette": {**LETTER["palette"], "accent": "shop.Ogle", "soft": "#EAF1EC"},
    "styles": {
        **LETTER["styles"],
        "quote": {"face": "serif-italic", "size": 24, "leading": 1.35, "colour": "#2C5545", "align": "centre"},
        "aside": {"face": "sans", "size": 7, "colour": "shop.Ogle", "align": "right"},
        "title": {"face": "formal", "size": 30, "leading": 1.0, "colour": "paper"},
    },
    "items": [
        {"type": "fill", "id": "ground", "colour": "soft", "locked": True,
         "box": {"left": -3, "right": -3, "top": -3, "bottom": -3}},
        {"type": "picture", "id": "photo", "picture": PHOTO, "crop": [0.1, 0, 0, 0.1],
         "box": {"left": -3, "right": -3, "top": -3, "height": 47}},
        {"type": "text", "id": "title", "text": "heading", "style": "title", "box": {"top": 26, "left": 10}},
        {"type": "picture", "id": "stamp", "picture": STAMP, "fit": "contain", "rotate": 12, "group": "post",
         "box": {"right": 8, "top": 34, "width": 18, "height": 18}},
        {"type": "logo", "id": "logo", "align": "right", "box": {"top": 5, "right": 8, "width": 30, "height": 8}},
        {"type": "text", "id": "greeting", "text": "greeting", "style": "greeting",
         "free": {"medium": {"left": 10, "top": 52, "width": 68}}, "box": {"top": 60}},
        {"type": "text", "id": "letter", "text": "letter", "style": "text", "after": "greeting",
         "free": {"medium": {"left": 10, "top": 64, "width": 66, "height": 16}}, "box": {"under": "greeting"}},
        {"type": "text", "id": "edge", "text": "contact", "style": "aside", "rotate": 270,
         "box": {"left": 66, "top": 85, "width": 60, "height": 3}},
        {"type": "ornament", "id": "sprig", "ornament": "sprig", "colour": "#2C5545", "rotate": -18,
         "box": {"left": 60, "top": 88, "width": 27, "height": 18}},
        {"type": "rule", "id": "rule", "rotate": 3, "weight": 0.4, "box": {"left": 10, "top": 84, "width": 40}},
        {"type": "signature", "id": "hand", "style": "signature", "when": "packer", "rotate": -4,
         "box": {"left": 10, "top": 88, "width": 40, "height": 14}},
        {"type": "barcode", "id": "bars", "text": "number", "symbology": "code128", "caption": True,
         "box": {"left": 8, "bottom": 8, "width": 58, "height": 14}},
        {"type": "barcode", "id": "ean", "text": "ean", "symbology": "ean13", "caption": True, "colour": "accent",
         "box": {"left": 8, "bottom": 26, "width": 40, "height": 16}},
        {"type": "qr", "id": "qr", "rotate": 10, "box": {"right": 9, "bottom": 9, "width": 20}},
        {"type": "fill", "id": "paper", "side": "back", "colour": "soft",
         "box": {"left": -3, "right": -3, "top": -3, "bottom": -3}},
        {"type": "text", "id": "quote", "text": "greeting", "style": "quote", "side": "back", "rotate": 90,
         "box": {"left": 20, "right": 20, "top": 60, "height": 30}},
        {"type": "barcode", "id": "own", "text": "number", "side": "back", "colour": "accent",
         "box": {"left": 42, "bottom": 12, "width": 21}},
    ],
    "texts": {
        **{key: LETTER["texts"][key] for key in ("heading", "greeting", "letter")},
        "contact": dict.fromkeys(("en", "ru", "lv"), "{shop.contact} · {shop.name}"),
        "number": dict.fromkeys(("en", "ru", "lv"), "ORDER {order.number}"),
        "ean": dict.fromkeys(("en", "ru", "lv"), "475012345678"),
    },
}  # fmt: skip
