"""Headings of each field in English, Russian, Latvian and some German; always compared whole, never by a part."""

from __future__ import annotations

_ORDER = {
    "number": (
        "number|order number|order no|order no.|order #|order|order id|orderid|order name|order code|invoice|"
        "invoice number|номер заказа|заказ|заказ №|№ заказа|номер|ваш номер заказа|pasūtījuma numurs|"
        "pasūtījums|pasūtījuma nr|pasūtījuma nr.|nr|nr.|numurs|bestellnummer|№"
    ),
    "person_key": (
        "customer id|client id|customer number|customer no|customer no.|buyer id|user id|id клиента|код клиента|"
        "id покупателя|klienta id|klienta numurs|pircēja id|kundennummer"
    ),
    "placed_at": (
        "order date|date|created at|created|date created|placed at|placed on|purchase date|sale date|"
        "ordered at|дата заказа|дата|дата создания|дата оформления|дата создания заказа|дата поступления заказа|"
        "дата и время|дата и время заказа|"
        "дата и время создания|дата и время оформления|момент времени|время|принят в обработку|"
        "pasūtījuma datums|datums|izveidots|bestelldatum|datum"
    ),
    "changed_at": (
        "changed at|updated at|modified|date modified|last updated|дата изменения|статус изменён|статус изменен|"
        "дата изменения статуса|mainīts|izmaiņu datums"
    ),
    "status": (
        "status|order status|state|fulfillment status|статус|статус заказа|состояние|statuss|stāvoklis|"
        "pasūtījuma statuss"
    ),
    "paid": "paid|payment status|оплачен|оплачено|статус оплаты|оплата|apmaksāts|samaksāts|bezahlt",
    "currency": "currency|currency code|order currency|валюта|код валюты|valūta|währung",
    "total": (
        "total|order total|grand total|total price|amount|sum|total amount|сумма заказа|итого|"
        "revenue|order value|общая сумма|общая сумма заказа|сумма к оплате|итого к оплате|к оплате|итоговая сумма|"
        "сумма|стоимость|выручка|ieņēmumi|"
        "kopā|summa|pasūtījuma summa|kopsumma|gesamtbetrag|summe"
    ),
    "shipping": (
        "shipping|shipping cost|shipping price|delivery cost|shipping total|стоимость доставки|"
        "стоимость доставки для покупателя|доставка|"
        "piegādes cena|piegāde|piegādes maksa"
    ),
    "discount": "discount|discount amount|discount total|скидка|atlaide",
    "tax": "tax|taxes|tax total|vat|total tax|налог|ндс|pvn|nodoklis",
    "refunded": "refunded|refunded amount|refund|возврат|возвращено|atmaksāts klientam",
    "ship_by": "ship by|ship by date|due date|promise date|отгрузить до|дата отгрузки|план. дата отгрузки|"
        "плановая дата отгрузки|плановая дата передачи курьеру|срок отправки|nosūtīt līdz",
    "deliver_by": "deliver by|deliver by date|promised delivery|promised delivery date|доставить до|piegādāt līdz",
    "carrier": "carrier|shipping carrier|shipping service|служба доставки|перевозчик|pārvadātājs|kurjers",
    "tracking": (
        "tracking|tracking number|tracking no|трек-номер|трек номер|номер отслеживания|sūtījuma numurs|"
        "izsekošanas numurs"
    ),
    "ship_name": "ship to name|shipping name|recipient|recipient name|ship name|получатель|saņēmējs",
    "product": (
        "product|product name|item|item name|item title|article|title|товар|название товара|"
        "наименование товара|название товара в kaspi магазине|название в системе продавца|наименование|"
        "название|позиция|номенклатура|produkts|prece|preces nosaukums|nosaukums|artikel|"
        "artikelname"
    ),
    "sku": (
        "sku|article code|item sku|product code|артикул|артикул продавца|артикул товара|ваш sku|код товара|artikuls|"
        "preces kods|artikelnummer"
    ),
    "quantity": (
        "quantity|qty|count|pieces|pcs|количество|кол-во|количество товара|количество, шт|шт|daudzums|skaits|gab|"
        "menge|anzahl"
    ),
    "barcode": "barcode|ean|ean13|gtin|upc|item barcode|product barcode|штрихкод|штрих код|svītrkods|strichcode",
    "weight": "item weight|product weight|вес товара|вес штуки|preces svars|gabala svars",
    "unit_price": (
        "unit price|price|item price|price each|цена|ваша цена|ваша цена (за шт.)|цена продажи|цена, руб|цена за шт|"
        "цена товара|"
        "cena|vienības cena|preis|einzelpreis"
    ),
    "line_price": (
        "line total|item total|line amount|row total|сумма позиции|сумма товара|сумма строки|стоимость позиции|"
        "rindas summa|summa par preci"
    ),
}
_PERSON = {
    "name": (
        "name|full name|customer|customer name|buyer name|billing name|client|имя|фио|ф.и.о.|имя и фамилия|"
        "контрагент|фио клиента|фио покупателя|имя клиента|"
        "покупатель|клиент|имя покупателя|vārds uzvārds|vārds, uzvārds|klients|pircējs|kundes navn|kunde|"
        "namn|name des käufers"
    ),
    "given": "first name|given name|firstname|given|billing first name|имя (без фамилии)|vārds|vorname|förnamn",
    "patronymic": "patronymic|отчество|tēvvārds",
    "family": "last name|family name|surname|lastname|family|billing last name|фамилия|uzvārds|nachname|efternamn",
    "company": (
        "company|organization|organisation|organization name|business|компания|организация|фирма|uzņēmums|"
        "firma|организация (компания)"
    ),
    "email": (
        "email|e-mail|email address|e-mail address|mail|customer email|customer e-mail|buyer email|"
        "contact email|e-mail 1 - value|эл. почта|электронная почта|email клиента|почта|email покупателя|e-pasts|"
        "epasts|"
        "e-pasta adrese|e-post|epost"
    ),
    "phone": (
        "phone|phone number|telephone|mobile|mobile phone|mobile number|tel|tel.|cell|billing phone|"
        "phone 1 - value|телефон|тел|тел.|номер телефона|контактный телефон|телефон покупателя|телефон клиента|"
        "мобильный|tālrunis|telefons|tālr.|mobilais|mobil|"
        "telefon"
    ),
    "street": (
        "address|street|street address|address 1|address1|address line 1|billing address|адрес|улица|"
        "адрес доставки|адрес покупателя|адрес самовывоза/доставки|adrese|iela|straße|adress"
    ),
    "city": "city|town|ship city|shipping city|billing city|город|город доставки|pilsēta|stadt|ort",
    "region": "region|state|province|county|ship state|регион|область|регион доставки|novads|rajons",
    "postcode": (
        "postcode|zip|zip code|postal code|zipcode|post code|ship zip|индекс|почтовый индекс|pasta indekss|indekss|plz"
    ),
    "country": "country|country code|ship country|shipping country|страна|valsts|land",
    "language": "language|lang|locale|язык|valoda|sprache",
    "birthday": (
        "birthday|birth date|birthdate|date of birth|dob|birthday (yyyy-mm-dd)|день рождения|дата рождения|"
        "др|dzimšanas diena|dzimšanas datums|geburtstag|geburtsdatum"
    ),
    "note": (
        "note|notes|comment|comments|customer note|комментарий|комментарий покупателя|комментарий к заказу|"
        "примечание|заметка|piezīme|piezīmes|komentārs"
    ),
}
_MORE = {
    "tags": "tags|labels|groups|метки|теги|группы|birkas|tagi|grupas",
    "interests": "interests|hobbies|интересы|увлечения|intereses|hobiji",
    "news_email": (
        "accepts email marketing|accepts marketing|email marketing|newsletter|email consent|согласие на рассылку|"
        "рассылка|piekrīt jaunumiem|jaunumi pa e-pastu"
    ),
    "news_sms": "accepts sms marketing|sms marketing|sms consent|согласие на смс|смс-рассылка|jaunumi ar īsziņu",
}
_GOODS = {
    "product": f"{_ORDER['product']}|name|название",
    "sku": f"{_ORDER['sku']}|variant sku|code|код|kods",
    "barcode": (
        "barcode|ean|ean13|ean 13|gtin|upc|gtin, upc, ean, or isbn|variant barcode|штрихкод|"
        "штрих код|svītrkods|strichcode"
    ),
    "price": (
        "price|unit price|regular price|variant price|retail price|sale price|цена|цена за шт|розничная цена|cena|"
        "pārdošanas cena|preis"
    ),
    "currency": f"{_ORDER['currency']}|price, currency|цена, валюта|cena, valūta",
    "stock": (
        "stock|in stock|stock quantity|inventory|variant inventory qty|available|on hand|quantity|qty|остаток|остатки|"
        "в наличии|количество|кол-во|krājums|krājumā|atlikums|daudzums|noliktavā|bestand"
    ),
    "shelf": (
        "shelf|shelf place|location|bin|place|полка|место|место хранения|стеллаж|plaukts|vieta|"
        "glabāšanas vieta|regal"
    ),
    "weight": (
        "weight|weight in grams|weight (g)|weight (kg)|grams|variant grams|вес|вес в граммах|"
        "вес, г|вес (г)|вес, кг|вес (кг)|"
        "svars|svars gramos|svars (g)|svars (kg)|gewicht"
    ),
    "fragile": "fragile|хрупкое|хрупкий|бьющееся|trausls|plīstošs|zerbrechlich",
    "handling_days": (
        "days to make ready|handling days|handling time|lead time|processing time|дней на подготовку|срок подготовки|"
        "dienas sagatavošanai|sagatavošanas dienas"
    ),
    "warranty_months": (
        "warranty|warranty in months|warranty months|warranty (months)|гарантия|гарантия в месяцах|гарантия, мес|"
        "гарантия (мес)|garantija|garantija mēnešos|garantie"
    ),
    "link": (
        "link|how to address|how to link|video|instructions link|url|ссылка|ссылка на инструкцию|"
        "адрес инструкции|видео|"
        "saite|saite uz pamācību|pamācības adrese|video saite"
    ),
    "care": (
        "care|care instructions|instructions|уход|как ухаживать|указания по уходу|инструкция|"
        "kopšana|kopšanas norādījumi|"
        "lietošana|pflege"
    ),
    "interests": _MORE["interests"],
    "supplier": (
        "supplier|vendor|manufacturer|maker|producer|поставщик|производитель|piegādātājs|ražotājs|lieferant|hersteller"
    ),
    "note": _PERSON["note"],
    "name_en": "name in english|name (en)|name en|english name|title en|название по английски|nosaukums angliski",
    "name_ru": "name in russian|name (ru)|name ru|russian name|title ru|название по русски|nosaukums krieviski",
    "name_lv": "name in latvian|name (lv)|name lv|latvian name|title lv|название по латышски|nosaukums latviski",
    "care_en": "care in english|care (en)|care en|уход по английски|kopšana angliski",
    "care_ru": "care in russian|care (ru)|care ru|уход по русски|kopšana krieviski",
    "care_lv": "care in latvian|care (lv)|care lv|уход по латышски|kopšana latviski",
}
_KEY_OF_PERSON = "customer id|client id|customer number|id|id клиента|код клиента|klienta id|klienta numurs"


