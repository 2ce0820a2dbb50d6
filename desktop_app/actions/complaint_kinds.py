"""The shop's list of kinds of complaint: added, called otherwise, put in order, hidden and removed."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from desktop_app.actions.complaint_terms import write_terms
from desktop_app.domain.changes import Changes, Topic
from desktop_app.domain.complaints import KINDS, Severity
from desktop_app.domain.errors import Conflict, Invalid, NotFound
from desktop_app.domain.keys import name_key
from desktop_app.domain.text import clean, shorten
from desktop_app.i18n import Language, Words, msg, nmsg
from desktop_app.queries import Shop
from desktop_app.queries.complaint_kinds import kept_kinds, kind_uses, kinds
from desktop_app.queries.message_texts import answers_of_kind
from desktop_app.queries.resolutions import page_ids
from desktop_app.store.tables import BookPageTable, ComplaintKindTable, MessageTextTable

if TYPE_CHECKING:
    from desktop_app.store.transaction import Change

_TOPICS = (Topic.COMPLAINTS,)
_LONGEST = 60  # letters of a name
_OWN = "own-"


def add_kind(shop: Shop, texts: Mapping[Language, str], *, actor: str) -> tuple[str, Changes]:
    """Adds a kind of the shop's own, by its names; answers its code. Raises Invalid at "texts"."""
    tidy = _checked(texts)
    with shop.change(msg("Add the kind “{name}”", name=_first(tidy)), actor=actor, topics=_TOPICS) as change:
        _check_free(shop, tidy, "")
        known = [kind.code for kind in kinds(shop)]
        code = _OWN + str(max((int(one[len(_OWN) :]) for one in known if one.startswith(_OWN)), default=0) + 1)
        change.insert(ComplaintKindTable, {"code": code, "texts": _json(tidy), "position": len(known) + 1})
    return code, change.changes


def name_kind(shop: Shop, code: str, texts: Mapping[Language, str], *, actor: str) -> Changes:
    """Calls a kind as the shop says; no names at all give one of the program's its own back. Invalid at "texts"."""
    _check_there(shop, code)
    tidy = _checked(texts) if code not in KINDS or any(text.strip() for text in texts.values()) else {}
    name = _first(tidy) or code
    with shop.change(msg("Call a kind “{name}”", name=name), actor=actor, topics=_TOPICS) as change:
        _check_free(shop, tidy, code)
        _keep(shop, change, code, texts=_json(tidy))
    return change.changes


def hide_kind(shop: Shop, code: str, *, hidden: bool, actor: str) -> Changes:
    """Takes a kind off the list one chooses from, or puts it back; complaints that are of it stay so."""
    _check_there(shop, code)
    if hidden and [kind.code for kind in kinds(shop) if not kind.hidden] == [code]:
        raise Conflict(msg("One kind must stay to choose from. Show another one first."))
    title = msg("Hide a kind of complaint") if hidden else msg("Show a kind of complaint")
    with shop.change(title, actor=actor, topics=_TOPICS) as change:
        _keep(shop, change, code, hidden=hidden)
    return change.changes


def order_kinds(shop: Shop, codes: Sequence[str], *, actor: str) -> Changes:
    """Puts the kinds in this order; those not named come after them, as they stood."""
    for code in codes:
        _check_there(shop, code)
    whole = list(dict.fromkeys((*codes, *(kind.code for kind in kinds(shop)))))
    with shop.change(msg("Order the kinds of complaint"), actor=actor, topics=_TOPICS) as change:
        for place, code in enumerate(whole, 1):
            _keep(shop, change, code, position=place)
    return change.changes


def remove_kind(shop: Shop, code: str, *, actor: str) -> Changes:
    """Removes a kind of the shop's own that no complaint is of; raises Conflict, for others can only be hidden."""
    _check_there(shop, code)
    if code in KINDS:
        raise Conflict(msg("This kind comes with the program and stays. Hide it instead."))
    with shop.change(msg("Remove a kind of complaint"), actor=actor, topics=_TOPICS) as change:
        uses = kind_uses(shop, code)
        if uses:
            raise Conflict(
                nmsg(
                    "{n} complaint is of this kind, so it stays. Hide it instead.",
                    "{n} complaints are of this kind, so it stays. Hide it instead.",
                    n=uses,
                )
            )
        change.delete(ComplaintKindTable, [kept_kinds(shop)[code].id])
        write_terms(shop, change, code, dict.fromkeys(Severity))
        # the next kind may get this code, and is not to find the offers and answers of this one
        change.delete(BookPageTable, [number for key, number in page_ids(shop).items() if key.kind == code])
        change.delete(MessageTextTable, answers_of_kind(shop, code))
    return change.changes


def _keep(shop: Shop, change: Change, code: str, **values: object) -> None:
    kept = kept_kinds(shop).get(code)
    if kept is None:
        change.insert(ComplaintKindTable, {"code": code, **values})
    else:
        change.update(ComplaintKindTable, kept.id, version=None, values=values)


def _checked(texts: Mapping[Language, str]) -> dict[Language, str]:
    tidy = {language: clean(texts.get(language, "")) for language in Language}
    tidy = {language: text for language, text in tidy.items() if text}
    if not tidy:
        raise Invalid("texts", msg("Enter a name in one language at least."))
    for text in tidy.values():
        if len(text) > _LONGEST:
            said = msg("“{value}” is too long: at most {limit} letters fit here.", value=shorten(text), limit=_LONGEST)
            raise Invalid("texts", said)
    return tidy


def _check_free(shop: Shop, texts: Mapping[Language, str], own: str) -> None:
    voices = {language: Words(language) for language in texts}
    for kind in kinds(shop):
        for language, text in texts.items():
            if kind.code != own and name_key(voices[language].say(kind.name)) == name_key(text):
                raise Invalid("texts", msg("There is “{word}” already. Choose another name.", word=shorten(text)))


def _check_there(shop: Shop, code: str) -> None:
    if code not in {kind.code for kind in kinds(shop)}:
        raise NotFound(msg("There is no kind of complaint “{kind}”. Look at the list of kinds.", kind=shorten(code)))


def _first(texts: Mapping[Language, str]) -> str:
    return shorten(next(iter(texts.values()), ""))


def _json(texts: Mapping[Language, str]) -> str:
    return json.dumps({key.value: text for key, text in texts.items()}, ensure_ascii=False) if texts else ""
