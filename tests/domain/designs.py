"""Designs to edit in tests: the ones that come with the program, where the proof would show their items, and checks."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.documents.templates import template_from, template_json
from desktop_app.domain.cards import Format, Template
from desktop_app.domain.design import CARDS, Frame
from desktop_app.domain.design_new import Thing, Wish, add, blank
from desktop_app.domain.design_place import Stand, place
from desktop_app.domain.design_text import set_variants, variants_of
from desktop_app.domain.printing import Kind
from desktop_app.i18n import Language

TITLE = dict.fromkeys(Language, "Card")


def empty(kind: Kind = Kind.BIRTHDAY) -> Template:
    """A card with nothing on it."""
    return blank(kind, "card", title=TITLE)


def with_things(*things: Thing, form: Format = Format.MEDIUM) -> Template:
    """A card with these things on it."""
    template = empty()
    for thing in things:
        template, _ = add(template, Wish(thing, picture="0" * 64), form=form)
    return template


def standing(template: Template, form: Format = Format.MEDIUM, **frames: Frame) -> Template:
    """The design with these items put there."""
    for name, frame in frames.items():
        template = place(template, name, frame=frame, stand=stand(form=form))
    return template


def stand(form: Format = Format.MEDIUM, **frames: Frame) -> Stand:
    """A card on which the proof says these things of its items."""
    return Stand(form, CARDS[form], {form: frames} if frames else {})


def set_words(template: Template, name: str, language: Language, *, text: str) -> Template:
    """The first wording of an item's text in a language said otherwise."""
    first, *others = variants_of(template, name, language) or [None]
    if first is None:
        return template
    return set_variants(template, name, language, variants=[replace(first, text=text), *others])


def read_again(template: Template) -> Template:
    """The design written as JSON and read again with every check."""
    return template_from(template_json(template), file="design.json")
