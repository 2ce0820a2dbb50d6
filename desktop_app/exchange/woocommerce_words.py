"""The headings of WooCommerce's order report in many languages, and where its columns stand in any other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop_app.exchange.headings import Headings, folded
from desktop_app.exchange.layout import Layout

# Of each column its heading in English, German, French, Spanish, Italian, Portuguese, Dutch, Polish, Russian, Latvian.
_WORDS = {
    "placed_at": "date|datum|fecha|data|дата|datums",
    "number": (
        "order #|order number|bestellung #|bestellung nr.|bestell nr.|bestellnr.|bestellnummer|commande n°|commande #|"
        "n° de commande|pedido #|pedido nº|pedido n.º|nº de pedido|número de pedido|ordine #|ordine n.|n. ordine|"
        "numero ordine|encomenda #|encomenda n.º|nº do pedido|bestelling #|bestelnummer|bestelling nr.|zamówienie #|"
        "zamówienie nr|nr zamówienia|numer zamówienia|заказ #|заказ №|№ заказа|номер заказа|pasūtījums #|"
        "pasūtījuma nr.|pasūtījums nr.|pasūtījuma numurs"
    ),
    "formatted": "n. revenue (formatted)|net sales (formatted)",
    "status": "status|état|statut|estado|stato|статус|statuss|stāvoklis",
    "name": "customer|kunde|client|cliente|klant|klient|клиент|покупатель|klients|pircējs",
    "kind": (
        "customer type|kundentyp|kundenart|kundentypus|type de client|type de clientèle|tipo de cliente|"
        "tipo di cliente|tipo cliente|type klant|klanttype|soort klant|typ klienta|rodzaj klienta|тип клиента|"
        "тип покупателя|klienta tips|klienta veids|pircēja tips|pircēja veids"
    ),
    "products": (
        "product(s)|products|produkt(e)|produkte|produit(s)|produits|producto(s)|productos|prodotto(i)|prodotto/i|"
        "prodotti|produto(s)|produtos|product(en)|producten|produkt(y)|produkty|товар(ы)|товары|продукт(ы)|продукты|"
        "produkts(i)|produkts( i)|produkti|prece(s)|preces"
    ),
    "sold": (
        "items sold|verkaufte artikel|verkaufte produkte|artikel verkauft|articles vendus|artículos vendidos|"
        "productos vendidos|articoli venduti|prodotti venduti|itens vendidos|artigos vendidos|items verkocht|"
        "verkochte items|verkochte artikelen|artikelen verkocht|sprzedane pozycje|sprzedane produkty|"
        "sprzedane przedmioty|sprzedane artykuły|товаров продано|продано товаров|продано позиций|проданные товары|"
        "продано|pārdotās preces|pārdotās vienības|pārdotie produkti|pārdoto preču skaits"
    ),
    "total": (
        "net sales|n. revenue|net revenue|nettoumsatz|nettoumsätze|nettoverkäufe|netto umsatz|n. umsatz|ventes nettes|"
        "recettes nettes|revenu net|ventas netas|ingresos netos|vendite nette|ricavi netti|vendas líquidas|"
        "receita líquida|netto omzet|netto verkopen|nettoverkopen|netto verkoop|sprzedaż netto|przychód netto|"
        "чистые продажи|чистая выручка|чистый доход|ч. доход|выручка нетто|neto pārdošana|neto pārdevumi|"
        "neto pārdošanas apjoms|neto apgrozījums|neto ieņēmumi|tīrie ieņēmumi"
    ),
}
_SAID = {field: frozenset(map(folded, words.split("|"))) for field, words in _WORDS.items()}
_TELLING = (("kind", "sold"), ("kind", "products"), ("sold", "total", "number"))
_PLURAL = re.compile(r"\w[^()]*\([\w-]{1,6}\)[^()]*|\w+/\w{1,3}")  # Product(s), Produkt(e), prodotto/i
# Where the columns stand in the file a browser writes, and in that a server mails, which has the formatted sum too.
_BROWSER = ("placed_at", "number", "status", "name", "kind", "products", "sold", "coupons", "total")
_SERVER = (*_BROWSER[:2], "formatted", *_BROWSER[2:])

DATES = tuple(_WORDS["placed_at"].split("|"))
MONEY = tuple(_WORDS["total"].split("|"))


def is_report(headings: Headings) -> bool:
    """Whether a table is WooCommerce's report of orders, by its headings' words, or by how they stand."""
    found = _by_words(headings)
    told = any(all(field in found for field in fields) for fields in _TELLING)
    return bool(_sequence(headings)) or (told and "number" in report_layout(headings))


def report_layout(headings: Headings) -> Layout:
    """The columns of the report: by their words, those of an unknown language by where they stand."""
    columns: dict[str, tuple[int, ...]] = {
        field: (at,) for at, field in enumerate(_sequence(headings)) if field != "coupons" and at < len(headings)
    }
    columns.update(_by_words(headings))
    for field, at in _beside(columns, len(headings)):
        columns.setdefault(field, (at,))
    if "total" not in columns and "formatted" in columns:
        columns["total"] = columns["formatted"]
    return Layout(columns, headings.names)


def _beside(columns: dict[str, tuple[int, ...]], width: int) -> Iterator[tuple[str, int]]:
    """Where the columns stand whose word is not known, by the one that counts the articles sold."""
    sold = columns.get("sold", (-1,))[0]
    if sold >= len(_BROWSER[:6]):
        yield from (("placed_at", 0), ("number", 1), ("name", sold - 3), ("products", sold - 1))
        if sold + 2 < width and "formatted" not in columns:
            yield "total", sold + 2


def _by_words(headings: Headings) -> dict[str, tuple[int, ...]]:
    names = [folded(name) for name in headings.names]
    found: dict[str, tuple[int, ...]] = {}
    for field, words in _SAID.items():
        at = next((at for at, name in enumerate(names) if name in words), -1)
        if at >= 0:
            found[field] = (at,)
    return found


def _sequence(headings: Headings) -> tuple[str, ...]:
    """The columns as they stand; products and coupons are headed by words in one and in more, as Product(s)."""
    for fields in (_SERVER, _BROWSER):
        if len(fields) <= len(headings) <= len(fields) + 1:
            plural = [headings.names[fields.index(field)] for field in ("products", "coupons")]
            if all(_PLURAL.fullmatch(name) for name in plural):
                return fields
    return ()
