"""A table's headings, found whatever their case and blanks; those that stand twice are told apart by column."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

_BETWEEN = str.maketrans({"_": " ", "-": " ", "\u00a0": " ", "\ufeff": ""})
_NUMERIC = re.compile(r"[\d\s.,:/+-]+")


class Headings:
    """The headings of one table in their sequence."""

    def __init__(self, names: Iterable[str]) -> None:
        self.names = tuple(_clean(name) for name in names)
        self._folded = [folded(name) for name in self.names]
        self._count = Counter(self._folded)

    def __len__(self) -> int:
        return len(self.names)

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and _asked(name) in self._count

    def at(self, name: str) -> int:
        """The first column of that heading, -1 without one."""
        try:
            return self._folded.index(_asked(name))
        except ValueError:
            return -1

    def all_at(self, name: str) -> list[int]:
        """Every column of that heading."""
        wanted = _asked(name)
        return [index for index, name in enumerate(self._folded) if name == wanted]

    def stands_twice(self, index: int) -> bool:
        """Whether another column has the same heading."""
        return self._count[self._folded[index]] > 1

    def labels(self) -> tuple[str, ...]:
        """Each column's own label: the heading, with the column's letters where it stands twice or is blank."""
        return tuple(
            f"{name} ({letters(index)})".strip() if not name or self.stands_twice(index) else name
            for index, name in enumerate(self.names)
        )

    def at_label(self, label: str) -> int:
        """The column that `labels` calls so, else the first of that heading, -1 without one."""
        labels = [folded(text) for text in self.labels()]
        wanted = folded(label)
        return labels.index(wanted) if wanted in labels else self.at(label)


def folded(name: str) -> str:
    """A heading as it is compared: lower case, one blank between words, for _ and - too, without a closing * or :."""
    return " ".join(name.translate(_BETWEEN).casefold().split()).rstrip(" *:")


@lru_cache(4_096)
def _asked(name: str) -> str:
    """The same of the names readers ask for: each reader's marks, of every row that may hold headings."""
    return folded(name)


def letters(index: int) -> str:
    """A column's letters as spreadsheets name it: 0 is A, 26 is AA."""
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(65 + rest) + name
    return name


def looks_like_headings(cells: list[str]) -> bool:
    """Whether a row may hold headings: at least one word, and no more numbers than words."""
    filled = [cell for cell in cells if cell.strip()]
    numbers = sum(bool(_NUMERIC.fullmatch(cell.strip())) for cell in filled)
    return bool(filled) and numbers * 2 <= len(filled) and (len(filled) > 1 or len(cells) == 1)


def _clean(name: str) -> str:
    return " ".join(name.replace("\ufeff", "").replace("\u00a0", " ").split())
