"""What customers agreed to be sent or asked, since when, by which source, and until when."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import NewType

from desktop_app.domain.states import StrEnum

ConsentId = NewType("ConsentId", int)


class Purpose(StrEnum):
    """What a consent is for."""

    NEWS_EMAIL = "news-email"
    NEWS_SMS = "news-sms"
    NEWS_POST = "news-post"
    CONGRATULATIONS = "congratulations"
    REVIEW_REQUEST = "review-request"
    PROFILE = "profile"  # keeping interests and family to choose gifts by


@dataclass(frozen=True, slots=True)
class ConsentFields:
    """One consent as given; in force while `withdrawn_on` is None or yet to come."""

    what: Purpose
    given_on: dt.date | None = None
    source: str = ""
    withdrawn_on: dt.date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Consent:
    """One consent as kept."""

    id: ConsentId
    version: int
    fields: ConsentFields
