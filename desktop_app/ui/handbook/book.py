"""The handbook as a book: parts and chapters from its index pages, its pages, and where words stand in them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from desktop_app.domain.text import fold, words_of
from desktop_app.i18n import Language
from desktop_app.paths import handbook

PARTS = ("owner", "packer", "shell")  # the index pages, in the order of the contents
_LINK = re.compile(r"\[([^\]]+)\]\(([\w-]+)\.md\)")
_MARKS = re.compile(r"!\[[^\]]*\]\([^)]*\)|\]\([^)]*\)|[*`\[\]|]|^#+ |^[-\d]+\.? ", re.MULTILINE)
_AROUND = 90  # letters of a page shown around what was found


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page by its name (the file without .md) and its title."""

    name: str
    title: str


@dataclass(frozen=True, slots=True)
class Chapter:
    """Pages of a part under one heading."""

    title: str
    leaves: tuple[Leaf, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """What one reader needs: the owner, the packer, who writes scripts."""

    name: str
    title: str
    chapters: tuple[Chapter, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """A page with the words that were looked for, and a few words around the first of them."""

    leaf: Leaf
    around: str


class Book:
    """The handbook in one language; its files are read when first wanted."""

    def __init__(self, language: Language, folder: Path | None = None) -> None:
        self.folder = (folder or handbook()) / language.value

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """The contents."""
        return tuple(_part(name, self.text(name)) for name in PARTS)

    @property
    def leaves(self) -> tuple[Leaf, ...]:
        """Every page in the order of the contents."""
        return tuple(leaf for part in self.parts for chapter in part.chapters for leaf in chapter.leaves)

    def text(self, name: str) -> str:
        """A page as it is written (Markdown)."""
        return (self.folder / f"{name}.md").read_text(encoding="utf-8")

    def title(self, name: str) -> str:
        """The title of a page."""
        return self.text(name).partition("\n")[0].lstrip("# ")

    def find(self, looked_for: str) -> tuple[Hit, ...]:
        """The pages with words that begin as those looked for, those that have them in their titles first."""
        wanted = words_of(looked_for)
        if not wanted:
            return ()
        found = [(_rank(leaf, wanted), hit) for leaf in self.leaves if (hit := self._hit(leaf, wanted)) is not None]
        return tuple(hit for _, hit in sorted(found, key=lambda pair: pair[0]))

    def _hit(self, leaf: Leaf, wanted: list[str]) -> Hit | None:
        there, text = self._words[leaf.name]
        if not all(any(word.startswith(part) for word in there) for part in wanted):
            return None
        return Hit(leaf, _around(text, wanted[0]))

    @cached_property
    def _words(self) -> dict[str, tuple[frozenset[str], str]]:
        plain = {leaf.name: _MARKS.sub("", self.text(leaf.name)) for leaf in self.leaves}
        return {name: (frozenset(words_of(text)), text) for name, text in plain.items()}


def _part(name: str, text: str) -> Part:
    head, *rest = text.split("\n## ")
    chapters = tuple(
        Chapter(piece.partition("\n")[0], tuple(Leaf(leaf, title) for title, leaf in _LINK.findall(piece)))
        for piece in rest
    )
    return Part(name, head.partition("\n")[0].lstrip("# "), chapters)


def _rank(leaf: Leaf, wanted: list[str]) -> int:
    title = words_of(leaf.title)
    return -sum(any(word.startswith(part) for word in title) for part in wanted)


def _around(text: str, part: str) -> str:
    """The line below the title in which a word begins so, shortened around it."""
    for line in text.splitlines()[1:]:
        place = next((m.start() for m in re.finditer(r"\b\w", line) if fold(line[m.start() :]).startswith(part)), -1)
        if place >= 0:
            begin = max(0, place - _AROUND // 3)
            begin = line.rfind(" ", 0, begin) + 1 if begin else 0
            shown = line[begin : begin + _AROUND].strip()
            return f"{'…' if begin else ''}{shown}{'…' if begin + _AROUND < len(line) else ''}"
    return ""
