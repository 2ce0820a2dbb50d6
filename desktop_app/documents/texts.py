"""Texts on one card: which wording, how large, in a box of its own height or as it comes; layout says where."""

from __future__ import annotations

from desktop_app.documents.model import ArticleText, Content, Note, Trouble
from desktop_app.documents.plan import Node
from desktop_app.documents.rows import blocks_of, height_of, set_row
from desktop_app.documents.setting import STEPS, Setting, block_of, lost_letters, set_text
from desktop_app.documents.shapes import Made
from desktop_app.documents.standing import State

_REMEMBERED = 64  # settings kept for each node: a letter's few wordings, not every name


def worded(node: Node, content: Content) -> str:
    """The first wording that suits the record and has all its fields."""
    for wording in node.wordings:
        if wording.check.holds(content.facts):
            text = wording.fill(content.values)
            if text:
                return text
    return ""


def set_item(node: Node, state: State, text: str, *, base: float, step: int = 0) -> Made:
    """A text in its node's width, and in its height where it has one; what is wrong with it is noted in the state."""
    style = node.styles[0]
    step = 0 if node.rising or node.height else step
    setting = node.memo.get(text) if step == 0 else None
    if setting is None:
        setting = _held(text, node) if node.height else set_text(text, style, node.width, step)
        if step == 0 and len(node.memo) < _REMEMBERED:
            node.memo[text] = setting
    if setting.tight:
        state.tight = True
        state.notes.append(Note(node.item.id, Trouble.TIGHT, node.key))
    lost = lost_letters(text, style)
    if lost:
        state.lost += lost
        state.notes.append(Note(node.item.id, Trouble.LOST, node.key, lost))
    height = node.height or setting.height
    top = base - height if node.rising else base
    first = base - setting.height if node.rising else base
    note = overflow_of(node) if setting.height > height + 0.01 else None
    return Made(top, top + height, (block_of(setting, style, node.x, first + setting.rise),), note)


def list_articles(
    node: Node, state: State, articles: tuple[ArticleText, ...], *, base: float, step: int
) -> Made:
    """The articles one under the other; what is wrong with them is noted in the state."""
    rows = [set_row(article, node, step) for article in articles]
    if any(part[3].tight for row in rows for part in row.parts):
        state.tight = True
        state.notes.append(Note(node.item.id, Trouble.TIGHT))
    for article in articles:
        for text, style in zip((article.quantity, article.name, article.sku), node.styles, strict=True):
            lost = lost_letters(text, style)
            if lost:
                state.lost += lost
                state.notes.append(Note(node.item.id, Trouble.LOST, letters=lost))
    height = height_of(rows, node.row_gap)
    top = base - height if node.rising else base
    return Made(top, top + height, tuple(blocks_of(rows, node, top)))


def overflow_of(node: Node) -> Note:
    """That an item is too long for its place."""
    return Note(node.item.id, Trouble.OVERFLOW, node.key)


def _held(text: str, node: Node) -> Setting:
    """A text as large as its box's height lets it be, at its least size where even that is too large."""
    step, style = 0, node.styles[0]
    setting = set_text(text, style, node.width)
    while setting.height > node.height + 0.01 and step < STEPS and setting.size > style.min_size:
        step += 1
        setting = set_text(text, style, node.width, step)
    return setting
