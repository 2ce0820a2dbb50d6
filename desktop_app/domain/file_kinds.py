"""The shapes of file the program reads: whose export each is, and what its records are."""

from __future__ import annotations

from desktop_app.domain.states import StrEnum


class Brings(StrEnum):
    """What the records of a file are."""

    ORDERS = "orders"
    PEOPLE = "people"
    PRODUCTS = "products"
    COMPLAINTS = "complaints"


class FileKind(StrEnum):
    """The shapes of file the program reads."""

    SHOPIFY_ORDERS = "shopify-orders"
    SHOPIFY_CUSTOMERS = "shopify-customers"
    WOOCOMMERCE_ITEMS = "woocommerce-items"
    WOOCOMMERCE_ORDERS = "woocommerce-orders"
    WOOCOMMERCE_ANALYTICS = "woocommerce-analytics"
    ETSY_ITEMS = "etsy-items"
    ETSY_ORDERS = "etsy-orders"
    EBAY_ORDERS = "ebay-orders"
    AMAZON_ORDERS = "amazon-orders"
    AMAZON_ALL_ORDERS = "amazon-all-orders"
    OZON_POSTINGS = "ozon-postings"
    WILDBERRIES_SALES = "wildberries-sales"
    TILDA_LEADS = "tilda-leads"
    TILDA_CONTACTS = "tilda-contacts"
    BITRIX_ORDERS = "bitrix-orders"
    PRESTASHOP_CUSTOMERS = "prestashop-customers"
    PRESTASHOP_ADDRESSES = "prestashop-addresses"
    MAGENTO_CUSTOMERS = "magento-customers"
    WIX_ORDERS = "wix-orders"
    SQUARESPACE_ORDERS = "squarespace-orders"
    GOOGLE_CONTACTS = "google-contacts"
    OUTLOOK_CONTACTS = "outlook-contacts"
    THUNDERBIRD_CONTACTS = "thunderbird-contacts"
    MAILCHIMP_CONTACTS = "mailchimp-contacts"
    VCARD = "vcard"
    CALENDAR = "calendar"
    CORDIAL_ORDERS = "cordial-orders"  # what Cordial wrote itself, whole
    CORDIAL_CUSTOMERS = "cordial-customers"
    CORDIAL_COMPLAINTS = "cordial-complaints"
    MAPPED_ORDERS = "orders"
    MAPPED_CUSTOMERS = "customers"
    MAPPED_PRODUCTS = "products"
    MAPPED_COMPLAINTS = "complaints"
    MAIL = "mail"

    @property
    def platform(self) -> str:
        """The platform or program that wrote it, as it writes its own name; empty for a table of one's own."""
        return _PLATFORMS.get(self.value.partition("-")[0], "") if "-" in self.value else ""

    @property
    def address_book(self) -> bool:
        """Whether somebody keeps it for themselves: it adds to what the shop knows of people and overrules nothing."""
        return self in _ADDRESS_BOOKS

    @property
    def brings(self) -> Brings:
        """What its records are."""
        if self in _OTHER:
            return _OTHER[self]
        return Brings.PEOPLE if self.value.endswith(_OF_PEOPLE) else Brings.ORDERS


_PLATFORMS = {
    "cordial": "Cordial",
    "shopify": "Shopify", "woocommerce": "WooCommerce", "etsy": "Etsy", "ebay": "eBay", "amazon": "Amazon",
    "ozon": "Ozon", "wildberries": "Wildberries", "tilda": "Tilda", "bitrix": "Bitrix", "prestashop": "PrestaShop",
    "magento": "Magento", "wix": "Wix", "squarespace": "Squarespace", "google": "Google", "outlook": "Outlook",
    "thunderbird": "Thunderbird", "mailchimp": "Mailchimp",
}  # fmt: skip


def source_name(source: str) -> str:
    """The shop a record came from as people call it: a platform as it spells itself, any other as it was named."""
    return _PLATFORMS.get(source, source)


_OF_PEOPLE = ("customers", "contacts", "addresses", "vcard", "calendar")
_ADDRESS_BOOKS = (
    FileKind.GOOGLE_CONTACTS, FileKind.OUTLOOK_CONTACTS, FileKind.THUNDERBIRD_CONTACTS, FileKind.VCARD,
    FileKind.CALENDAR,
)  # fmt: skip
_OTHER = {
    FileKind.WILDBERRIES_SALES: Brings.PRODUCTS,
    FileKind.MAPPED_PRODUCTS: Brings.PRODUCTS,
    FileKind.MAPPED_COMPLAINTS: Brings.COMPLAINTS,
    FileKind.CORDIAL_COMPLAINTS: Brings.COMPLAINTS,
    FileKind.MAIL: Brings.COMPLAINTS,
}
MAPPED = (
    FileKind.MAPPED_ORDERS, FileKind.MAPPED_CUSTOMERS, FileKind.MAPPED_PRODUCTS, FileKind.MAPPED_COMPLAINTS,
)  # fmt: skip
