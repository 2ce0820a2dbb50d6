"""Links that open a prepared message in another program; a person sends it from there, so nothing is known of that."""

from __future__ import annotations

from urllib.parse import quote

from desktop_app.domain.messages import Means

_TAKE_TEXT = frozenset((Means.EMAIL, Means.SMS, Means.WHATSAPP, Means.TELEGRAM))


def takes_text(means: Means) -> bool:
    """Whether the program is opened with the text in it; where not, the text has to be copied and pasted there."""
    return means in _TAKE_TEXT


def link(means: Means, address: str, *, country: str = "", subject: str = "", text: str = "") -> str:
    """The link that opens a message by `means` to an e-mail address or a number typed in `country`.

    Empty where there is none: a number that cannot be dialled, or a text that is only copied.
    """
    if means is Means.EMAIL:
        return _mail(address, subject, text) if address else ""
    number = "" if means is Means.COPY else dialled(address, country)
    if not number:
        return ""
    said, digits = quote(text, safe=""), number.removeprefix("+")
    return {
        Means.SMS: f"sms:{number}?body={said}",  # RFC 5724 has no text, but all programs take it
        Means.WHATSAPP: f"https://wa.me/{digits}?text={said}",
        Means.VIBER: f"viber://chat?number=%2B{digits}",
        Means.TELEGRAM: f"tg://resolve?phone={digits}&text={said}",
    }[means]


def dialled(phone: str, country: str) -> str:
    """A number as it is dialled from anywhere, as +37120000000, typed in `country`; empty where it is none."""
    import phonenumbers  # slow to load: first use, not start

    try:
        number = phonenumbers.parse(phone, country or None)
    except phonenumbers.NumberParseException:
        return ""
    if not phonenumbers.is_possible_number(number):
        return ""
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))


def _mail(address: str, subject: str, text: str) -> str:
    lines = text.replace("\r\n", "\n").replace("\n", "\r\n")  # RFC 6068
    return f"mailto:{quote(address, safe='@')}?subject={quote(subject, safe='')}&body={quote(lines, safe='')}"
