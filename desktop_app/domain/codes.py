"""Codes that are read off paper and typed by hand: no sign looks like another, and a slip of one sign is noticed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

# No 0 O 1 I L, and no letter or digit that a Russian one looks like (A B C E H K M O P T X Y, 3 as З). Nineteen signs,
# a prime number: then the check sign finds every wrong sign and every two that changed places (ISO/IEC 7064, pure).
SIGNS = "2456789DFGJNQRSUVWZ"
_DRAWN = 7  # of 8 signs: 19⁷ are 893 million codes
_PART = 4  # signs between two hyphens


def new_code(choose: Callable[[Sequence[str]], str]) -> str:
    """A new code such as “DF72-9QRW”; `choose` draws one sign of many, as secrets.choice does."""
    drawn = "".join(choose(SIGNS) for _ in range(_DRAWN))
    return written(drawn + check_sign(drawn))


def check_sign(signs: str) -> str:
    """The sign after these: that which makes the sum of all, each times its place, divide by nineteen."""
    weights = range(2, len(signs) + 2)
    total = sum(weight * SIGNS.index(sign) for weight, sign in zip(weights, reversed(signs), strict=True))
    return SIGNS[-total % len(SIGNS)]


def written(key: str) -> str:
    """A code as it stands on paper, in parts that the eye can hold."""
    return "-".join(key[start : start + _PART] for start in range(0, len(key), _PART))


def code_key(text: str) -> str:
    """A code as it is compared: what people put between its signs left out, small letters as capitals."""
    return "".join(sign for sign in text.upper() if sign.isalnum())


def is_code(text: str) -> bool:
    """Whether a text is a code of ours: its signs, their number and the check sign are right."""
    key = code_key(text)
    if len(key) != _DRAWN + 1 or any(sign not in SIGNS for sign in key):
        return False
    return check_sign(key[:-1]) == key[-1]
