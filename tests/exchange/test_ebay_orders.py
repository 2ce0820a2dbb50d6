"""eBay's orders report in several languages, with its summary rows, padding and footers."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.domain.file_kinds import FileKind
from desktop_app.domain.importing import Remark
from desktop_app.domain.mapping import FileMapping
from desktop_app.domain.orders import Status
from tests.exchange.made import DATA, said, written

EXPORTS = DATA / "exports"
HEAD = "Sales Record Number,Order Number,Buyer Username,Item Number,Item Title,Quantity,Sold For,Shipping And Handling"
HEAD += ",Total Price,Sale Date,Paid On Date,Shipped On Date\n"


def row(number: str, title: str = "", pieces: str = "1", price: str = "", *, post: str = "", total: str = "") -> str:
    """One row of an order, with its article unless `title` is empty."""
    item = "330000000001" if title else ""
    return f'7,{number},ann,{item},{title},{pieces},"{price}","{post}","{total}",26-May-26,26-May-26,\n'


def test_an_american_report_with_a_row_for_the_whole_order() -> None:
    found = said(EXPORTS / "ebay-orders.csv")
    assert (found.detected.reader.kind, found.refused, found.remarks) == (FileKind.EBAY_ORDERS, [], [])
    assert [(o.number, o.total_minor, o.shipping_minor, o.status, len(o.lines)) for o in found.orders] == [
        ("21-40001-10001", 78900, 900, Status.SHIPPED, 1), ("21-40001-10002", 3424, 400, Status.PAID, 2),
        ("313", 1362, 400, Status.NEW, 1),
    ]  # fmt: skip
    first, second, third = found.orders
    assert [(line.quantity, line.unit_minor, line.total_minor) for line in first.lines] == [(3, 26000, 78000)]
    assert (first.currency, first.placed_at, first.changed_at) == ("USD", "2026-03-04", "2026-03-05")
    assert (first.person.key, first.person.email, third.person.key) == ("harbour_ann", "", "harbour_ann")
    assert (first.ship_to.postcode, first.note) == ("02134", "Leave it at the porch, please")
    assert (second.person.company, second.ship_to.name) == ("Lake Lodge LLC", "Front Desk")
    assert [(line.name, line.sku, line.quantity, line.total_minor) for line in second.lines] == [
        ("Beeswax candle", "CAN-5", 2, 1800), ("Wooden spoon", "SP-02", 1, 1000),
    ]  # fmt: skip


def test_a_german_report() -> None:
    found = said(EXPORTS / "ebay-orders-de.csv")
    first, second = found.orders
    assert (first.currency, first.total_minor, first.shipping_minor, first.placed_at) == (
        "EUR", 250699, 699, "2025-12-10",
    )  # fmt: skip
    assert (first.person.given, first.person.email, first.note, first.status) == ("Jörg", "", "", Status.SHIPPED)
    assert (second.person.given, second.person.key, second.tracking) == ("", "bergfink", "")
    assert (second.ship_to.street, second.ship_to.city, second.placed_at) == (
        "Am Markt 1, Hinterhaus", "Graz", "2026-03-03",
    )  # fmt: skip
    assert second.lines[0].sku == ""


@pytest.mark.parametrize(
    ("text", "currency", "total", "day"),
    [
        (
            "Sales record number,Order number,Buyer username,Item number,Item title,Quantity,Sold for,"
            "Postage and packaging,Total price,Sale date,Post to city,Post to postcode\n"
            '1,1-1,ann,33,Towel,1,"AU $3,000.00","AU $9.50","AU $3,009.50",26-May-26,Perth,6000\n',
            "AUD", 300950, "2026-05-26",
        ),
        (
            "Numéro d'enregistrement de la vente;Numéro de commande;Nom d'utilisateur de l'acheteur;Numéro de l'objet;"
            "Titre de l'objet;Quantité;Vendu pour;Frais de livraison;Prix total;Date de vente\n"
            "1;1-1;anne;33;Serviette;1;1 225,50 €;9,00 €;1 234,50 €;05-oct.-26\n",
            "EUR", 123450, "2026-10-05",
        ),
        (
            "Numéro de commande;Nom d'utilisateur de l'acheteur;Titre de l'annonce;Quantité;Vendu pour;Montant total;"
            "Date de la vente\n1-1;anne;Serviette;2;45,00 EUR;EUR 90,00;3-févr.-26\n",
            "EUR", 9000, "2026-02-03",
        ),
        (
            "Numero ordine;Nome utente acquirente;Titolo inserzione;Quantità;Venduto a;Prezzo totale;Data di vendita\n"
            "1-1;anna;Asciugamano;1;EUR 90,00;EUR 90,00;7-giu-26\n",
            "EUR", 9000, "2026-06-07",
        ),
        (
            "Número de pedido;Nombre de usuario del comprador;Título del anuncio;Cantidad;Vendido por;"
            "Importe total;Fecha de venta\n1-1;ana;Toalla;1;90,00 EUR;90,00 EUR;7-ene-26\n",
            "EUR", 9000, "2026-01-07",
        ),
        (
            "Verkaufsprotokollnummer;Bestellnummer;Gesamtbetrag (inkl. Versand);Verkauft am\n1;1-1;16,99 €;10-Dez-25\n",
            "EUR", 1699, "2025-12-10",
        ),
        (
            "Sales Record Number,User Id,Buyer Fullname,Item ID,Item Title,Quantity,Sale Price,Postage and Packing,"
            "Total Price,Sale Date,Order ID\n9,ann,Ann Reed,33,Towel,2,£5.00,£1.50,£11.50,07-Jan-15,1-1\n",
            "GBP", 1150, "2015-01-07",
        ),
    ],
    ids=["australia", "france", "france-new", "italy", "spain", "reworded", "britain-2015"],
)  # fmt: skip
def test_headings_money_and_days_of_other_countries(
    tmp_path: Path, text: str, currency: str, total: int, day: str
) -> None:
    found = said(written(tmp_path, text))
    assert (found.detected.reader.kind, found.reasons) == (FileKind.EBAY_ORDERS, [])
    [order] = found.orders
    assert (order.number, order.currency, order.total_minor, order.placed_at) == ("1-1", currency, total, day)


@pytest.mark.parametrize(
    ("rows", "total", "shipping"),
    [
        (row("1", "A", "3", "$260.00", post="$9.00", total="$789.00"), 78900, 900),
        (row("1", "", "2", "$28.00", post="$1", total="$29.55") + row("1", "A", "1", "$13") + row("1", "B", "1", "$15"),
         2955, 100),
        (row("1", "A", "1", "$13", total="$14.00") + row("1", "B", "1", "$15", total="$16.00"), 3000, None),
        (row("1", "A", "1", "$13", total="$30.00") + row("1", "B", "1", "$15", total="$30.00"), 3000, None),
        (row("1", "A", "1", "$13", total="$15.00") + row("1", "B", "1", "$13", total="$15.00"), 3000, None),
        (row("1", "A", "2", "$13", post="$4"), 3000, 400),
    ],
    ids=["one-row", "summary", "parts", "repeated", "equal-parts", "worked-out"],
)  # fmt: skip
def test_the_money_of_an_order_counts_once(tmp_path: Path, rows: str, total: int, shipping: int | None) -> None:
    [order] = said(written(tmp_path, HEAD + rows)).orders
    assert (order.total_minor, order.shipping_minor, order.currency) == (total, shipping, "USD")


def test_a_bare_dollar_is_the_shops_own(tmp_path: Path) -> None:
    file = written(tmp_path, HEAD + row("1", "A", "1", "$13", total="$13"))
    assert said(file, FileMapping(currency="CAD")).orders[0].currency == "CAD"
    assert said(file).orders[0].currency == "USD"  # the test's shop counts in euros


def test_amounts_without_a_currency_are_remarked_unless_a_person_chose_it(tmp_path: Path) -> None:
    text = HEAD + row("1", "A", "1", "13.00", total="14.00")
    found = said(written(tmp_path, text))
    assert [(each.remark, each.value, each.column) for each in found.remarks] == [
        (Remark.NO_CURRENCY, "14.00", "Total Price")
    ]
    assert said(written(tmp_path, text), FileMapping(currency="USD")).remarks == []


def test_footers_and_headings_pasted_into_the_middle_are_no_orders(tmp_path: Path) -> None:
    padding = "," * HEAD.count(",") + "\n"
    first, second = row("1", "A", "1", "$13", total="$13"), row("2", "B", "1", "$15", total="$15")
    text = f"{padding}{HEAD}{padding}{first}\n1,record(s) downloaded,\nSeller ID : me\n{padding}{HEAD}{padding}{second}"
    text += "2 record(s) downloaded\n"
    found = said(written(tmp_path, text))
    assert ([order.number for order in found.orders], found.reasons) == (["1", "2"], [])


def test_a_row_with_amounts_of_an_order_but_no_number_is_no_part_of_the_one_above(tmp_path: Path) -> None:
    nameless = row("", "B", "1", "$5", total="$5").replace("7,", ",", 1)
    found = said(written(tmp_path, HEAD + row("1", "A", "1", "$13", total="$14.00") + nameless))
    assert [(order.number, len(order.lines), order.total_minor) for order in found.orders] == [("1", 1, 1400)]
    [reason] = found.reasons
    assert "no order number" in reason


def test_a_row_that_lost_cells_is_refused_and_not_taken_for_a_footer(tmp_path: Path) -> None:
    found = said(written(tmp_path, HEAD + "8,21-40001-10009\n" + row("2", "B", "1", "$15", total="$15")))
    assert [order.number for order in found.orders] == ["2"]
    assert [refusal.place.row for refusal in found.refused] == [2]


def test_variations_no_pieces_and_bad_amounts(tmp_path: Path) -> None:
    head = HEAD.rstrip("\n") + ",Variation Details\n"
    rows = row("1", "Towel", "1", "$13", total="$13").rstrip("\n") + '"[Size:L,Colour:Red]"\n'
    rows = rows.replace('26-May-26,"', '26-May-26,,"')
    rows += row("2", "Cup", "0", "$5", total="$0").rstrip("\n") + ",\n"
    rows += row("3", "Cup", "1", "five", total="$5").rstrip("\n") + ",\n"
    found = said(written(tmp_path, head + rows))
    assert found.orders[0].lines[0].name == "Towel - Size:L,Colour:Red"
    assert [(remark.remark, remark.row) for remark in found.remarks] == [(Remark.NO_PIECES, 3)]
    assert [(refusal.place.row, refusal.place.column) for refusal in found.refused] == [(4, "Sold For")]


def test_a_file_of_headings_alone_brings_nothing(tmp_path: Path) -> None:
    found = said(written(tmp_path, HEAD))
    assert (found.orders, found.refused) == ([], [])


def test_an_order_of_which_one_article_was_posted_is_still_to_be_packed(tmp_path: Path) -> None:
    posted = row("1-1", "Mug", price="$5.00").replace(",\n", ",28-May-26\n")
    rows = [row("1-1", total="$10.00"), posted, row("1-1", "Cup", price="$5.00")]
    assert [one.status for one in said(written(tmp_path, HEAD + "".join(rows))).orders] == [Status.PACKING]
    rows[2] = posted.replace("Mug", "Cup")
    assert [one.status for one in said(written(tmp_path, HEAD + "".join(rows))).orders] == [Status.SHIPPED]
