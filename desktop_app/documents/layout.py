"""Lays cards out: what all have alike once, the rest for each record; texts that do not fit shrink together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.documents.model import ArticleText, Content, Laid, Placed
from desktop_app.documents.plan import Ground, Node, nodes_of, order_of
from desktop_app.documents.rows import blocks_of, height_of, set_row
from desktop_app.documents.setting import STEPS, block_of, lost_letters, set_text
from desktop_app.documents.shapes import Made, draw
from desktop_app.documents.wording import FACT_BITS, SAME_FACTS, SAME_FIELDS, Check
from desktop_app.domain.cards import Fact, Field, LinesItem, QrItem, Template, TextItem
from desktop_app.domain.greetings import go_on

_REMEMBERED = 64  # settings kept for each node: a letter's few wordings, not every name
_PAGE_FACTS = FACT_BITS[Fact.FIRST_PAGE] | FACT_BITS[Fact.LAST_PAGE]


@dataclass(slots=True)
class _State:
    """Where everything on one card has come to stand, by node."""

    tops: list[float]
    bottoms: list[float]
    here: list[bool]
    texts: list[str]
    placed: list[Sequence[Placed]]
    tight: bool = False
    lost: str = ""

    def copy(self) -> _State:
        """A card to go on with."""
        return _State([*self.tops], [*self.bottoms], [*self.here], [*self.texts], [*self.placed])


class Layout:
    """A design for one size and language, its constant part laid; `static` is that part, `pages` lays the rest."""

    def __init__(self, template: Template, ground: Ground, *, same: Content, logo: float = 0.0) -> None:
        """`same` holds what every card says; `logo` is the width of the shop's logo over its height, 0: none."""
        self._ground = ground
        self._logo = logo
        self._limit = ground.size[1] - template.margin[ground.form]
        self._nodes = nodes_of(template, ground)
        count = len(self._nodes)
        self._start = _State([0.0] * count, [0.0] * count, [False] * count, [""] * count, [()] * count)
        self._order: list[Node] = []
        fixed: set[int] = set()
        for index in order_of(self._nodes):
            node = self._nodes[index]
            node.wordings = tuple(wording for wording in node.wordings if not _never(wording.check, same))
            if _is_fixed(node, same, fixed):
                fixed.add(index)
                self._place(node, self._start, same, ())
            else:
                self._order.append(node)
        self.lost = self._start.lost  # letters of the constant part that cannot be set
        self.fits = all(self._within(node, self._start) for node in self._nodes if node.index in fixed)
        self.static = [shape for index in range(count) for shape in self._start.placed[index]]
        self._varying = sorted(node.index for node in self._order)
        self.asked = _asked(self._order)
        self._listing = next((node for node in self._order if isinstance(node.item, LinesItem)), None)

    def pages(self, content: Content) -> list[Laid] | None:
        """The record's cards, more than one where its articles need them; None when a text does not fit."""
        if self._listing is None:
            content.facts |= _PAGE_FACTS
            state = self._lay(content, ())
            return None if state is None else [self._laid(state)]
        pages = self._paged(content, 1)
        if pages is not None and len(pages) > 1:
            pages = self._paged(content, len(pages))
        return pages

    def _paged(self, content: Content, total: int) -> list[Laid] | None:
        pages: list[Laid] = []
        rest: tuple[ArticleText, ...] = content.articles
        while True:
            content.values[Field.PAGE.value] = str(len(pages) + 1)
            content.values[Field.PAGES.value] = str(max(total, len(pages) + 1))
            facts = content.facts & ~_PAGE_FACTS | (0 if pages else FACT_BITS[Fact.FIRST_PAGE])
            content.facts = facts | FACT_BITS[Fact.LAST_PAGE]
            state = self._lay(content, rest)
            if state is not None:
                pages.append(self._laid(state))
                return pages
            content.facts = facts
            used = self._most(content, rest)
            if used == 0:
                return None
            state = self._at(content, rest[:used], 0)
            if state is None:
                return None
            pages.append(self._laid(state))
            rest = rest[used:]

    def _most(self, content: Content, articles: tuple[ArticleText, ...]) -> int:
        """How many articles fit, unshrunk, on a card that is not the last; at least one is left for the next."""
        if self._listing is None or len(articles) < 2:
            return 0
        state = self._start.copy()
        for node in self._order:
            self._place(node, state, content, ())
        node, item = self._listing, self._listing.item
        assert isinstance(item, LinesItem)
        room = self._bound(node, state) - self._base(node, state)
        used = 0
        for article in articles[:-1]:
            row = set_row(article, node, 0)
            if row.height > room:
                break
            room -= row.height + item.row_gap
            used += 1
        return used

    def _lay(self, content: Content, articles: tuple[ArticleText, ...]) -> _State | None:
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

    def _at(self, content: Content, articles: tuple[ArticleText, ...], step: int) -> _State | None:
        """The card with its falling texts `step` sizes down; None when they do not fit."""
        state = self._start.copy()
        for node in self._order:
            self._place(node, state, content, articles, step=step)
            if not self._within(node, state):
                return None
        return state

    def _laid(self, state: _State) -> Laid:
        return Laid([shape for index in self._varying for shape in state.placed[index]], state.tight, state.lost)

    def _within(self, node: Node, state: _State) -> bool:
        """Whether a text ends above what it must stay clear of."""
        if node.rising or not isinstance(node.item, TextItem | LinesItem) or not state.placed[node.index]:
            return True
        return state.bottoms[node.index] <= self._bound(node, state) + 0.01

    def _bound(self, node: Node, state: _State) -> float:
        item = node.item
        assert isinstance(item, TextItem | LinesItem)
        bound = self._limit
        for other in node.until:
            bound = min(bound, state.tops[other] - (item.clear if state.here[other] else 0.0))
        return bound

    def _base(self, node: Node, state: _State) -> float:
        """The height at which a node is held: its bottom if it rises, else its top."""
        ref = node.ref
        if ref < 0:
            return node.at
        if node.rising:
            return state.tops[ref] - node.at if state.here[ref] else state.bottoms[ref]
        return state.bottoms[ref] + node.at if state.here[ref] else state.tops[ref]

    def _place(
        self, node: Node, state: _State, content: Content, articles: tuple[ArticleText, ...], *, step: int = 0
    ) -> None:
        """Puts one node on the card, or lets it fall away: what hangs on it then hangs on what that hung on."""
        index, base = node.index, self._base(node, state)
        made = None
        if node.check.holds(content.facts):
            if isinstance(node.item, TextItem):
                made = self._text(node, state, content, base=base, step=step)
            elif isinstance(node.item, LinesItem):
                made = _list(node, state, articles, base=base, step=step) if articles else None
            else:
                made = draw(node, base, content=content, logo=self._logo)
        if made is not None:
            state.tops[index], state.bottoms[index], state.placed[index] = made
            state.here[index] = True
        elif node.ref >= 0:
            state.tops[index], state.bottoms[index] = state.tops[node.ref], state.bottoms[node.ref]
            state.here[index] = state.here[node.ref]
        else:
            state.tops[index] = state.bottoms[index] = base

    def _text(self, node: Node, state: _State, content: Content, *, base: float, step: int) -> Made | None:
        text = _worded(node, content)
        if not text:
            return None
        if node.after >= 0:
            text = go_on(text, state.texts[node.after], self._ground.language)
        state.texts[node.index] = text
        style = node.styles[0]
        setting = node.memo.get(text) if step == 0 else None
        if setting is None:
            setting = set_text(text, style, node.width, 0 if node.rising else step)
            if step == 0 and len(node.memo) < _REMEMBERED:
                node.memo[text] = setting
        state.tight = state.tight or setting.tight
        state.lost += lost_letters(text, style)
        top = base - setting.height if node.rising else base
        return Made(top, top + setting.height, (block_of(setting, style, node.x, top + setting.rise),))


