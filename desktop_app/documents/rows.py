"""The articles of an insert as rows: quantity at the left, the name beside it, its number under the name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from desktop_app.documents.model import MM, ArticleText, TextBlock
from desktop_app.documents.plan import Node
from desktop_app.documents.setting import Setting, block_of, set_text


class Row(NamedTuple):
    """One article set: its height from the top of its capitals to its last baseline, and the lines in it."""

    height: float
    parts: Sequence[tuple[float, float, int, Setting]]  # mm right, mm down to the baseline, which style, the text


def set_row(article: ArticleText, node: Node, step: int) -> Row:
    """An article set in the node's width, `step` sizes below its styles'."""
    quantity, name, number = node.styles
    beside = node.width - node.column
    parts: list[tuple[float, float, int, Setting]] = []
    named = set_text(article.name, name, beside, step)
    parts.append((node.column, named.rise, 1, named))
    low = 0.0
    if article.quantity:
        counted = set_text(article.quantity, quantity, node.column - 1.0, step)
        parts.append((0.0, named.rise, 0, counted))
        low = named.rise - counted.rise + counted.height  # on a contact sheet a long name stands there
    height = named.height
    if article.sku:
        numbered = set_text(article.sku, number, beside, step)
        baseline = height + number.leading * numbered.size / MM
        parts.append((node.column, baseline, 2, numbered))
        height = baseline + numbered.height - numbered.rise
    return Row(max(height, low), parts)


def blocks_of(rows: Sequence[Row], node: Node, top: float) -> list[TextBlock]:
    """The rows one under the other, from `top` mm down."""
    blocks = []
    for row in rows:
        for right, down, which, setting in row.parts:
            style = node.styles[which]
            blocks.append(block_of(setting, style, node.x + right, top + down))
        top += row.height + node.row_gap
    return blocks


def height_of(rows: Sequence[Row], gap: float) -> float:
    """The height of rows with `gap` mm between them."""
    return sum(row.height for row in rows) + gap * max(len(rows) - 1, 0)
