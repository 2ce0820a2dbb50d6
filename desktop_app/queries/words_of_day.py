"""The owner's word of a day, what a packer has yet to read, and who has read what."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Mapping

from desktop_app.domain.packers import (
    DayWord,
    Read,
    Reading,
    ToRead,
    mission_key,
    mission_keys,
    text_in,
    word_key,
    word_keys,
)
from desktop_app.domain.paper_settings import MISSIONS
from desktop_app.domain.settings import SHOP_LANGUAGE
from desktop_app.i18n import Language
from desktop_app.queries import Shop
from desktop_app.queries.packers import packer, packers
from desktop_app.queries.settings import settings
from desktop_app.store.tables import DayWordTable as W
from desktop_app.store.tables import ReadingTable as R


def day_word(shop: Shop, day: dt.date) -> DayWord | None:
    """The owner's word to the packers on that day, if there is one."""
    return next(iter(day_words(shop, since=day, until=day)), None)


def day_words(shop: Shop, *, since: dt.date, until: dt.date | None = None) -> list[DayWord]:
    """The words of the days from `since` on, soonest first."""
    query = W.select(W.day, W.texts, W.by).where(W.day >= since)
    if until is not None:
        query = query.where(W.day <= until)
    return [
        DayWord(day, tuple((Language(language), text) for language, text in json.loads(texts).items()), by)
        for day, texts, by in shop.rows(query.order_by(W.day).tuples())
    ]


def day_word_id(shop: Shop, day: dt.date) -> int | None:
    """The row of that day's word, if there is one."""
    found = shop.value(W.select(W.id).where(W.day == day))
    return int(found) if found is not None else None


def readings(shop: Shop, day: dt.date) -> list[Reading]:
    """Everybody who packs now, and when they read the mission as it stands and the word of that day."""
    there = [one for one in packers(shop) if one.fields.active]
    if not there:
        return []
    word, read = day_word(shop, day), _read(shop)
    missions = mission_keys(list(_missions(shop).values()))
    words = word_keys(word) if word else frozenset()
    return [
        Reading(one, _when(read, one.id, Read.MISSION, missions), _when(read, one.id, Read.WORD, words))
        for one in there
    ]


def unread(shop: Shop, packer_id: int, day: dt.date, language: Language | None = None) -> list[ToRead]:
    """What this packer has yet to confirm, the mission first: in their language, else `language`, else the shop's."""
    one = packer(shop, packer_id)
    shop_language = Language(settings(shop)[SHOP_LANGUAGE])
    wanted = (one.fields.language, language, shop_language)
    read, missions, found = _read(shop, packer_id), _missions(shop), []
    text = text_in(missions, *wanted)
    if text and not _when(read, one.id, Read.MISSION, mission_keys(list(missions.values()))):
        found.append(ToRead(Read.MISSION, text, mission_key(text)))
    word = day_word(shop, day)
    text = text_in(dict(word.texts), *wanted) if word else ""
    if word and text and not _when(read, one.id, Read.WORD, word_keys(word)):
        found.append(ToRead(Read.WORD, text, word_key(day, text)))
    return found


def reading_ids(shop: Shop, packer_ids: Iterable[int]) -> list[int]:
    """The rows that say what these packers have read."""
    return [number for (number,) in shop.rows(R.select(R.id).where(R.packer.in_(list(packer_ids))).tuples())]


def was_read(shop: Shop, packer_id: int, kind: Read, key: str) -> bool:
    """Whether this packer has confirmed that very text."""
    found = R.select(R.id).where(R.packer == packer_id, R.kind == kind.value, R.key == key)
    return shop.value(found) is not None


def _missions(shop: Shop) -> dict[Language, str]:
    values = settings(shop)
    return {language: values[setting] for language, setting in MISSIONS.items()}


def _read(shop: Shop, packer_id: int | None = None) -> Mapping[tuple[int, str, str], str]:
    """When each packer read what: (packer, kind, key) -> ISO 8601."""
    query = R.select(R.packer, R.kind, R.key, R.at)
    if packer_id is not None:
        query = query.where(R.packer == packer_id)
    return {(number, kind, key): at for number, kind, key, at in shop.rows(query.tuples())}


def _when(read: Mapping[tuple[int, str, str], str], number: int, kind: Read, keys: Iterable[str]) -> str:
    """When the first of these texts was read, "" when none was."""
    return min((read[number, kind.value, key] for key in keys if (number, kind.value, key) in read), default="")
