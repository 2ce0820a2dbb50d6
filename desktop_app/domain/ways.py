"""By which way a message goes to somebody: the one they wish, else the one there is."""

from __future__ import annotations

from desktop_app.domain.customers import Channel, CustomerFields
from desktop_app.domain.messages import Means

SHORT = frozenset((Means.SMS, Means.WHATSAPP, Means.VIBER, Means.TELEGRAM))  # to a telephone: few words
_WISHED = {Channel.EMAIL: Means.EMAIL, Channel.SMS: Means.SMS, Channel.MESSENGER: Means.WHATSAPP}


def ways_to(reader: CustomerFields) -> tuple[Means, ...]:
    """Every way there is to somebody, the one they wish first; a copied text is always possible, and last."""
    by_mail = (Means.EMAIL,) if reader.email else ()
    by_phone = (Means.SMS, Means.WHATSAPP, Means.VIBER, Means.TELEGRAM) if reader.phone else ()
    wished = _WISHED.get(reader.channel) if reader.channel is not None else None
    ways = (*by_mail, *by_phone, Means.COPY)
    return tuple(sorted(ways, key=lambda means: means is not wished))


def address_by(reader: CustomerFields, means: Means) -> str:
    """Where a message goes that goes this way, "" where nothing is known or it is copied."""
    if means is Means.EMAIL:
        return reader.email
    return reader.phone if means in SHORT else ""
