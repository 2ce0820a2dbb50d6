"""The words of an e-mail that came as a page: tags taken off, a line for each block."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_BLOCKS = frozenset("p div br tr li h1 h2 h3 h4 h5 h6 table ul ol blockquote hr".split())
_UNSEEN = frozenset("script style head title template".split())


def without_tags(page: str) -> str:
    """The page as text."""
    words = _Words()
    words.feed(page)
    words.close()
    return "".join(words.said)


class _Words(HTMLParser):
    """What a reader sees of a page, a line for each block."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.said: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        if tag in _UNSEEN:
            self._hidden += 1
        elif tag in _BLOCKS:
            self.said.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self._hidden = max(0, self._hidden - 1)
        elif tag in _BLOCKS:
            self.said.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.said.append(re.sub(r"\s+", " ", data))
