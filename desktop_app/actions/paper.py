"""What a shop can print on and which designs there are, for the choices in the window."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from desktop_app.domain.guides import Guide
from desktop_app.domain.printing import Kind
from desktop_app.domain.settings import DESIGNS, LABEL_STOCK, SHEET_STOCK, STOCK, SettingValues
from desktop_app.domain.stock import Stock, check_stock
from desktop_app.i18n import Language

_NONE: Mapping[str, Kind] = MappingProxyType({})


def stocks() -> list[Stock]:
    """The stocks there are, single cards first."""
    from desktop_app.documents.stocks import all_stocks  # read when a person chooses, not at start

    return list(all_stocks().values())


def sheet_guide(stock: Stock) -> Guide:
    """A stock's sheet with its places and their numbers, for the window to paint; raises Invalid when it cannot be."""
    from desktop_app.documents.guides import picture

    check_stock(stock)
    return picture(stock)


def designs(kind: Kind) -> dict[str, Mapping[Language, str]]:
    """The designs of one kind of paper, each with its title in every language."""
    from desktop_app.documents.templates import load_template, template_names

    return {name: load_template(kind, name).title for name in template_names(kind)}


def chosen_designs(
    kind: Kind, values: SettingValues, design: str | None = None, *, of: Mapping[str, Kind] = _NONE
) -> dict[Kind, str]:
    """The design for each paper of a kind: the one asked for, else the shop's own.

    A parcel's papers have not all the same designs: the one asked for stands where there is one of that name, one of
    the shop's own where `of` tells that it is for that paper.
    """
    from desktop_app.documents.builders import PAPERS
    from desktop_app.documents.templates import template_names

    papers = PAPERS[kind]
    known = [paper for paper in papers if design in template_names(paper) or of.get(design or "") is paper] or papers
    return {paper: design if design and paper in known else values[DESIGNS[paper]] for paper in papers}


def chosen_stock(kind: Kind, values: SettingValues) -> str:
    """The shop's own stock for a kind of paper."""
    return values[{Kind.ADDRESS: LABEL_STOCK, Kind.CONTACTS: SHEET_STOCK}.get(kind, STOCK)]
