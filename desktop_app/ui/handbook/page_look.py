"""How a page of the handbook is dressed: headings, lines, lists, tables and keys in the house's letters and colours."""

from __future__ import annotations

from PySide6.QtGui import (
    QColor,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
    QTextTableFormat,
)

from desktop_app.ui.theme.faces import face, scaled
from desktop_app.ui.theme.tokens import SPACE_1, SPACE_2, SPACE_3, SPACE_6, Colours, Size, Weight

_LINE = 145  # per cent of the letters' height
_HEADING = {1: Size.TITLE, 2: Size.LARGE}


def dress_page(document: QTextDocument, colours: Colours) -> None:
    """Dress everything that stands in a document made from Markdown."""
    document.setDefaultFont(face(Size.LARGE))
    while not (bar := document.find("\\|")).isNull():  # in a table's code Qt leaves the mark before the bar
        bar.insertText("|")
    document.setIndentWidth(scaled(SPACE_6 - 2))
    root = document.rootFrame().frameFormat()
    root.setTopMargin(scaled(SPACE_6))
    root.setBottomMargin(scaled(SPACE_6))
    document.rootFrame().setFrameFormat(root)
    block = document.begin()
    while block.isValid():
        _dress_block(block, colours)
        block = block.next()
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            _dress_table(frame, colours)


def _dress_block(block: QTextBlock, colours: Colours) -> None:
    shape, level = block.blockFormat(), block.blockFormat().headingLevel()
    in_table = QTextCursor(block).currentTable() is not None
    code = shape.hasProperty(QTextFormat.Property.BlockCodeFence)
    close = code or block.textList() is not None
    below = 0 if in_table else SPACE_1 if close else SPACE_3
    shape.setNonBreakableLines(False)  # code too wraps: nothing is out of sight
    shape.setTopMargin(scaled(SPACE_6 if level == 2 else 0))
    shape.setBottomMargin(scaled(SPACE_2 if level else below))
    if "\ufffc" not in block.text():  # a picture's line is as high as the picture
        shape.setLineHeight(120 if level else _LINE, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    cursor = QTextCursor(block)
    cursor.setBlockFormat(shape)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    if level:
        cursor.setCharFormat(_letters(colours, size=_HEADING.get(level, Size.LARGE), weight=Weight.BOLD))
        return
    spans = [fragment.fragment() for fragment in block]  # type: ignore[attr-defined]
    for span in spans:
        _dress_span(block, span.position(), span.length(), colours=colours)


def _dress_span(block: QTextBlock, at: int, length: int, *, colours: Colours) -> None:
    cursor = QTextCursor(block)
    cursor.setPosition(at)
    cursor.setPosition(at + length, QTextCursor.MoveMode.KeepAnchor)
    now = cursor.charFormat()
    if now.isImageFormat():
        return
    if now.fontFixedPitch():
        now.setBackground(QColor(colours.ground))
        now.clearProperty(QTextCharFormat.Property.FontPointSize)
        now.clearProperty(QTextCharFormat.Property.FontSizeAdjustment)
        now.setProperty(QTextCharFormat.Property.FontPixelSize, scaled(Size.BODY))
        cursor.setCharFormat(now)
    elif now.fontWeight() > Weight.REGULAR:
        bold = _letters(colours, size=Size.LARGE, weight=Weight.BOLD)
        bold.setAnchor(now.isAnchor())
        bold.setAnchorHref(now.anchorHref())
        cursor.setCharFormat(bold)
    elif now.isAnchor():
        now.setForeground(QColor(colours.accent))
        cursor.setCharFormat(now)


def _letters(colours: Colours, *, size: Size, weight: Weight) -> QTextCharFormat:
    letters = QTextCharFormat()
    letters.setFont(face(size, weight))
    letters.setForeground(QColor(colours.text))
    return letters


def _dress_table(table: QTextTable, colours: Colours) -> None:
    shape: QTextTableFormat = table.format()
    shape.setBorder(0)
    shape.setCellSpacing(0)
    shape.setCellPadding(scaled(SPACE_2 - 2))
    shape.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    shape.setBottomMargin(scaled(SPACE_3))
    table.setFormat(shape)
    if not any(table.cellAt(0, column).firstCursorPosition().block().text() for column in range(table.columns())):
        table.removeRows(0, 1)  # Markdown wants a head even where there is nothing to say
    for row in range(table.rows()):
        for column in range(table.columns()):
            cell = table.cellAt(row, column)
            look = cell.format().toTableCellFormat()
            look.setBottomBorder(1)
            look.setBottomBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
            look.setBottomBorderBrush(QColor(colours.line))
            cell.setFormat(look)
