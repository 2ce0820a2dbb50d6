"""The text of one item on one card: which wording, how large in a box of its own height; layout places it."""

from __future__ import annotations

from desktop_app.documents.model import Content, Note, Trouble
from desktop_app.documents.plan import Node
from desktop_app.documents.setting import STEPS, Setting, set_text


def worded(node: Node, content: Content) -> str:
    """The first wording that suits the record and has all its fields."""
    for wording in node.wordings:
        if wording.check.holds(content.facts):
            text = wording.fill(content.values)
            if text:
                return text
    return ""


def held_text(text: str, node: Node) -> Setting:
    """A text as large as its box's height lets it be, at its least size where even that is too large."""
    step, style = 0, node.styles[0]
    setting = set_text(text, style, node.width)
    while setting.height > node.height + 0.01 and step < STEPS and setting.size > style.min_size:
        step += 1
        setting = set_text(text, style, node.width, step)
    return setting


def overflow_of(node: Node) -> Note:
    """That an item is too long for its place."""
    return Note(node.item.id, Trouble.OVERFLOW, node.key)
