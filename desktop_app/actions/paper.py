"""What a shop can print on and which designs there are, for the choices in the window."""

from __future__ import annotations

from collections.abc import Mapping

from desktop_app.domain.printing import Kind
from desktop_app.domain.settings import DESIGN_INSERT, DESIGN_THANK_YOU, Setting, SettingValues
from desktop_app.domain.stock import Stock
from desktop_app.i18n import Language

DESIGN_SETTINGS: dict[Kind, Setting[str]] = {Kind.THANK_YOU: DESIGN_THANK_YOU, Kind.PACKING_INSERT: DESIGN_INSERT}


def stocks() -> list[Stock]:
    """The stocks there are, single cards first."""
    from desktop_app.documents.stocks import load_stock, stock_names  # read when a person chooses, not at start

    return [load_stock(name) for name in stock_names()]


def designs(kind: Kind) -> dict[str, Mapping[Language, str]]:
    """The designs of one kind of paper, each with its title in every language."""
    from desktop_app.documents.templates import load_template, template_names

    return {name: load_template(kind, name).title for name in template_names(kind)}


def chosen_designs(kind: Kind, values: SettingValues, design: str | None = None) -> dict[Kind, str]:
    """The design for each paper of a kind: the one asked for, else the shop's own."""
    from desktop_app.documents.builders import PAPERS

    return {paper: design or values[DESIGN_SETTINGS[paper]] for paper in PAPERS[kind]}