_COMPLAINT = {
    "text": (
        "review|review text|text|comment|comments|complaint|message|feedback|description|review body|body|"
        "отзыв|текст отзыва|текст|жалоба|комментарий|сообщение|"
        "atsauksme|atsauksmes teksts|teksts|sūdzība|komentārs|ziņa|bewertung|kommentar"
    ),
    "good": "pros|advantages|достоинства|плюсы|priekšrocības|plusi",
    "bad": "cons|disadvantages|недостатки|минусы|trūkumi|mīnusi",
    "rating": (
        "rating|stars|star rating|score|mark|оценка|рейтинг|количество звезд|звезды|"
        "vērtējums|zvaigznes|novērtējums|sterne"
    ),
    "received_at": (
        "date|received|received at|received on|created|created at|review date|date reviewed|published|"
        "дата|дата отзыва|получено|дата и время публикации|дата публикации|создан|"
        "datums|saņemts|atsauksmes datums|publicēts|datum"
    ),
    "key": "review id|complaint id|id|id отзыва|номер отзыва|номер жалобы|atsauksmes id|sūdzības numurs",
    "subject": "title|subject|headline|review title|тема|заголовок|temats|virsraksts|nosaukums",
    "number": _ORDER["number"],
    "product": _ORDER["product"].replace("|title|", "|").replace("|nosaukums|", "|"),
    "sku": _ORDER["sku"],
    "kind": "kind|type|category|reason|вид|тип|категория|причина|veids|kategorija|iemesls",
    "severity": "severity|priority|urgency|важность|срочность|приоритет|svarīgums|steidzamība",
    "source": "source|platform|channel|marketplace|site|источник|площадка|канал|avots|platforma|kanāls|vietne",
    **{field: _PERSON[field] for field in ("name", "given", "family", "email", "phone", "language", "country")},
}


def _split(table: dict[str, str]) -> dict[str, tuple[str, ...]]:
    return {field: tuple(names.split("|")) for field, names in table.items()}


ORDER_NAMES = _split({**_ORDER, **_PERSON})
PRODUCT_NAMES = _split(_GOODS)
COMPLAINT_NAMES = _split(_COMPLAINT)
PEOPLE_NAMES = _split({"key": _KEY_OF_PERSON, **_PERSON, **_MORE})
