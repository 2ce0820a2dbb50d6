"""What a platform's report of sales comes to, in the words of its plan; the report itself holds no orders to keep."""

from __future__ import annotations

from collections.abc import Iterable

from desktop_app.domain.importing import SalesRecord
from desktop_app.domain.money import Money
from desktop_app.i18n import Language, Message, OwnWords, Words, msg, nmsg


def sales_notes(sales: Iterable[SalesRecord]) -> list[Message]:
    """Pieces, turnover and fees of each report, to compare with what the platform says."""
    return [note for one in sales if one.row for note in _notes(one)]


def _notes(one: SalesRecord) -> list[Message]:
    def amount(minor: int) -> OwnWords:
        money = Money(minor, one.currency).amount
        return OwnWords({language: Words(language).money(money, one.currency) for language in Language})

    found = [
        nmsg(
            "{n} piece was sold and {back} came back: a turnover of {revenue}.",
            "{n} pieces were sold and {back} came back: a turnover of {revenue}.",
            n=one.sold,
            back=one.returned,
            revenue=amount(one.revenue_minor),
        )
    ]
    if one.payout_minor is not None:
        found.append(
            msg(
                "Its own share taken off, the platform leaves {payout}; of that it keeps {fees} for delivery, storage "
                "and the like.",
                payout=amount(one.payout_minor),
                fees=amount(one.fees_minor),
            )
        )
    return found
