"""What customers agreed to be sent or asked, since when, by which source, and until when."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NewType

from desktop_app.domain.states import StrEnum
from desktop_app.i18n import Message, msg

ConsentId = NewType("ConsentId", int)


class Purpose(StrEnum):
    """What a consent is for."""

    NEWS_EMAIL = "news-email"
    NEWS_SMS = "news-sms"
    NEWS_POST = "news-post"
    CONGRATULATIONS = "congratulations"
    REVIEW_REQUEST = "review-request"
    PROFILE = "profile"  # keeping interests and family to choose gifts by


PURPOSE_NAMES: Mapping[Purpose, Message] = {
    Purpose.NEWS_EMAIL: msg("News by e-mail"),
    Purpose.NEWS_SMS: msg("News by text message"),
    Purpose.NEWS_POST: msg("News by post"),
    Purpose.CONGRATULATIONS: msg("Congratulations"),
    Purpose.REVIEW_REQUEST: msg("Being asked for a review"),
    Purpose.PROFILE: msg("Keeping interests and family, to choose gifts by"),
}


@dataclass(frozen=True, slots=True)
class ConsentFields:
    """One consent as given; in force while `withdrawn_on` is None or yet to come."""

    what: Purpose
    given_on: dt.date | None = None
    source: str = ""
    withdrawn_on: dt.date | None = None
    note: str = ""

    def in_force(self, today: dt.date) -> bool:
        """Whether it counts on a day."""
        return self.withdrawn_on is None or self.withdrawn_on > today


@dataclass(frozen=True, slots=True)
class Consent:
    """One consent as kept."""

    id: ConsentId
    version: int
    fields: ConsentFields
