"""Codes of bars as the widths of bars and gaps in turn, in modules; shapes.py puts them on a card."""

from __future__ import annotations

_START_B, _START_C, _TO_B, _TO_C = 104, 105, 100, 99
# ISO/IEC 15417, table 1: six widths for each value from 0 to 105; the stop has seven.
_PATTERNS = (
    "212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 122132 122231 113222 "
    "123122 123221 223211 221132 221231 213212 223112 312131 311222 321122 321221 312212 322112 322211 212123 212321 "
    "232121 111323 131123 131321 112313 132113 132311 211313 231113 231311 112133 112331 132131 113123 113321 133121 "
    "313121 211331 231131 213113 213311 213131 311123 311321 331121 312113 312311 332111 314111 221411 431111 111224 "
    "111422 121124 121421 141122 141221 112214 112412 122114 122411 142112 142211 241211 221114 413111 241112 134111 "
    "111242 121142 121241 114212 124112 124211 411212 421112 421211 212141 214121 412121 111143 111341 131141 114113 "
    "114311 411113 411311 113141 114131 311141 411131 211412 211214 211232"
).split()
_STOP = "2331112"
# ISO/IEC 15420: the four widths of a figure, and which of the six at the left are mirrored, by the first figure.
_FIGURES = "3211 2221 2122 1411 1132 1231 1114 1312 1213 3112".split()
_MIRRORED = "000000 001011 001101 001110 010011 011001 011100 010101 010110 011010".split()

QUIET_128 = (10, 10)  # modules that must stay free at the left and right
QUIET_EAN = (11, 7)


def code128(text: str) -> tuple[int, ...] | None:
    """The widths of a Code 128 with this text; None when it is empty, too long, or has letters the code has not."""
    if not text or len(text) > 80 or not all(" " <= letter <= "~" for letter in text):
        return None
    values = _values(text)
    check = (values[0] + sum(place * value for place, value in enumerate(values))) % 103
    return tuple(int(width) for value in (*values, check) for width in _PATTERNS[value]) + tuple(map(int, _STOP))


def ean13(text: str) -> tuple[int, ...] | None:
    """The widths of an EAN-13 with these 13 figures, or 12 and their check digit; None when they are not."""
    code = whole_ean(text)
    if not code:
        return None
    left = [
        _FIGURES[int(figure)][::-1] if mirrored == "1" else _FIGURES[int(figure)]
        for figure, mirrored in zip(code[1:7], _MIRRORED[int(code[0])], strict=True)
    ]
    right = [_FIGURES[int(figure)] for figure in code[7:]]
    return tuple(int(width) for width in "111" + "".join(left) + "11111" + "".join(right) + "111")


def whole_ean(text: str) -> str:
    """The 13 figures of an EAN-13, its check digit added where there are 12; empty when they make none."""
    code = text.replace(" ", "").replace("-", "")
    if len(code) not in (12, 13) or not (code.isascii() and code.isdigit()):
        return ""
    total = sum(int(figure) * (3 if place % 2 else 1) for place, figure in enumerate(code[:12]))
    whole = code[:12] + str(-total % 10)
    return whole if whole.startswith(code) else ""


def _values(text: str) -> list[int]:
    """The text as values of the code: figures two by two (set C) where four or more follow each other, else set B."""
    values: list[int] = []
    pairs = False
    place = 0
    while place < len(text):
        figures = _figures(text, place)
        if figures >= 4 or (figures == len(text) == 2):
            if not pairs:
                if figures % 2:  # the odd one goes before, in set B
                    values += [] if values else [_START_B]
                    values.append(ord(text[place]) - 32)
                    place, figures = place + 1, figures - 1
                values.append(_TO_C if values else _START_C)
                pairs = True
            while figures >= 2:
                values.append(int(text[place : place + 2]))
                place, figures = place + 2, figures - 2
            continue
        if not values or pairs:
            values.append(_TO_B if values else _START_B)
            pairs = False
        values.append(ord(text[place]) - 32)
        place += 1
    return values


def _figures(text: str, place: int) -> int:
    """How many figures follow each other from a place on."""
    end = place
    while end < len(text) and text[end].isdigit():
        end += 1
    return end - place
