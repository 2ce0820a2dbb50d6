"""Lays cards out: what all have alike once, the rest for each record; texts that do not fit shrink together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from desktop_app.documents.layers import layers_of
from desktop_app.documents.model import (
    SIGNATURE,
    ArticleText,
    Content,
    Extent,
    Laid,
    Note,
    Overlay,
    Placed,
    Trouble,
    Turned,
)
from desktop_app.documents.plan import Ground, Node, nodes_of, order_of
from desktop_app.documents.rows import set_row
from desktop_app.documents.sameness import asked_by, is_fixed, never
from desktop_app.documents.setting import STEPS
from desktop_app.documents.shapes import Made, draw, draw_code
from desktop_app.documents.standing import State, area_of, base_of, bound_of, empty_state, within
from desktop_app.documents.texts import list_articles, overflow_of, set_item, worded
from desktop_app.documents.wording import FACT_BITS
from desktop_app.domain.cards import (
    BarcodeItem,
    Fact,
    Field,
    Item,
    LinesItem,
    Side,
    SignatureItem,
    Template,
    TextItem,
)
from desktop_app.domain.greetings import go_on

_PAGE_FACTS = FACT_BITS[Fact.FIRST_PAGE] | FACT_BITS[Fact.LAST_PAGE]


class Seen(NamedTuple):
    """An item as it stands on one card: its box in mm before it is turned, and what is drawn there, if anything."""

    item: Item
    x: float
    top: float
    width: float
    height: float
    shapes: Sequence[Placed]


class Layout:
    """One side of a design for one size and language, its constant part laid; `pages` lays the rest of each record.

    `static` is that part, to be drawn first; `overlays` are those of its layers that must lie over some of the rest.
    """

    def __init__(
        self, template: Template, ground: Ground, *, same: Content, extent: Extent | None = None,
        side: Side = Side.FRONT,
    ) -> None:  # fmt: skip
        """`same` is what all cards say, `extent` knows the pictures."""
        self._ground = ground
        self._extent = extent or _no_picture
        self._nodes = nodes_of(template, ground, side)
        self._start = empty_state(len(self._nodes))
        self._order: list[Node] = []
        fixed: set[int] = set()
        for index in order_of(self._nodes):
            node = self._nodes[index]
            node.wordings = tuple(wording for wording in node.wordings if not never(wording.check, same))
            if is_fixed(node, same, fixed):
                fixed.add(index)
                self._place(node, self._start, same, ())
            else:
                self._order.append(node)
        over = [node for node in self._nodes if node.index in fixed and not within(node, self._start)]
        self.lost = self._start.lost  # letters of the constant part that cannot be set
        self.fits = not over
        self.notes = tuple(dict.fromkeys([*self._start.notes, *map(overflow_of, over)]))
        drawn = [node for node in self._nodes if node.index not in fixed or self._start.placed[node.index]]
        base, *others = layers_of(drawn, fixed, lambda node: area_of(node, self._nodes, self._start))
        self.static = self._shapes(base)
        self.overlays = [self._shapes(layer) for layer in others]
        self._whole = [*self._start.placed]  # before layers stand for what is in them
        for number, layer in enumerate(others):
            for index in layer:
                self._start.placed[index] = ()
            self._start.placed[layer[0]] = (Overlay(number),)
        self._varying = sorted([*(node.index for node in self._order), *(layer[0] for layer in others)])
        self.asked = asked_by(self._order)
        self._listing = next((node for node in self._order if isinstance(node.item, LinesItem)), None)

    def seen(self, content: Content) -> tuple[list[Seen], tuple[Note, ...], int]:
        """How the record's first card looks, item by item in drawing order, what is wrong, and the number of cards.

        What does not fit is shown all the same, as small as it may be.
        """
        states = self._states(content)
        state = states[0] if states else self._crammed(content)
        seen = [
            Seen(node.item, node.x, top, node.width, bottom - top, self._whole[node.index] or shapes)
            for node, top, bottom, shapes in zip(self._nodes, state.tops, state.bottoms, state.placed, strict=True)
        ]
        return seen, (*self.notes, *state.notes), len(states or [state])

    def too_long(self, content: Content) -> tuple[Note, ...]:
        """What does not fit, of a record that `pages` had no cards for."""
        return tuple(note for note in self._crammed(content).notes if note.trouble is Trouble.OVERFLOW)

    def texts(self, content: Content) -> dict[str, str]:
        """What the record's first card says, by the key of each text."""
        states = self._states(content)
        state = states[0] if states else self._crammed(content)
        keys = [(node.key, state.texts[node.index]) for node in self._nodes]
        return {key: text for key, text in keys if key and text}

    def pages(self, content: Content) -> list[Laid] | None:
        """The record's cards, more than one where its articles need them; None when a text does not fit."""
        states = self._states(content)
        return None if states is None else [self._laid(state) for state in states]

    def _states(self, content: Content) -> list[State] | None:
        if self._listing is None:
            content.facts |= _PAGE_FACTS
            state = self._lay(content, ())
            return None if state is None else [state]
        pages = self._paged(content, 1)
        if pages is not None and len(pages) > 1:
            pages = self._paged(content, len(pages))
        return pages

    def _paged(self, content: Content, total: int) -> list[State] | None:
        pages: list[State] = []
        rest: tuple[ArticleText, ...] = content.articles
        while True:
            content.values[Field.PAGE.value] = str(len(pages) + 1)
            content.values[Field.PAGES.value] = str(max(total, len(pages) + 1))
            facts = content.facts & ~_PAGE_FACTS | (0 if pages else FACT_BITS[Fact.FIRST_PAGE])
            content.facts = facts | FACT_BITS[Fact.LAST_PAGE]
            state = self._lay(content, rest)
            if state is not None:
                pages.append(state)
                return pages
            content.facts = facts
            used = self._most(content, rest)
            if used == 0:
                return None
            state = self._at(content, rest[:used], 0)
            if state is None:
                return None
            pages.append(state)
            rest = rest[used:]

    def _most(self, content: Content, articles: tuple[ArticleText, ...]) -> int:
        """How many articles fit, unshrunk, on a card that is not the last; at least one is left for the next."""
        if self._listing is None or len(articles) < 2:
            return 0
        state = self._start.copy()
        for node in self._order:
            self._place(node, state, content, ())
        node = self._listing
        room = bound_of(node, state) - base_of(node, state)
        used = 0
        for article in articles[:-1]:
            row = set_row(article, node, 0)
            if row.height > room:
                break
            room -= row.height + node.row_gap
            used += 1
        return used

    def _lay(self, content: Content, articles: tuple[ArticleText, ...]) -> State | None:
        """The card with its falling texts as large as they fit; None when they do not even at their least."""
        state = self._at(content, articles, 0)
        if state is not None:
            return state
        fitting = self._at(content, articles, STEPS)
        below, above = 0, STEPS  # what is too large, what fits
        while fitting is not None and above - below > 1:
            middle = (below + above) // 2
            state = self._at(content, articles, middle)
            if state is None:
                below = middle
            else:
                fitting, above = state, middle
        return fitting

    def _at(self, content: Content, articles: tuple[ArticleText, ...], step: int) -> State | None:
        """The card with its falling texts `step` sizes down; None when they do not fit."""
        state = self._start.copy()
        for node in self._order:
            self._place(node, state, content, articles, step=step)
            if not within(node, state):
                return None
        return state

    def _crammed(self, content: Content) -> State:
        """The card with its falling texts as small as they may be, told of those that do not fit even so."""
        content.facts |= _PAGE_FACTS
        state = self._start.copy()
        for node in self._order:
            self._place(node, state, content, content.articles, step=STEPS)
        over = [overflow_of(node) for node in self._order if not within(node, state)]
        state.notes = list(dict.fromkeys([*state.notes, *over]))
        return state

    def _laid(self, state: State) -> Laid:
        placed = [shape for index in self._varying for shape in state.placed[index]]
        return Laid(placed, state.tight, state.lost, state.notes)

    def _shapes(self, layer: Sequence[int]) -> list[Placed]:
        return [shape for index in layer for shape in self._start.placed[index]]

    def _place(
        self, node: Node, state: State, content: Content, articles: tuple[ArticleText, ...], *, step: int = 0
    ) -> None:
        """Puts one node on the card, or lets it fall away: what hung on it hangs, no nearer, on what it hung on."""
        index, base = node.index, base_of(node, state)
        made = None
        if node.check.holds(content.facts):
            if isinstance(node.item, TextItem):
                made = self._text(node, state, content, base=base, step=step)
            elif isinstance(node.item, LinesItem):
                made = list_articles(node, state, articles, base=base, step=step) if articles else None
            else:
                made = self._drawn(node, state, content, base)
        if made is not None:
            state.tops[index], state.bottoms[index], shapes, note = made
            if note is not None:
                state.notes.append(note)
                state.tight = state.tight or note.trouble is Trouble.TIGHT
            if node.turn and shapes:
                middle = (made.top + made.bottom) / 2
                shapes = (Turned(node.x + node.width / 2, middle, node.turn, shapes),)
            state.placed[index] = shapes
            state.here[index] = True
            state.gaps[index] = 0.0
        elif node.ref >= 0:
            state.tops[index], state.bottoms[index] = state.tops[node.ref], state.bottoms[node.ref]
            state.here[index] = state.here[node.ref]
            state.gaps[index] = 0.0 if node.rising else max(node.at, state.gaps[node.ref])
        else:
            state.tops[index] = state.bottoms[index] = base

    def _drawn(self, node: Node, state: State, content: Content, base: float) -> Made | None:
        """What is no text of its own: drawings, pictures, codes, and a signature, set as a name without a picture."""
        if isinstance(node.item, BarcodeItem):
            state.texts[node.index] = worded(node, content)
            return draw_code(node, base, state.texts[node.index])
        if isinstance(node.item, SignatureItem) and self._extent(SIGNATURE) is None:
            name = content.values[Field.PACKER.value]
            return set_item(node, state, name, base=base) if name else None
        return draw(node, base, content=content, extent=self._extent)

    def _text(self, node: Node, state: State, content: Content, *, base: float, step: int) -> Made | None:
        text = worded(node, content)
        if not text:
            return None
        if node.after >= 0:
            text = go_on(text, state.texts[node.after], self._ground.language)
        state.texts[node.index] = text
        return set_item(node, state, text, base=base, step=step)


def _no_picture(_key: str) -> None:
    return None
