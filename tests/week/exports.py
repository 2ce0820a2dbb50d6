"""The files the week's shop is begun with: sixty orders as three platforms give them out, an address book, a logo.

All people are invented; the headings are those of the fixtures in tests/data/exports.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from PIL import Image, ImageDraw

HEADINGS = Path(__file__).resolve().parent.parent / "data" / "exports"
ARTICLES = (
    ("Linen towel", "LT-01", 18), ("Beeswax candle", "BC-02", 9), ("Oak spoon", "OS-03", 12),
    ("Clay mug", "CM-04", 16), ("Wool socks", "WS-05", 14), ("Pine soap", "PS-06", 6),
)  # fmt: skip
# Given name, family name, street, town with its postcode; the first three are there twice (see `twice`).
PEOPLE = """
Ilze Kalniņa|Liepu iela 4|LV-4101 Cēsis
Marta Ozola|Skolas iela 7|LV-1010 Rīga
Zane Liepa|Baznīcas iela 2|LV-3001 Jelgava
Anna Bērziņa|Brīvības iela 10|LV-1010 Rīga
Андрей Соколов|Lāčplēša iela 21|LV-1011 Rīga
Emma Clark|12 Mill Road|CB1 2AB Cambridge
Jānis Ozoliņš|Raiņa iela 3|LV-2001 Jūrmala
Мария Петрова|Krasta iela 86|LV-1019 Rīga
Līga Krūmiņa|Dzirnavu iela 55|LV-1010 Rīga
Oliver Smith|8 High Street|OX1 4BH Oxford
Ольга Иванова|Viestura iela 9|LV-5401 Daugavpils
Kristaps Vītols|Parka iela 1|LV-4201 Valmiera
Екатерина Смирнова|Maskavas iela 40|LV-1018 Rīga
Dace Jansone|Lielā iela 18|LV-3401 Liepāja
Sofia Brown|3 Park Lane|LS1 5QT Leeds
Дмитрий Кузнецов|Stacijas iela 5|LV-5001 Ogre
Inese Zariņa|Pils iela 12|LV-1050 Rīga
Наталья Попова|Saules iela 30|LV-5404 Daugavpils
Toms Kļaviņš|Rīgas iela 77|LV-4202 Valmiera
George Miller|41 Queen Street|EH2 3NH Edinburgh
Светлана Морозова|Nīcgales iela 2|LV-1035 Rīga
Laura Šmite|Ganu iela 6|LV-3601 Ventspils
Игорь Волков|Deglava iela 108|LV-1021 Rīga
Mārtiņš Siliņš|Kalna iela 14|LV-4101 Cēsis
Алина Лебедева|Hospitāļu iela 8|LV-1013 Rīga
Grace Wilson|77 Station Road|M1 4BT Manchester
Edgars Pētersons|Upes iela 23|LV-2101 Saulkrasti
Виктор Новиков|Ieriķu iela 15|LV-1084 Rīga
Santa Eglīte|Meža iela 9|LV-2010 Jūrmala
Юлия Козлова|Tērbatas iela 49|LV-1011 Rīga
Rūta Balode|Dārza iela 11|LV-4801 Madona
Michael Green|5 Church Lane|BS1 5TR Bristol
Павел Фёдоров|Slokas iela 52|LV-1007 Rīga
Elīna Kārkliņa|Ausekļa iela 4|LV-1010 Rīga
Guntis Rozītis|Ezera iela 2|LV-4601 Rēzekne
Татьяна Орлова|Čaka iela 70|LV-1011 Rīga
Andris Kalniņš|Liepu iela 4|LV-4101 Cēsis
Hannah Taylor|19 Bridge Street|YO1 6DD York
Ирина Белова|Vienības gatve 30|LV-1004 Rīga
Una Strazdiņa|Jūras iela 21|LV-3602 Ventspils
Raivis Apinis|Tirgus iela 8|LV-3801 Saldus
Сергей Никитин|Dammes iela 12|LV-1069 Rīga
Baiba Riekstiņa|Ozolu iela 5|LV-4001 Limbaži
Jack Evans|2 Castle Square|CF10 1BS Cardiff
Людмила Громова|Ķengaraga iela 3|LV-1063 Rīga
Aivars Lācis|Torņa iela 6|LV-3101 Tukums
Вера Соловьёва|Bruņinieku iela 29|LV-1001 Rīga
Iveta Grīnberga|Avotu iela 44|LV-1009 Rīga
Paul Weber|Uferweg 9|10115 Berlin
Николай Зайцев|Purvciema iela 18|LV-1035 Rīga
Aija Freimane|Smilšu iela 13|LV-3301 Kuldīga
Kārlis Dūmiņš|Noliktavas iela 1|LV-4501 Balvi
""".strip().splitlines()
_LANDS = {"LV-": "LV", "101": "DE"}


class Buyer(NamedTuple):
    """Somebody who ordered."""

    name: str
    email: str
    phone: str
    street: str
    postcode: str
    town: str

    @property
    def land(self) -> str:
        """Where they live, as platforms write it."""
        return _LANDS.get(self.postcode[:3], "GB")

    @property
    def names(self) -> tuple[str, str]:
        """Given and family name."""
        given, _, family = self.name.partition(" ")
        return given, family


def buyers() -> list[Buyer]:
    """Everybody, in the order of `PEOPLE`."""
    made = []
    for number, line in enumerate(PEOPLE, 1):
        name, street, place = line.split("|")
        towns = place.split(" ")
        code = 1 if place.startswith("LV-") or place[:1].isdigit() else 2
        postcode, town = " ".join(towns[:code]), " ".join(towns[code:])
        made.append(Buyer(name, f"buyer{number}@post.example", f"+371 2000{number:04}", street, postcode, town))
    return made


def write_exports(folder: Path) -> list[Path]:
    """The files as the owner has them in the folder of downloads, in the order they are taken in."""
    folder.mkdir(parents=True, exist_ok=True)
    known = buyers()
    shop, market, stall = known[:24], [*known[24:42], *known[1:3]], [*known[42:], known[0], *known[5:10]]
    other_address = market[-2]._replace(email="marta.o@mail.example")  # the same phone: the same person
    their_phone = market[-1]._replace(name="Jānis Liepa", email="janis.l@mail.example")  # a couple with one phone
    market[-2:] = [other_address, their_phone]
    stall[10] = stall[10]._replace(name="Ilze Kalnina")  # as a foreign platform writes it
    return [
        _write(folder, "shopify-orders", [row for n, one in enumerate(shop) for row in _shopify(n, one)]),
        _write(folder, "woocommerce-orders", [_woo(n, one) for n, one in enumerate(market)]),
        _write(folder, "etsy-items", [_etsy(n, one) for n, one in enumerate(stall)]),
        _write(folder, "google-contacts", list(_contacts(known))),
    ]


def write_logo(file: Path) -> Path:
    """A picture for the logo: a leaf on paper."""
    picture = Image.new("RGB", (480, 480), "#f7f4ec")
    draw = ImageDraw.Draw(picture)
    draw.pieslice((90, 90, 390, 390), 90, 270, fill="#3c7a5a")
    draw.pieslice((90, 90, 390, 390), 270, 90, fill="#8cb89f")
    picture.save(file)
    return file


def _write(folder: Path, kind: str, rows: Iterable[dict[str, object]]) -> Path:
    with (HEADINGS / f"{kind}.csv").open(encoding="utf-8", newline="") as known:
        headings = next(csv.reader(known))
    file = folder / f"{kind.replace('-', '_')}.csv"
    with file.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, headings)
        writer.writeheader()
        writer.writerows(rows)
    return file


def _shopify(n: int, one: Buyer) -> Iterable[dict[str, object]]:
    bought = [ARTICLES[n % 6], ARTICLES[(n + 2) % 6]][: 1 + n % 2]
    goods = sum(price for *_, price in bought)
    for place, (name, sku, price) in enumerate(bought):
        line = {"Name": f"#{1001 + n}", "Email": one.email, "Created at": f"2026-10-02 {8 + n % 12:02}:15:00 +0300",
                "Lineitem quantity": 1, "Lineitem name": name, "Lineitem price": f"{price}.00",
                "Lineitem sku": sku}  # fmt: skip
        if not place:
            line |= {"Financial Status": "paid", "Paid at": line["Created at"], "Fulfillment Status": "unfulfilled",
                     "Currency": "EUR", "Subtotal": f"{goods}.00", "Shipping": "3.00", "Total": f"{goods + 3}.00",
                     "Id": 5900000001001 + n, "Phone": one.phone}  # fmt: skip
            for whose in ("Billing", "Shipping"):
                line |= {f"{whose} Name": one.name, f"{whose} Address1": one.street, f"{whose} City": one.town,
                         f"{whose} Zip": one.postcode, f"{whose} Country": one.land,
                         f"{whose} Phone": one.phone}  # fmt: skip
        yield line


def _woo(n: int, one: Buyer) -> dict[str, object]:
    (name, sku, price), (given, family) = ARTICLES[n % 6], one.names
    row: dict[str, object] = {
        "order_id": 5001 + n, "order_number": 5001 + n, "order_date": f"2026-10-03 {8 + n % 12:02}:20:00",
        "paid_date": f"2026-10-03 {8 + n % 12:02}:21:00", "status": "processing", "shipping_total": "3.00",
        "order_total": f"{price + 3}.00", "order_subtotal": f"{price}.00", "order_currency": "EUR",
        "customer_id": 100 + n, "customer_email": one.email, "billing_email": one.email, "billing_phone": one.phone,
        "line_item_1": f"name:{name}|product_id:{n % 6 + 31}|sku:{sku}|quantity:1|total:{price}.00",
    }  # fmt: skip
    for whose in ("billing", "shipping"):
        row |= {f"{whose}_first_name": given, f"{whose}_last_name": family, f"{whose}_address_1": one.street,
                f"{whose}_postcode": one.postcode, f"{whose}_city": one.town, f"{whose}_country": one.land}  # fmt: skip
    return row


def _etsy(n: int, one: Buyer) -> dict[str, object]:
    name, sku, price = ARTICLES[n % 6]
    land = {"LV": "Latvia", "GB": "United Kingdom", "DE": "Germany"}[one.land]
    return {
        "Sale Date": "10/04/26", "Item Name": name, "Buyer": one.name, "Quantity": 1, "Price": f"{price}.00",
        "Item Total": f"{price}.00", "Order Shipping": "3.00", "Currency": "EUR", "Transaction ID": 4100000001 + n,
        "Listing ID": 910001 + n % 6, "Date Paid": "10/04/2026", "Ship Name": one.name, "Ship Address1": one.street,
        "Ship City": one.town, "Ship Zipcode": one.postcode, "Ship Country": land, "Order ID": 3100000001 + n,
        "SKU": sku, "Order Type": "online",
    }  # fmt: skip


def _contacts(known: list[Buyer]) -> Iterable[dict[str, object]]:
    by_name = {one.name: one for one in known}
    for name, birthday in (
        ("Anna Bērziņa", "1988-10-07"),  # Wednesday of the week
        ("Мария Петрова", " --10-06"),  # nobody looks on Tuesday: missed
        ("Andris Kalniņš", "1979-10-07"),  # a customer, and the husband of one
        ("Ilze Kalniņa", "1984-03-31"),
        ("Emma Clark", "1991-12-24"),
    ):
        one = by_name[name]
        given, family = one.names
        row: dict[str, object] = {
            "First Name": given, "Last Name": family, "Birthday": birthday, "E-mail 1 - Label": "* Home",
            "E-mail 1 - Value": one.email, "Phone 1 - Label": "Mobile", "Phone 1 - Value": one.phone,
            "Labels": "* myContacts",
        }  # fmt: skip
        if name == "Ilze Kalniņa":
            row |= {"Relation 1 - Label": "Spouse", "Relation 1 - Value": "Andris Kalniņš"}
        yield row
