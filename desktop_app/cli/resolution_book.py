"""`cordial complaint book show|set|reset`: what the shop offers for each kind of complaint."""

from __future__ import annotations

import argparse

from desktop_app.actions.resolution_book import reset_page, write_page
from desktop_app.cli.output import Context, table
from desktop_app.cli.resolutions import offer_object
from desktop_app.domain.complaints import VERDICT_NAMES, Verdict
from desktop_app.domain.errors import Invalid
from desktop_app.domain.resolution_book import PageKey
from desktop_app.domain.resolutions import Deed, Offer, offer_name, size_from
from desktop_app.domain.settings import SHOP_CURRENCY
from desktop_app.domain.text import shorten
from desktop_app.i18n import msg
from desktop_app.queries.complaint_kinds import kind_names
from desktop_app.queries.resolutions import book
from desktop_app.queries.settings import setting


def run(context: Context, words: argparse.Namespace) -> int:
    """Shows the book, or changes one page of it."""
    if words.act == "show":
        return _show(context, words.kind)
    key = PageKey(words.kind, Verdict(words.verdict), words.order == "later")
    shop = context.open()
    try:
        if words.act == "set":
            currency = setting(shop, SHOP_CURRENCY)
            offers = [offer_from(text, currency) for text in words.offers]
            done = write_page(shop, key, offers, actor=context.actor)
        else:
            done = reset_page(shop, key, actor=context.actor)
    finally:
        shop.close()
    context.answer({"change": done.id}, context.words.say(done.title))
    return 0


def offer_from(text: str, currency: str) -> Offer:
    """An offer as typed, “voucher:10%”; raises Invalid at "offers" for a deed that is none."""
    name, _, size = text.partition(":")
    try:
        deed = Deed(name)
    except ValueError:
        deeds = ", ".join(one.value for one in Deed)
        said = msg("“{deed}” is nothing the book knows. Use one of {deeds}.", deed=shorten(name), deeds=deeds)
        raise Invalid("offers", said) from None
    return Offer(deed, *size_from(size, currency))


def _show(context: Context, kind: str | None) -> int:
    shop = context.open(write=False)
    try:
        names, pages = kind_names(shop), book(shop)
    finally:
        shop.close()
    if kind is not None and kind not in names:
        raise Invalid(
            "kind", msg("There is no kind of complaint “{kind}”. Look at the list of kinds.", kind=shorten(kind))
        )
    speech = context.words
    keys = [
        PageKey(code, verdict, regular)
        for code in ([kind] if kind else names)
        for verdict in Verdict
        for regular in (False, True)
    ]
    objects = [
        {
            "kind": key.kind, "verdict": key.verdict, "order": "later" if key.regular else "first",
            "own": key in pages.own, "offers": [offer_object(one) for one in pages.page(key)],
        }
        for key in keys
    ]  # fmt: skip
    rows = [
        (
            speech.say(names[key.kind]), speech.say(VERDICT_NAMES[key.verdict]),
            context.words("Later orders") if key.regular else context.words("First order"),
            ", ".join(offer_name(speech, one) for one in pages.page(key)),
        )
        for key in keys
    ]  # fmt: skip
    context.answer({"book": objects}, table(rows))
    return 0
