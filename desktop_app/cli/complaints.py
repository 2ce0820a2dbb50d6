"""`cordial complaint add|edit|remove|show|state`; what else is done to complaints goes on to rooms of its own."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import replace
from enum import Enum
from importlib import import_module
from pathlib import Path
from typing import Any

from desktop_app.actions.complaint_files import attach_pictures
from desktop_app.actions.complaints import add_complaint, edit_complaint, remove_complaints, set_state
from desktop_app.cli import values
from desktop_app.cli.complaint_arguments import ROOMS
from desktop_app.cli.complaint_narrowing import chosen
from desktop_app.cli.output import Context
from desktop_app.cli.show import find_order, find_product, number_of
from desktop_app.domain.changes import Changes
from desktop_app.domain.complaints import ComplaintFields, ComplaintId, Severity, Source, State, Verdict
from desktop_app.domain.customers import CustomerId
from desktop_app.domain.errors import Invalid
from desktop_app.domain.text import shorten
from desktop_app.i18n import msg
from desktop_app.queries import Shop
from desktop_app.queries.complaints import complaint
from desktop_app.queries.customers import customer


def run(context: Context, words: argparse.Namespace) -> int:
    """Changes complaints, or shows one whole."""
    if words.deed in ROOMS:
        answer: int = import_module(f"desktop_app.cli.{ROOMS[words.deed]}").run(context, words)
        return answer
    if words.deed == "show":
        from desktop_app.cli.show import run as show

        words.kind = "complaint"
        return show(context, words)
    shop = context.open()
    try:
        if words.deed in ("add", "edit"):
            id_, done = _keep(shop, words, context.actor)  # a new one is told by its number, which all else asks for
            data: dict[str, object] = {"complaint": {"id": id_}}
        else:
            ids = [complaint_number(text) for text in words.ids]
            for one in ids:
                complaint(shop, one)  # a number that is none is said, not passed over
            done = _do(shop, words, ids, context.actor)
            data = {"complaints": [{"id": one} for one in ids]}
    finally:
        shop.close()
    said = context.words.say(done.title)
    context.answer({**data, "change": done.id}, f"{said}: {id_}" if words.deed == "add" else said)
    return 0


def complaint_number(text: str) -> ComplaintId:
    """The number of a complaint as typed; NotFound when it is none."""
    return ComplaintId(number_of("complaint", text))


def read_text(text: str) -> str:
    """A text as typed, or the whole of standard input for a dash."""
    return sys.stdin.read() if text == "-" else text


def read_files(names: Sequence[str]) -> list[tuple[str, bytes]]:
    """Files by their names with what they hold; raises Invalid at the one that cannot be read."""
    found = []
    for name in names:
        try:
            found.append((Path(name).name, Path(name).read_bytes()))
        except OSError:
            said = msg("“{file}” cannot be read. Choose another picture.", file=shorten(name))
            raise Invalid("pictures", said) from None
    return found


def _do(shop: Shop, words: argparse.Namespace, ids: list[ComplaintId], actor: str) -> Changes:
    if words.deed == "remove":
        return remove_complaints(shop, ids, actor=actor)
    by = values.day("by", words.by)
    return set_state(shop, ids, chosen("state", words.state, State), promised_on=by, actor=actor)


def _keep(shop: Shop, words: argparse.Namespace, actor: str) -> tuple[ComplaintId, Changes]:
    options = values.given(words, "complaint")
    files = read_files(options.pop("picture", ()))
    if words.deed == "add":
        if not files and not any(options.values()):
            raise Invalid("text", msg("Say whose complaint it is, about which order, or what they said."))
        return add_complaint(shop, _fields(shop, options, ComplaintFields()), files=files, actor=actor)
    old = complaint(shop, complaint_number(words.id))
    if files and not options:
        return old.id, attach_pictures(shop, old.id, files, actor=actor)
    fields = _fields(shop, options, old.fields)
    return old.id, edit_complaint(shop, old.id, old.version, fields, files=files, actor=actor)


_NAMES = {"where": "source_name", "key": "source_key", "received": "received_at"}
_ENUMS: dict[str, type[Enum]] = {"source": Source, "severity": Severity, "verdict": Verdict}


def _fields(shop: Shop, options: dict[str, Any], old: ComplaintFields) -> ComplaintFields:
    changed: dict[str, Any] = {_NAMES.get(name, name): _value(shop, name, text) for name, text in options.items()}
    return replace(old, **changed)


def _value(shop: Shop, name: str, text: str) -> object:
    if name in _ENUMS:
        return chosen(name, text, _ENUMS[name])
    if name == "order":
        return find_order(shop, text).id if text else None
    if name == "customer":
        return customer(shop, CustomerId(number_of("customer", text))).id if text else None
    if name == "product":
        return find_product(shop, text).id if text else None
    if name == "rating":
        return values.number("rating", text) if text else None
    return read_text(text) if name == "text" else text