def _worded(node: Node, content: Content) -> str:
    """The first wording that suits the record and has all its fields."""
    for wording in node.wordings:
        if wording.check.holds(content.facts):
            text = wording.fill(content.values)
            if text:
                return text
    return ""


def _list(node: Node, state: _State, articles: tuple[ArticleText, ...], *, base: float, step: int) -> Made:
    rows = [set_row(article, node, step) for article in articles]
    state.tight = state.tight or any(part[3].tight for row in rows for part in row.parts)
    for article in articles:
        for text, style in zip((article.quantity, article.name, article.sku), node.styles, strict=True):
            state.lost += lost_letters(text, style)
    assert isinstance(node.item, LinesItem)
    height = height_of(rows, node.item.row_gap)
    top = base - height if node.rising else base
    return Made(top, top + height, tuple(blocks_of(rows, node, top)))


def _is_fixed(node: Node, same: Content, fixed: set[int]) -> bool:
    """Whether a node is the same on every card of the run."""
    if any(other >= 0 and other not in fixed for other in (node.ref, node.after, *node.until)):
        return False
    if _never(node.check, same):
        return True
    if node.check.mask & ~SAME_FACTS or isinstance(node.item, LinesItem | QrItem):
        return False
    return _is_worded(node, same)


def _is_worded(node: Node, same: Content) -> bool:
    """Whether the wording to print is known before any record is."""
    for wording in node.wordings:
        if wording.check.mask & ~SAME_FACTS or not SAME_FIELDS.issuperset(wording.fields):
            return False
        if wording.fill(same.values):
            return True
    return True


def _asked(nodes: Sequence[Node]) -> frozenset[str]:
    """The fields and facts by which nodes tell one record from another."""
    fields = {field for node in nodes for wording in node.wordings for field in wording.fields}
    mask = 0
    for node in nodes:
        for check in (node.check, *(wording.check for wording in node.wordings)):
            mask |= check.mask
    return frozenset(fields | {fact.value for fact, bit in FACT_BITS.items() if mask & bit})


def _never(check: Check, same: Content) -> bool:
    """Whether the facts of the run rule a condition out for every card."""
    return bool((check.want ^ same.facts) & check.mask & SAME_FACTS)
