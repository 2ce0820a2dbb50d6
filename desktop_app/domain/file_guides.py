"""Where each platform gives a shop's own data out as a file, and what such a file cannot tell."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.domain.file_kinds import FileKind
from desktop_app.i18n import Message, msg


@dataclass(frozen=True, slots=True)
class FileGuide:
    """One platform or program, and where in it to press."""

    platform: str
    where: Message


FILE_GUIDES: tuple[FileGuide, ...] = (
    FileGuide("Shopify", msg("Orders → Export, and Customers → Export. Choose all, as CSV.")),
    FileGuide(
        "WooCommerce",
        msg(
            "An order export plugin, as CSV: one row an article tells most. Analytics → Orders → Download works too, "
            "but holds no addresses."
        ),
    ),
    FileGuide(
        "Etsy",
        msg(
            "Shop Manager → Settings → Options → Download Data. Take “Order Items” and “Orders”, and drop both here: "
            "they belong together."
        ),
    ),
    FileGuide("eBay", msg("Seller Hub → Orders → Download report.")),
    FileGuide("Amazon", msg("Seller Central → Orders → Order reports. The file ends in .txt: leave it as it is.")),
    FileGuide("Ozon", msg("Analytics → Reports → Orders, with the financial and the analytical data ticked.")),
    FileGuide("Wildberries", msg("Finance → Weekly realization reports → Details.")),
    FileGuide("Tilda", msg("Site → Leads → Export, as CSV.")),
    FileGuide("1C-Bitrix", msg("Shop → Orders → Excel, above the list.")),
    FileGuide(
        "PrestaShop",
        msg(
            "Customers → Export. For their addresses, Advanced Parameters → Database: SELECT * FROM ps_address, then "
            "Export."
        ),
    ),
    FileGuide(
        "Magento", msg("System → Data Transfer → Export → Customers Main File, and the same for Customer Addresses.")
    ),
    FileGuide("Wix", msg("Sales → Orders → Export.")),
    FileGuide("Squarespace", msg("Selling → Orders → Download CSV.")),
    FileGuide("Google", msg("contacts.google.com → Export → Google CSV. Birthdays come along.")),
    FileGuide("Outlook", msg("File → Open & Export → Import/Export → Export to a file → CSV → Contacts.")),
    FileGuide("Thunderbird", msg("Address Book → Tools → Export, as CSV or vCard.")),
    FileGuide("Mailchimp", msg("Audience → All contacts → Export audience.")),
    FileGuide("iPhone, Android, iCloud", msg("Contacts → Export or Share: a .vcf file with one person or all.")),
)

_CANNOT: dict[FileKind, Message] = {
    FileKind.WOOCOMMERCE_ANALYTICS: msg(
        "This report of WooCommerce names no e-mail addresses and no prices, and its sums are net sales, without "
        "delivery and tax. What you know of an order from elsewhere stays as it is."
    ),
    FileKind.ETSY_ITEMS: msg(
        "Etsy gives out no e-mail addresses. Refunds and states stand in its other file, “Orders”: drop that here too."
    ),
    FileKind.ETSY_ORDERS: msg(
        "Etsy gives out no e-mail addresses. The articles stand in its other file, “Order Items”: drop that here too."
    ),
    FileKind.EBAY_ORDERS: msg("This file does not tell which orders were cancelled, and hides most e-mail addresses."),
    FileKind.AMAZON_ORDERS: msg("Amazon hides its buyers’ e-mail addresses, so nobody can be written to."),
    FileKind.AMAZON_ALL_ORDERS: msg(
        "This report names no buyers: its orders belong to nobody. The order report names them."
    ),
    FileKind.OZON_POSTINGS: msg("Ozon gives out no names, addresses or e-mail of its buyers."),
    FileKind.TILDA_LEADS: msg("This file does not tell which orders were paid or cancelled."),
    FileKind.CALENDAR: msg("A calendar holds names and days only: no e-mail, no phone, no address."),
}


def cannot_tell(kind: FileKind) -> tuple[Message, ...]:
    """What every file of this kind leaves open, whoever exports it."""
    found = _CANNOT.get(kind)
    return () if found is None else (found,)
