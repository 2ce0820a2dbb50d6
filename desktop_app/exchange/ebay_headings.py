"""The headings of eBay's orders report in English, German, French, Italian and Spanish, old and new."""

from __future__ import annotations

from desktop_app.exchange.headings import Headings, folded
from desktop_app.exchange.layout import Layout

COLUMNS: dict[str, tuple[str | tuple[str, ...], ...]] = {
    "record": (
        "sales record number", "sales record #", "verkaufsprotokollnummer", "numéro d'enregistrement de la vente",
        "n° d'enregistrement de la vente", "numero di registrazione vendita", "numero record vendita",
        "número de registro de ventas", "número de registro de venta",
    ),
    "number": (
        "order number", "order id", "bestellnummer", "numéro de commande", "numéro de la commande", "numero ordine",
        "numero dell'ordine", "número de pedido", "número del pedido",
    ),
    "username": (
        "buyer username", "user id", "nutzername des käufers", "mitgliedsname", "benutzername des käufers",
        "nom d'utilisateur de l'acheteur", "pseudo de l'acheteur", "nome utente acquirente",
        "nome utente dell'acquirente", "nombre de usuario del comprador",
    ),
    "name": (
        "buyer name", "buyer fullname", "name des käufers", "vollständiger name des käufers", "nom de l'acheteur",
        "nome acquirente", "nome dell'acquirente", "nombre del comprador",
    ),
    "email": (
        "buyer email", "e-mail des käufers", "adresse e-mail de l'acheteur", "e-mail de l'acheteur", "email acquirente",
        "email dell'acquirente", "correo electrónico del comprador", "email del comprador",
    ),
    "note": (
        "buyer note", "notiz des käufers", "mitteilung des käufers", "note de l'acheteur", "nota dell'acquirente",
        "nota acquirente", "nota del comprador",
    ),
    "phone": (
        "ship to phone", "post to phone", "buyer phone number", "buyer phone", "telefon des empfängers",
        "telefon des käufers", "téléphone du destinataire", "telefono destinatario", "teléfono del destinatario",
    ),
    "street": (
        ("buyer address 1", "buyer address 2"), ("käuferadresse 1", "käuferadresse 2"),
        ("adresse 1 des käufers", "adresse 2 des käufers"), ("adresse 1 de l'acheteur", "adresse 2 de l'acheteur"),
        ("indirizzo 1 acquirente", "indirizzo 2 acquirente"),
        ("dirección 1 del comprador", "dirección 2 del comprador"),
    ),
    "city": (
        "buyer city", "buyer town/city", "ort des käufers", "stadt des käufers", "ville de l'acheteur",
        "città acquirente", "città dell'acquirente", "ciudad del comprador",
    ),
    "region": ("buyer state", "buyer county", "staat des käufers", "bundesland des käufers", "provincia acquirente"),
    "postcode": (
        "buyer zip", "buyer postcode", "buyer postal code", "postleitzahl des käufers", "plz des käufers",
        "code postal de l'acheteur", "cap acquirente", "código postal del comprador",
    ),
    "country": (
        "buyer country", "land des käufers", "pays de l'acheteur", "paese acquirente", "paese dell'acquirente",
        "país del comprador",
    ),
    "ship_name": (
        "ship to name", "post to name", "name des empfängers", "versand an name", "empfänger", "nom du destinataire",
        "nome destinatario", "nome del destinatario", "nombre del destinatario",
    ),
    "ship_street": (
        ("ship to address 1", "ship to address 2"), ("post to address 1", "post to address 2"),
        ("adresse 1 des empfängers", "adresse 2 des empfängers"), ("versandadresse 1", "versandadresse 2"),
        ("adresse 1 du destinataire", "adresse 2 du destinataire"),
        ("indirizzo 1 destinatario", "indirizzo 2 destinatario"),
        ("dirección 1 del destinatario", "dirección 2 del destinatario"),
    ),
    "ship_city": (
        "ship to city", "post to city", "ort des empfängers", "versandziel - ort", "ville du destinataire",
        "città destinatario", "ciudad del destinatario",
    ),
    "ship_region": ("ship to state", "post to state", "post to county", "bundesland des empfängers"),
    "ship_postcode": (
        "ship to zip", "post to postal code", "post to postcode", "post to zip", "plz des empfängers",
        "postleitzahl des empfängers", "versandziel - plz", "code postal du destinataire", "cap destinatario",
        "código postal del destinatario",
    ),
    "ship_country": (
        "ship to country", "post to country", "land des empfängers", "versandziel - land", "pays du destinataire",
        "paese destinatario", "país del destinatario",
    ),
    "item": (
        "item number", "item id", "artikelnummer", "artikelnr.", "numéro de l'objet", "numero oggetto",
        "numero dell'oggetto", "número de artículo", "número del artículo",
    ),
    "product": (
        "item title", "angebotstitel", "artikelbezeichnung", "artikeltitel", "titre de l'objet", "titre de l'annonce",
        "titolo oggetto", "titolo dell'oggetto", "titolo inserzione", "título del artículo", "título del anuncio",
    ),
    "sku": (
        "custom label", "custom label (sku)", "bestandseinheit", "bestandseinheit (sku)", "eigene bestandseinheit",
        "libellé personnalisé", "libellé personnalisé (sku)", "etichetta personalizzata",
        "etichetta personalizzata (sku)", "etiqueta personalizada", "etiqueta personalizada (sku)",
    ),
    "variation": ("variation details", "variantendetails", "details der variante", "détails de la variante"),
    "quantity": ("quantity", "anzahl", "stückzahl", "menge", "quantité", "quantità", "cantidad"),
    "unit": (
        "sold for", "sale price", "verkauft für", "verkaufspreis", "vendu pour", "prix de vente", "venduto a",
        "venduto per", "prezzo di vendita", "vendido por", "precio de venta",
    ),
    "shipping": (
        "shipping and handling", "postage and packaging", "postage and handling", "postage and packing", "p&p",
        "verpackung und versand", "frais de livraison", "livraison et traitement", "expédition et traitement",
        "spese di spedizione", "spedizione e imballaggio", "gastos de envío", "envío y manipulación",
    ),
    "total": (
        "total price", "gesamtpreis", "gesamtbetrag", "prix total", "montant total", "prezzo totale", "importe total",
        "precio total", "importo totale",
    ),
    "placed_at": (
        "sale date", "verkauft am", "verkaufsdatum", "date de vente", "date de la vente", "vendu le",
        "data di vendita", "data vendita", "fecha de venta", "fecha de la venta",
    ),
    "paid_at": (
        "paid on date", "zahlungsdatum", "bezahlt am", "bezahldatum", "date de paiement", "payé le", "pagato il",
        "data di pagamento", "data pagamento", "fecha de pago", "pagado el",
    ),
    "shipped_at": (
        "shipped on date", "posted on date", "dispatched on date", "versanddatum", "versandt am", "verschickt am",
        "date d'expédition", "date d'envoi", "expédié le", "envoyé le", "data di spedizione", "data spedizione",
        "spedito il", "fecha de envío", "enviado el",
    ),
    "ship_by": (
        "ship by date", "post by date", "dispatch by date", "versenden bis", "versand bis", "expédier avant le",
        "spedire entro", "data di spedizione prevista", "enviar antes del",
    ),
    "deliver_by": (
        "maximum estimated delivery date", "voraussichtliches lieferdatum (spätestens)",
        "spätestes voraussichtliches lieferdatum", "date de livraison estimée maximale",
    ),
    "tracking": (
        "tracking number", "sendungsnummer", "nummer der sendungsverfolgung", "numéro de suivi", "numero di tracking",
        "codice di tracking", "numero di tracciamento", "número de seguimiento",
    ),
}  # fmt: skip
# Where eBay words a heading anew, the parts of words that still tell the column; each group must stand there whole.
_STEMS: dict[str, tuple[tuple[str, ...], ...]] = {
    "record": (("verkaufsprotokoll",), ("enregistrement",), ("numer", "registr"), ("núm", "registro")),
    "number": (("bestell", "nummer"), ("commande", "num"), ("ordin", "numer"), ("pedido", "núm")),
    "username": (
        ("käufer", "nutzername"),
        ("acheteur", "utilisateur"),
        ("acquirente", "utente"),
        ("comprador", "usuario"),
    ),
    "total": (("gesamtbetrag",), ("gesamt", "preis"), ("prix", "total"), ("prezzo", "total"), ("precio", "total")),
    "placed_at": (("verkauf", "datum"), ("date", "vente"), ("data", "vendit"), ("fecha", "venta")),
    "paid_at": (("zahl", "datum"), ("date", "paiement"), ("data", "pagament"), ("fecha", "pago")),
    "unit": (("verkauft", "für"), ("vendu", "pour"), ("venduto",), ("vendido",)),
    "product": (("titel",), ("titre",), ("titolo",), ("título",)),
    "quantity": (("anzahl",), ("quantité",), ("quantità",), ("cantidad",)),
}


def ebay_layout(headings: Headings) -> Layout:
    """The columns of an orders report; those with an unknown heading are told by parts of words."""
    found = Layout.of(headings, COLUMNS)
    columns = dict(found.columns)
    taken = {index for indexes in columns.values() for index in indexes}
    for field, groups in _STEMS.items():
        for index, name in enumerate(headings.names):
            text = folded(name)
            if (
                field not in columns
                and index not in taken
                and any(all(stem in text for stem in group) for group in groups)
            ):
                columns[field] = (index,)
                taken.add(index)
    return Layout(columns, headings.names)


def is_ebay(headings: Headings) -> bool:
    """Whether these are the headings of an orders report: eBay's own number of a sale, or a price by which it sold."""
    layout = Layout.of(headings, COLUMNS)
    if "record" in layout:
        return any(field in layout for field in ("number", "total", "unit"))
    told = ("number", "username", "unit", "placed_at")
    return all(field in layout for field in told) and "product" in layout
