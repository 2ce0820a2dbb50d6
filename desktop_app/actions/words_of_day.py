"""The owner's word to the packers for one day, and a packer's confirmation of having read it or the mission."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping

from desktop_app.domain.changes import Changes, Topic
from desktop_app.domain.errors import Invalid
from desktop_app.domain.packers import Read
from desktop_app.domain.text import clean, shorten
from desktop_app.i18n import Language, msg
from desktop_app.queries import Shop
from desktop_app.queries.packers import packer
from desktop_app.queries.words_of_day import day_word_id, was_read
from desktop_app.store.tables import DayWordTable, ReadingTable

_TOPICS = (Topic.PACKERS,)
_LONGEST = 300  # letters: it is read standing


def set_day_word(shop: Shop, day: dt.date, texts: Mapping[Language, str], *, actor: str) -> Changes:
    """Keeps the word for a day, in one language or more; without any text there is none.

    Raises Invalid at `word` for one that is too long, at `day` for a day that is over.
    """
    kept = {language: tidy for language, text in texts.items() if (tidy := clean(text))}
    longest = max(kept.values(), key=len, default="")
    if len(longest) > _LONGEST:
        raise Invalid(
            "word",
            msg("“{value}” is too long for a word: at most {limit} letters.", value=shorten(longest), limit=_LONGEST),
        )
    if kept and day < shop.today():
        raise Invalid("day", msg("{day} is over. Choose today or a day to come.", day=day))
    row = day_word_id(shop, day)
    title = msg("Word to the packers for {day}", day=day) if kept else msg("No word to the packers for {day}", day=day)
    with shop.change(title, actor=actor, topics=_TOPICS) as change:
        values = {"texts": json.dumps(kept, ensure_ascii=False), "by": actor}
        if row is None and kept:
            change.insert(DayWordTable, {"day": day, **values})
        elif row is not None and kept:
            change.update(DayWordTable, row, version=None, values=values)
        elif row is not None:
            change.delete(DayWordTable, [row])
    return change.changes


def confirm_read(shop: Shop, packer_id: int, kind: Read, key: str, *, actor: str) -> Changes:
    """Notes that a packer has read a text, by the key that `queries.packers.unread` gave it; once is enough.

    It says what happened and is not undone. Raises NotFound when the packer is gone.
    """
    name = packer(shop, packer_id).fields.person
    known = was_read(shop, packer_id, kind, key)
    title = (
        msg("{name} has read the mission", name=shorten(name))
        if kind is Read.MISSION
        else msg("{name} has read the word of the day", name=shorten(name))
    )
    with shop.change(title, actor=actor, topics=_TOPICS, undoable=False) as change:
        if not known:
            at = shop.now().isoformat(timespec="seconds")
            change.insert(ReadingTable, {"packer": packer_id, "kind": kind.value, "key": key, "at": at})
    return change.changes
