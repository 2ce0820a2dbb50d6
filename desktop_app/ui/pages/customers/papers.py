"""The papers that are printed for customers themselves, by the words of the menus that offer them."""

from __future__ import annotations

from collections.abc import Mapping

from desktop_app.domain.kinds import Kind
from desktop_app.i18n import Message, msg

PAPERS: Mapping[Kind, Message] = {
    Kind.BIRTHDAY: msg("Birthday cards"), Kind.ADDRESS: msg("Address labels"), Kind.CONTACTS: msg("Contact sheet"),
    Kind.VOUCHER: msg("Vouchers"), Kind.THANK_YOU: msg("Thank-you cards"),
}  # fmt: skip
