"""Names of articles in Shopify's file of products: a product's title stands in the first row of its variants only."""

from __future__ import annotations

from desktop_app.exchange.headings import Headings

_NO_CHOICE = "default title"


class Variants:
    """Tells the name of each row's article; a table without Shopify's handles has every name in its own row."""

    def __init__(self, headings: Headings) -> None:
        self._handle = headings.at("Handle")
        self._sku, self._price = headings.at("Variant SKU"), headings.at("Variant Price")
        self._choices = [at for n in (1, 2, 3) if (at := headings.at(f"Option{n} Value")) >= 0]
        self._of = self._title = ""
        if self._sku < 0 and self._price < 0:
            self._handle = -1

    def name(self, cells: list[str], title: str) -> str | None:
        """The article's name, its choices after the title; None for a row that only shows one more picture."""
        if self._handle < 0:
            return title
        handle = cells[self._handle].strip()
        if title or handle != self._of:
            self._of, self._title = handle, title
        if not any(cells[at].strip() for at in (self._sku, self._price) if at >= 0):
            return None
        choices = [text for at in self._choices if (text := cells[at].strip()) and text.casefold() != _NO_CHOICE]
        return " – ".join(part for part in (self._title, " / ".join(choices)) if part)
