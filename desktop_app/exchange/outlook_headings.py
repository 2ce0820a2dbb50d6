"""What Outlook calls the columns of its contacts in English, German, Russian and Latvian."""

from __future__ import annotations

from desktop_app.exchange.headings import Headings, folded

GIVEN = ("First Name", "Vorname", "Имя", "Vārds")
ADDITIONAL = ("Middle Name", "Weitere Vornamen", "Отчество", "Второе имя", "Otrais vārds")
FAMILY = ("Last Name", "Nachname", "Фамилия", "Uzvārds")
WHOLE = ("Full Name", "Display Name", "File As")
COMPANY = ("Company", "Firma", "Организация", "Компания", "Uzņēmums")
BIRTHDAY = ("Birthday", "Geburtstag", "День рождения", "Дата рождения", "Dzimšanas diena", "Dzimšanas datums")
ANNIVERSARY = ("Anniversary", "Jahrestag", "Годовщина", "Jubileja", "Gadadiena")
SPOUSE = ("Spouse", "Spouse/Partner", "Partner", "Супруг(а)", "Супруга", "Dzīvesbiedrs", "Laulātais")
CHILDREN = ("Children", "Kinder", "Дети", "Bērni")
NOTE = ("Notes", "Notizen", "Заметки", "Примечания", "Piezīmes")
GROUPS = ("Categories", "Kategorien", "Категории", "Kategorijas")
EMAILS = (
    ("E-mail Address", "E-Mail-Adresse", "Адрес эл. почты", "Адрес электронной почты", "E-pasta adrese"),
    ("E-mail 2 Address", "E-Mail 2: Adresse", "E-Mail-Adresse 2", "Адрес 2 эл. почты", "2. e-pasta adrese",
     "E-pasta 2 adrese"),
    ("E-mail 3 Address", "E-Mail 3: Adresse", "E-Mail-Adresse 3", "Адрес 3 эл. почты", "3. e-pasta adrese",
     "E-pasta 3 adrese"),
)  # fmt: skip
# Each number under the word it is kept by; the heading's own where that is better known to whoever reads it.
PHONES = (
    ("Mobile Phone", "Mobiltelefon", "Телефон переносной", "Мобильный телефон", "Mobilais tālrunis"),
    ("Mobile Phone 2", "Mobiltelefon 2", "Телефон переносной 2", "2. mobilais tālrunis"),
    ("Primary Phone", "Haupttelefon", "Основной телефон", "Primārais tālrunis"),
    ("Home Phone", "Telefon privat", "Telefon (privat)", "Домашний телефон", "Tālrunis mājās", "Mājas tālrunis"),
    ("Home Phone 2", "Telefon privat 2", "Telefon (privat 2)", "Телефон дом. 2", "2. tālrunis mājās"),
    ("Business Phone", "Telefon geschäftlich", "Рабочий телефон", "Tālrunis darbā", "Darba tālrunis"),
    ("Business Phone 2", "Telefon geschäftlich 2", "Телефон раб. 2", "2. tālrunis darbā"),
    ("Company Main Phone", "Telefon Firma", "Основной телефон организации", "Uzņēmuma galvenais tālrunis"),
    ("Car Phone", "Autotelefon", "Телефон в машине", "Tālrunis automašīnā"),
    ("Other Phone", "Weiteres Telefon", "Другой телефон", "Cits tālrunis"),
    ("Radio Phone", "Радиотелефон", "Radiotālrunis"),
    ("Home Fax", "Fax privat", "Домашний факс", "Fakss mājās"),
    ("Business Fax", "Fax geschäftlich", "Рабочий факс", "Fakss darbā"),
    ("Other Fax", "Weiteres Fax", "Другой факс", "Cits fakss"),
)
_PLACES: tuple[tuple[tuple[str, ...], dict[str, tuple[str, ...]]], ...] = (
    (("Home", "privat", "домашний", "mājās"), {
        "street": ("Home Street", "Straße privat", "Улица (дом. адрес)", "Dzīvesvietas iela", "Mājas iela"),
        "street 2": ("Home Street 2", "Straße privat 2", "Улица 2 (дом. адрес)", "Dzīvesvietas ielas 2. rindiņa"),
        "street 3": ("Home Street 3", "Straße privat 3", "Улица 3 (дом. адрес)", "Dzīvesvietas ielas 3. rindiņa"),
        "box": ("Home Address PO Box", "Postfach privat", "Почтовый ящик (дом. адрес)", "Mājas adreses pastkastīte"),
        "city": ("Home City", "Ort privat", "Город (дом. адрес)", "Dzīvesvietas pilsēta", "Mājas pilsēta"),
        "region": ("Home State", "Bundesland/Kanton privat", "Region privat", "Область (дом. адрес)",
                   "Dzīvesvietas rajons"),
        "postcode": ("Home Postal Code", "Postleitzahl privat", "Почтовый код (дом.)", "Индекс (дом. адрес)",
                     "Dzīvesvietas pasta indekss"),
        "country": ("Home Country/Region", "Home Country", "Land/Region privat", "Land privat",
                    "Страна или регион (дом. адрес)", "Страна (дом. адрес)", "Dzīvesvietas valsts/reģions"),
    }),
    (("Business", "geschäftlich", "рабочий", "darbā"), {
        "street": ("Business Street", "Straße geschäftlich", "Улица (раб. адрес)", "Darbavietas iela", "Darba iela"),
        "street 2": ("Business Street 2", "Straße geschäftlich 2", "Улица 2 (раб. адрес)",
                     "Darbavietas ielas 2. rindiņa"),
        "street 3": ("Business Street 3", "Straße geschäftlich 3", "Улица 3 (раб. адрес)",
                     "Darbavietas ielas 3. rindiņa"),
        "box": ("Business Address PO Box", "Postfach geschäftlich", "Почтовый ящик (раб. адрес)",
                "Darba adreses pastkastīte"),
        "city": ("Business City", "Ort geschäftlich", "Город (раб. адрес)", "Darbavietas pilsēta"),
        "region": ("Business State", "Region geschäftlich", "Область (раб. адрес)", "Darbavietas rajons"),
        "postcode": ("Business Postal Code", "Postleitzahl geschäftlich", "Индекс (раб. адрес)",
                     "Darbavietas pasta indekss"),
        "country": ("Business Country/Region", "Business Country", "Land/Region geschäftlich", "Land geschäftlich",
                    "Страна или регион (раб. адрес)", "Страна (раб. адрес)", "Darbavietas valsts/reģions"),
    }),
    (("Other", "weitere", "другой", "cita"), {
        "street": ("Other Street", "Weitere Straße", "Улица (другой адрес)", "Cita iela"),
        "street 2": ("Other Street 2", "Weitere Straße 2", "Улица 2 (другой адрес)", "Citas ielas 2. rindiņa"),
        "street 3": ("Other Street 3", "Weitere Straße 3", "Улица 3 (другой адрес)", "Citas ielas 3. rindiņa"),
        "box": ("Other Address PO Box", "Weiteres Postfach", "Почтовый ящик (другой адрес)",
                "Citas adreses pastkastīte"),
        "city": ("Other City", "Weiterer Ort", "Город (другой адрес)", "Cita pilsēta"),
        "region": ("Other State", "Weiteres/r Bundesland/Kanton", "Область (другой адрес)", "Cits rajons"),
        "postcode": ("Other Postal Code", "Weitere Postleitzahl", "Индекс (другой адрес)", "Cits pasta indekss"),
        "country": ("Other Country/Region", "Other Country", "Weiteres/e Land/Region",
                    "Страна или регион (другой адрес)", "Страна (другой адрес)", "Cita valsts/reģions"),
    }),
)  # fmt: skip


def column(headings: Headings, names: tuple[str, ...]) -> int:
    """The column that bears one of these names, -1 without one."""
    return next((headings.at(name) for name in names if name in headings), -1)


def places(headings: Headings) -> list[tuple[str, dict[str, int]]]:
    """The columns of each address a table has, under the word for it in the table's own language."""
    found = []
    for labels, parts in _PLACES:
        columns = {part: column(headings, names) for part, names in parts.items()}
        if any(at >= 0 for at in columns.values()):
            found.append((_label(headings, labels, parts["street"] + parts["city"]), columns))
    return found


def _label(headings: Headings, labels: tuple[str, ...], names: tuple[str, ...]) -> str:
    """The word for an address in the language its headings are in: the sequence of names tells which."""
    there = next((folded(name) for name in names if name in headings), "")
    for label, marks in zip(labels, ("home business other", "privat geschäftlich weiter", "адрес", ""), strict=True):
        if not marks or any(mark in there for mark in marks.split()):
            return label
    return labels[0]
