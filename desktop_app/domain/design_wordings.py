"""The wordings of a text side by side: one row for each condition, one text for each language; each edit a new design.

A design keeps the wordings of each language by themselves, and they need not be the same ones. A row is a condition
and how many wordings with that very condition stand before it (a second one is said where the first lacks a field).
"""

from __future__ import annotations

from typing import NamedTuple

from desktop_app.domain.cards import Template, Variant, When
from desktop_app.domain.design_text import set_variants, variants_of
from desktop_app.i18n import Language


class Row(NamedTuple):
    """One wording in all languages."""

    when: When
    nth: int = 0


def rows_of(template: Template, name: str) -> tuple[Row, ...]:
    """The rows of an item's text in the order they are tried; what is always said comes last."""
    found: dict[Row, None] = {}
    for language in Language:
        for row in _rows(variants_of(template, name, language)):
            found.setdefault(row)
    return tuple(sorted(found, key=lambda row: not row.when))


def words_of(template: Template, name: str, row: Row, language: Language) -> str:
    """What a row says in a language, "" for nothing."""
    variants = variants_of(template, name, language)
    rows = _rows(variants)
    return variants[rows.index(row)].text if row in rows else ""


def say(template: Template, name: str, row: Row, *, language: Language, text: str) -> Template:
    """A row said otherwise in a language; a language that lacked the row gets it."""
    variants = list(variants_of(template, name, language))
    rows = _rows(variants)
    if row in rows:
        variants[rows.index(row)] = Variant(text, row.when)
    else:
        variants.insert(_place(rows, row), Variant(text, row.when))
    return set_variants(template, name, language, variants=variants)


def add_row(template: Template, name: str, when: When) -> tuple[Template, Row]:
    """One more wording under a condition, beginning with what is always said."""
    row = Row(when, sum(1 for one in rows_of(template, name) if one.when == when))
    for language in Language:
        text = next((words_of(template, name, one, language) for one in rows_of(template, name) if not one.when), "")
        template = say(template, name, row, language=language, text=text)
    return template, row


def remove_row(template: Template, name: str, row: Row) -> Template:
    """The text without a wording; the last one is emptied instead."""
    for language in Language:
        variants = list(variants_of(template, name, language))
        rows = _rows(variants)
        if row in rows:
            del variants[rows.index(row)]
            template = set_variants(template, name, language, variants=variants)
    return template


def set_row_when(template: Template, name: str, row: Row, when: When) -> tuple[Template, Row]:
    """A wording under another condition."""
    texts = {language: words_of(template, name, row, language) for language in Language}
    template = remove_row(template, name, row)
    left = rows_of(template, name) if any(_texts_left(template, name)) else ()
    new = Row(when, sum(1 for one in left if one.when == when))
    for language, text in texts.items():
        template = say(template, name, new, language=language, text=text)
    return template, new


def _texts_left(template: Template, name: str) -> list[str]:
    return [variant.text for language in Language for variant in variants_of(template, name, language)]


def _rows(variants: tuple[Variant, ...] | list[Variant]) -> list[Row]:
    seen: dict[When, int] = {}
    rows = []
    for variant in variants:
        rows.append(Row(variant.when, seen.get(variant.when, 0)))
        seen[variant.when] = seen.get(variant.when, 0) + 1
    return rows


def _place(rows: list[Row], row: Row) -> int:
    """Before what is always said, since nothing is tried after it; behind all others."""
    if not row.when:
        return len(rows)
    return next((n for n, one in enumerate(rows) if not one.when), len(rows))
