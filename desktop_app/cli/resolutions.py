"""`cordial complaint offers|resolve|chosen|done|unresolve`: how a complaint is made good."""

from __future__ import annotations

import argparse

from desktop_app.actions.resolutions import choose, resolution_done, take_back
from desktop_app.cli.complaints import complaint_number
from desktop_app.cli.output import Context, table
from desktop_app.cli.show import number_of
from desktop_app.domain.changes import Changes
from desktop_app.domain.complaints import ComplaintId
from desktop_app.domain.enclosures import Enclosure
from desktop_app.domain.errors import Invalid
from desktop_app.domain.kinds import KIND_NAMES
from desktop_app.domain.money import Money
from desktop_app.domain.resolution_words import wrong_words
from desktop_app.domain.resolutions import Budget, Deed, Offer, Resolution, ResolutionId, offer_name, size_from
from desktop_app.i18n import Words, msg
from desktop_app.queries import Shop
from desktop_app.queries.enclosures import enclosures_of
from desktop_app.queries.resolutions import ToMakeGood, budget, proposal, resolutions, to_make_good


def run(context: Context, words: argparse.Namespace) -> int:
    """Says what is offered or was chosen, or chooses, settles, takes back."""
    if words.deed == "offers":
        return _offers(context, words)
    if words.deed == "chosen":
        return _resolved(context, words)
    shop = context.open()
    try:
        if words.deed == "resolve":
            return _resolve(context, shop, words)
        done = _settle(shop, words, context.actor)
    finally:
        shop.close()
    context.answer({"change": done.id}, context.words.say(done.title))
    return 0


def offer_object(offer: Offer) -> dict[str, object]:
    """An offer as an object."""
    return {"deed": offer.deed, "percent": offer.percent, "amount": offer.amount}


def _offers(context: Context, words: argparse.Namespace) -> int:
    shop = context.open(write=False)
    try:
        found, month = proposal(shop, complaint_number(words.id)), budget(shop)
    finally:
        shop.close()
    speech = context.words
    objects = [
        {**offer_object(one.offer), "cost": one.cost, "reason": one.reason, "proposed": one.best} for one in found
    ]
    rows = [
        ("→" if one.best else "", offer_name(speech, one.offer), context.money(one.cost), speech.say(one.reason))
        for one in found
    ]
    context.answer({"offers": objects, "month": _month(month)}, table(rows))
    return 0


def _resolve(context: Context, shop: Shop, words: argparse.Namespace) -> int:
    one = complaint_number(words.id)
    found = to_make_good(shop, one)
    offer = _offer(shop, words, found)
    cost = _sum(words.cost, found.case.currency) if words.cost else None
    what = wrong_words(Words(found.language), found.facts.key.kind) if words.what is None else words.what
    number, done = choose(
        shop, one, offer, words=words.words, cost=cost, apology=words.apology, enclosed=words.enclose, what=what,
        actor=context.actor,
    )  # fmt: skip
    made = next(each for each in resolutions(shop, one) if each.id == number)
    month = budget(shop)
    data = {"resolution": _object(made), "month": _month(month), "change": done.id}
    context.answer(data, "\n".join(_lines(context, made)))
    over = month.after(Money(0, month.limit.currency))
    if over is not None and over.minor < 0:
        speech, sums = context.words, (month.limit, Money(-over.minor, over.currency))
        limit, past = (speech.money(one.amount, one.currency) for one in sums)  # to a person, also with --json
        context.complain(speech("Careful: this month’s limit of {limit} is passed by {over}.", limit=limit, over=past))
    return 0


def _offer(shop: Shop, words: argparse.Namespace, found: ToMakeGood) -> Offer:
    """What was named; a deed without its size as the book has it."""
    offered = proposal(shop, found.complaint)
    if words.doing is None:
        return next(one.offer for one in offered if one.best)
    deed = Deed(words.doing)
    if words.size:
        return Offer(deed, *size_from(words.size, found.case.currency))
    return next((one.offer for one in offered if one.offer.deed is deed), Offer(deed))


def _sum(text: str, currency: str) -> Money:
    percent, amount = size_from(text, currency)
    if percent is not None or amount is None:
        raise Invalid("cost", msg("Say what it costs as a sum such as 5.00."))
    return amount


def _settle(shop: Shop, words: argparse.Namespace, actor: str) -> Changes:
    if words.deed == "unresolve":
        return take_back(shop, ResolutionId(number_of("resolution", words.number)), actor=actor)
    numbers = [ResolutionId(number_of("resolution", text)) for text in words.numbers]
    return resolution_done(shop, numbers, done=not words.undone, actor=actor)


def _resolved(context: Context, words: argparse.Namespace) -> int:
    one: ComplaintId = complaint_number(words.id)
    shop = context.open(write=False)
    try:
        to_make_good(shop, one)  # a number that is none is said
        chosen, papers = resolutions(shop, one), enclosures_of(shop, one)
    finally:
        shop.close()
    data = {"resolutions": [_object(each) for each in chosen], "papers": [paper_object(each) for each in papers]}
    lines = [line for each in chosen for line in _lines(context, each)]
    lines += [_paper_line(context, each) for each in papers]
    context.answer(data, "\n".join(lines) or context.words("Nothing was chosen yet."))
    return 0


def _object(one: Resolution) -> dict[str, object]:
    return {
        "id": one.id, **offer_object(one.offer), "cost": one.cost, "words": one.words, "chosen_at": one.chosen_at,
        "by": one.by, "done_at": one.done_at or None, "voucher": one.code or None,
    }  # fmt: skip


def paper_object(one: Enclosure) -> dict[str, object]:
    """An enclosed paper as an object."""
    return {
        "id": one.id, "kind": one.kind, "what": one.apology.what, "promised": one.apology.promised,
        "voucher": one.code or None, "order": one.order, "placed_at": one.placed_at, "gone_at": one.gone_at or None,
    }  # fmt: skip


def _lines(context: Context, one: Resolution) -> list[str]:
    speech = context.words
    done = context.words("Done") if one.done_at else ""
    cost = (
        context.words("costs {sum}", sum=context.money(one.cost)) if one.cost.minor else context.words("costs nothing")
    )
    head = (str(one.id), offer_name(speech, one.offer), cost, one.code, done)
    return [" · ".join(part for part in head if part), *([one.words] if one.words else [])]


def _paper_line(context: Context, one: Enclosure) -> str:
    speech = context.words
    state = context.words("Has gone") if one.gone_at else context.words("Waiting")
    return " · ".join(part for part in (str(one.id), speech.say(KIND_NAMES[one.kind]), one.code, state) if part)


def _month(one: Budget) -> dict[str, object]:
    return {"spent": one.spent, "limit": one.limit if one.limit.minor else None}
