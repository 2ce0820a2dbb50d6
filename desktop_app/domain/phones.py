"""Telephone numbers: the national digits by which they are compared and found, however they were typed."""

from __future__ import annotations

import re

from desktop_app.domain.text import digits_of

# ITU-T E.164: calling codes of one and two digits; every other code has three.
_ONE = frozenset("17")
_TWO = frozenset(
    "20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 65 66 81 82 84 86 "
    "90 91 92 93 94 95 98".split()
)
_CODES = {
    item[:2]: item[2:]
    for item in (
        "LV371 LT370 EE372 RU7 KZ7 BY375 UA380 PL48 DE49 AT43 CH41 GB44 IE353 FR33 BE32 NL31 LU352 ES34 PT351 "
        "IT39 DK45 SE46 NO47 FI358 IS354 CZ420 SK421 HU36 SI386 HR385 RO40 BG359 GR30 CY357 MT356 IL972 TR90 GE995 "
        "AM374 MD373 US1 CA1"
    ).split()
}
_ZERO_STAYS = frozenset(("IT", "SM", "VA", "CI", "GA", "CG", "BJ"))  # a leading 0 belongs to the number itself
_ZERO_CODES = frozenset(("39", "378", "225", "229", "241", "242"))
_TRUNK = {  # what is dialled before a national number where it is not 0, and how long the two are together
    **dict.fromkeys(("RU", "KZ"), ("8", 11)),
    **dict.fromkeys(("US", "CA"), ("1", 11)),
    "BY": ("80", 11),
    "LT": ("8", 9),
    "TM": ("8", 9),
    "HU": ("06", 11),
}
_SHORT = frozenset(code for code in _CODES if code in ("DK", "NO") or len(_CODES[code]) == 3)
_EXTENSION = re.compile(r"(?:\s*(?:ext\.?|x|доб\.?|#|;)\s*\d*)+$", re.IGNORECASE)
_BARE = re.compile(r"[+0-9 \-]*").fullmatch
LONGEST = 15  # digits, E.164


def phone_key(typed: str, country: str) -> str:
    """The national digits of a number as typed in `country` (ISO 3166 alpha-2): no country code, no 0 or 8."""
    text = typed.strip()
    if not _BARE(text):  # as a rule nothing follows a number, and files bring many
        text = _EXTENSION.sub("", text).replace("(0)", "")
    digits = digits_of(text)
    if text.startswith("+"):
        return _without_code(digits)[:LONGEST]
    if digits.startswith("00") and len(digits) > 8:
        return _without_code(digits[2:])[:LONGEST]
    code = _CODES.get(country, "")
    longest_own = 9 if country in _SHORT else 10  # elsewhere ten digits may well be a whole national number
    if code and digits.startswith(code) and len(digits) > longest_own:
        return _without_code(digits)[:LONGEST]
    return _without_trunk(digits, country)[:LONGEST]


def phone_beginnings(typed: str) -> tuple[str, ...]:
    """What the kept digits may begin with for a number typed from its start, with or without its code."""
    digits = digits_of(typed)
    if typed.lstrip().startswith("+"):
        found = [_without_code(digits)]
    elif digits.startswith("00"):
        found = [_without_code(digits[2:])]
    else:
        found = [digits]
        if digits[:1] in ("0", "8", "1"):
            found.append(digits[1:])
        if len(digits) >= 5:
            found.append(_without_code(digits))
    return tuple(dict.fromkeys(text[:LONGEST] for text in found if text))


def is_phone_like(text: str) -> bool:
    """Whether a text can only be the beginning of a telephone number: digits and what stands between them."""
    return bool(digits_of(text)) and all(c.isdecimal() or c in "+ ()-./\u00a0\u2011\u2013" for c in text)


def _without_code(digits: str) -> str:
    size = 1 if digits[:1] in _ONE else 2 if digits[:2] in _TWO else 3
    rest = digits[size:]
    return rest if digits[:size] in _ZERO_CODES else rest.lstrip("0")


def _without_trunk(digits: str, country: str) -> str:
    prefix, length = _TRUNK.get(country, ("", 0))
    if prefix and digits.startswith(prefix) and len(digits) == length:
        return digits[len(prefix) :]
    return digits if country in _ZERO_STAYS else digits.lstrip("0")
