"""The fields that a card's text may name between braces; wording.py compiles with these, fields.py gives the values."""

from __future__ import annotations

from functools import lru_cache

from desktop_app.domain.cards import CASED, COUNTED, Field
from desktop_app.domain.references import Reference, Vocabulary

CARD_FIELDS = Vocabulary(Field, cased=CASED, counted=COUNTED)


@lru_cache(maxsize=256)
def reference_by_key(key: str) -> Reference[Field] | None:
    """The reference whose value is kept by this key; None for other keys."""
    return CARD_FIELDS.reference(key)
