"""What of a design is the same on every card of a run, and what tells one record from another; asked by layout."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.documents.model import Content
from desktop_app.documents.plan import Node
from desktop_app.documents.wording import FACT_BITS, SAME_FACTS, SAME_FIELDS, Check
from desktop_app.domain.cards import LinesItem, QrItem


def is_fixed(node: Node, same: Content, fixed: set[int]) -> bool:
    """Whether a node is the same on every card of the run; `fixed` are those known to be."""
    if any(other >= 0 and other not in fixed for other in (node.ref, node.after, *node.until)):
        return False
    if never(node.check, same):
        return True
    if node.check.mask & ~SAME_FACTS or isinstance(node.item, LinesItem | QrItem):
        return False
    return _is_worded(node, same)


def asked_by(nodes: Sequence[Node]) -> frozenset[str]:
    """The fields and facts by which nodes tell one record from another."""
    fields = {field for node in nodes for wording in node.wordings for field in wording.fields}
    mask = 0
    for node in nodes:
        for check in (node.check, *(wording.check for wording in node.wordings)):
            mask |= check.mask
    return frozenset(fields | {fact.value for fact, bit in FACT_BITS.items() if mask & bit})


def never(check: Check, same: Content) -> bool:
    """Whether the facts of the run rule a condition out for every card."""
    return bool((check.want ^ same.facts) & check.mask & SAME_FACTS)


def _is_worded(node: Node, same: Content) -> bool:
    """Whether the wording to print is known before any record is."""
    for wording in node.wordings:
        if wording.check.mask & ~SAME_FACTS or not SAME_FIELDS.issuperset(wording.fields):
            return False
        if wording.fill(same.values):
            return True
    return True
