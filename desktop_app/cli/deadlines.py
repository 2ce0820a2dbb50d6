"""`cordial deadline set|reset|list`: in how many working hours complaints are answered and solved."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from desktop_app.actions.complaint_terms import set_terms
from desktop_app.cli import values
from desktop_app.cli.output import Context, table
from desktop_app.domain.complaints import SEVERITY_NAMES, Severity
from desktop_app.domain.terms import OTHERS, Term, Terms
from desktop_app.i18n import Message, msg
from desktop_app.queries import Shop
from desktop_app.queries.complaint_kinds import kind_names
from desktop_app.queries.deadlines import terms


def run(context: Context, words: argparse.Namespace) -> int:
    """Sets or takes away one deadline, or lists all."""
    shop = context.open(write=words.deed != "list")
    try:
        if words.deed == "list":
            _list(context, shop)
            return 0
        term = None
        if words.deed == "set":
            term = Term(values.number("answer", words.answer), values.number("solve", words.solve))
        done = set_terms(shop, words.kind, {Severity(words.severity): term}, actor=context.actor)
    finally:
        shop.close()
    told = {"kind": words.kind or None, "severity": words.severity}
    context.answer({"deadline": told, "change": done.id}, context.words.say(done.title))
    return 0


def _list(context: Context, shop: Shop) -> None:
    """The deadlines of all others first, then each kind's as they count."""
    said, own = context.words, terms(shop)
    objects: list[dict[str, object]] = []
    cells: list[Sequence[str]] = []
    for kind, name in ((OTHERS, msg("All others")), *kind_names(shop).items()):
        for severity in Severity:
            term = own.of(kind, severity)
            objects.append(_object(kind, severity, own))
            cells.append((said.say(name), said.say(SEVERITY_NAMES[severity]), said.say(term_text(term))))
    context.answer({"deadlines": objects}, table(cells))


def _object(kind: str, severity: Severity, own: Terms) -> dict[str, object]:
    term = own.of(kind, severity)
    return {
        "kind": kind or None,
        "severity": severity,
        "answer_hours": term.answer_hours,
        "solve_hours": term.solve_hours,
        "own": (kind, severity) in own.kept,
    }


def term_text(term: Term) -> Message:
    """“answer within 4 h, solve within 27 h”."""
    return msg("answer within {answer} h, solve within {solve} h", answer=term.answer_hours, solve=term.solve_hours)
