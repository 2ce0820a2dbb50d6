"""Where everything on one card has come to stand, and how far it may reach; layout places one thing after the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from desktop_app.documents.layers import ALL, Area
from desktop_app.documents.model import Note, Placed, Trouble
from desktop_app.documents.plan import Node
from desktop_app.domain.cards import LinesItem, OrnamentItem, TextItem

_TEXTS = (TextItem, LinesItem)  # a tuple is asked faster than a union, and this is asked for every item of every card
_DEEP = 3.0  # mm that letters hang below their last baseline, and drawings stand out of their box


@dataclass(slots=True)
class State:
    """Where everything on one card has come to stand, by node; `gaps` is the room over what fell away, in mm."""

    tops: list[float]
    bottoms: list[float]
    here: list[bool]
    texts: list[str]
    placed: list[Sequence[Placed]]
    gaps: list[float]
    notes: list[Note] = field(default_factory=list)
    tight: bool = False
    lost: str = ""

    def copy(self) -> State:
        """A card to go on with."""
        return State([*self.tops], [*self.bottoms], [*self.here], [*self.texts], [*self.placed], [*self.gaps])


def empty_state(count: int) -> State:
    """A card of so many nodes with nothing on it yet."""
    return State([0.0] * count, [0.0] * count, [False] * count, [""] * count, [()] * count, [0.0] * count)


def base_of(node: Node, state: State) -> float:
    """The height at which a node is held: its bottom if it rises, above all it must stay clear of; else its top."""
    base, ref = node.at, node.ref
    if ref >= 0:
        if not node.rising:
            return state.bottoms[ref] + max(node.at, state.gaps[ref]) if state.here[ref] else state.tops[ref]
        base = state.tops[ref] - node.at if state.here[ref] else state.bottoms[ref]
    if node.rising and node.until:
        clear = [state.tops[other] - node.clear for other in node.until if state.here[other]]
        base = min([base, *clear])
    return base


def bound_of(node: Node, state: State) -> float:
    """How far down a text or a list may reach."""
    bound = min(node.floor, base_of(node, state) + node.height) if node.height else node.floor
    for other in node.until:
        bound = min(bound, state.tops[other] - (node.clear if state.here[other] else 0.0))
    return bound


def within(node: Node, state: State) -> bool:
    """Whether a text ends above what it must stay clear of, or in the height of its box."""
    if not isinstance(node.item, _TEXTS) or not state.placed[node.index]:
        return True
    if node.height and not isinstance(node.item, LinesItem):
        return all(note.item != node.item.id or note.trouble is not Trouble.OVERFLOW for note in state.notes)
    return node.rising or state.bottoms[node.index] <= bound_of(node, state) + 0.01


def area_of(node: Node, nodes: Sequence[Node], state: State) -> Area:
    """How far a node may reach on any card, as far as the state of the constant part tells."""
    if node.turn or isinstance(node.item, LinesItem):
        return ALL
    right = node.x + node.width
    if state.here[node.index]:
        over = _DEEP if isinstance(node.item, TextItem | OrnamentItem) else 0.0
        return node.x - over, state.tops[node.index] - over, right + over, state.bottoms[node.index] + over
    if node.rising:
        return node.x, ALL[1], right, ALL[3] if node.ref >= 0 else node.at + _DEEP
    top, held = 0.0, node
    while held.ref >= 0 and not state.here[held.ref] and not nodes[held.ref].rising:
        held = nodes[held.ref]
    if held.ref < 0:
        top = held.at
    elif state.here[held.ref]:
        top = state.bottoms[held.ref]
    if not isinstance(node.item, TextItem):
        return node.x, top, right, ALL[3]
    bounds = [state.tops[other] for other in node.until if state.here[other]]
    return node.x, top, right, min(bounds, default=ALL[3])
