"""The design and the stock that each paper of a run has: what was asked for, else what the shop is set to."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from desktop_app.domain.paper_settings import DESIGNS, LABEL_STOCK, SHEET_STOCK, STOCK
from desktop_app.domain.printing import Kind
from desktop_app.domain.settings import SettingValues

_NONE: Mapping[str, Kind] = MappingProxyType({})


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
