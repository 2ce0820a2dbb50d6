"""Articles packed into one cell of their order, as Bitrix and Tilda write them; their readers make lines of them."""

from __future__ import annotations

import re
from typing import NamedTuple

from desktop_app.exchange.values import with_single_blanks


class PackedArticle(NamedTuple):
    """One article of a packed cell, its amounts as the cell writes them; `plain` is one that no form explains."""

    name: str
    quantity: str = ""
    sku: str = ""
    unit: str = ""
    total: str = ""
    plain: bool = False


_LONGEST = 2_000  # letters of a line that is looked at for a form; a text is longer
_PIECES = re.compile(  # after the name: (3 шт), with the next article or the end behind it; a name may hold (10 шт)
    r"\((\d+(?:[.,]\d+)?)\s*(?:шт|pcs|gab)\.?\)[ \t]*[,;]?\s*(?=\[|\Z|\n)", re.IGNORECASE
)
_OPENED = re.compile(r"\s*\[([^\[\]]+)\]\s*(.*)", re.DOTALL)
_BY = r"\s*[xх×*]\s*"  # Latin and Cyrillic
_MONEY = r"-?\d[\d\s.,\u00a0\u202f]*(?:\s*[^\d\s,;()]{1,5}\.?)?"
_FORMS = (
    # name x 2 ≡ 500: the price of one
    re.compile(rf"(?P<name>.+?){_BY}(?P<quantity>\d+)\s*≡\s*(?P<unit>{_MONEY})"),
    # name - 2x500 = 1000
    re.compile(rf"(?P<name>.+?)\s*[-–—:]\s*(?P<quantity>\d+){_BY}(?P<unit>{_MONEY}?)\s*=\s*(?P<total>{_MONEY})"),
    # name: 1000 (2 x 500)
    re.compile(rf"(?P<name>.+?)\s*[-–—:]\s*(?P<total>{_MONEY})\s*\(\s*(?P<quantity>\d+){_BY}(?P<unit>{_MONEY})\)"),
    # name x 2
    re.compile(rf"(?P<name>.+?)\s{_BY}(?P<quantity>\d+)"),
)
_CODE = re.compile(r"\s*[(\[,]?\s*\b(?:артикул|арт\.?|sku|article)\s*[:№]?\s*(?P<sku>[\w./-]+)\s*[)\]]?", re.IGNORECASE)
_NUMBERED = re.compile(r"\d{1,3}[.)]\s+(?=\D)")
_BREAK = re.compile(r"\r\n|[\r\n]|<br\s*/?>", re.IGNORECASE)
_AFTER_PRICE = re.compile(rf"(?<=≡)(\s*{_MONEY})\s*[;,]\s+(?=\D)")
_AMOUNT = re.compile(
    r"-?\d{1,9}(?:[\s\u00a0\u202f]\d{3}){0,4}(?:[.,]\d+)?\s?(?:руб\.?|р\.|₽|тг\.?|₸|сом|[€$]|[A-Z]{3}\b|Br)",
    re.IGNORECASE,
)


def bracketed(cell: str) -> list[PackedArticle]:
    """The articles of a cell like “[11] name (1 шт) [12] name (2 шт)”; texts that are none are plain."""
    cell = with_single_blanks(cell)
    found, at = [], 0
    for pieces in _PIECES.finditer(cell):
        opened = _OPENED.fullmatch(cell, at, pieces.start())
        if opened:
            found.append(PackedArticle(" ".join(opened[2].split()), pieces[1], opened[1].strip()))
        else:
            found.append(PackedArticle(" ".join(cell[at : pieces.start()].split()), pieces[1]))
        at = pieces.end()
    found += [PackedArticle(" ".join(text.split()), plain=True) for text in cell[at:].splitlines() if text.strip(" ,;")]
    return found


def in_lines(cell: str) -> list[PackedArticle]:
    """The articles of a cell with one to a line, like “name x 2 ≡ 500”; what is no such line is plain."""
    texts = _BREAK.split(_AFTER_PRICE.sub(r"\1\n", with_single_blanks(cell)))
    return [_article(text.strip(" ;")) for text in texts if text.strip(" ;")]


def amounts_in(cell: str) -> list[str]:
    """The amounts of a cell with one for each article, “719 руб 1 503 руб”; those without a sign by the blanks."""
    return [one.strip() for one in _AMOUNT.findall(cell)] or cell.split()


def _article(text: str) -> PackedArticle:
    bare = _NUMBERED.sub("", text, count=1) if _NUMBERED.match(text) else text
    for form in _FORMS if len(bare) <= _LONGEST else ():
        if found := form.fullmatch(bare):
            told = found.groupdict()
            unit, total = ((told.get(part) or "").strip() for part in ("unit", "total"))
            return _coded(PackedArticle(told["name"].strip(), told["quantity"], "", unit, total))
    return _coded(PackedArticle(bare, plain=True))


def _coded(article: PackedArticle) -> PackedArticle:
    """The article with its code taken out of its name."""
    code = _CODE.search(article.name) if len(article.name) <= _LONGEST else None
    if not code or not (name := (article.name[: code.start()] + article.name[code.end() :]).strip(" ,-")):
        return article
    return article._replace(name=name + ")" * (name.count("(") - name.count(")")), sku=code["sku"])
