"""`cordial customer consent add|edit|withdraw|remove`."""

from __future__ import annotations

import argparse

from desktop_app.actions import consents
from desktop_app.cli import values
from desktop_app.cli.output import Context
from desktop_app.cli.people_values import consent_from
from desktop_app.cli.show import number_of
from desktop_app.domain.consents import ConsentId
from desktop_app.domain.customers import CustomerId
from desktop_app.queries.consents import consent


def run(context: Context, words: argparse.Namespace) -> int:
    """Changes one consent of a customer."""
    shop = context.open()
    try:
        if words.act == "add":
            of = CustomerId(number_of("customer", words.of))
            fields = consent_from(values.given(words, "consent"), None)
            id_, done = consents.give(shop, of, fields, actor=context.actor)
        else:
            id_ = ConsentId(number_of("consent", words.id))
            if words.act == "remove":
                done = consents.remove(shop, id_, actor=context.actor)
            elif words.act == "withdraw":
                done = consents.withdraw(shop, id_, on=values.day("on", words.on), actor=context.actor)
            else:
                _, old = consent(shop, id_)
                fields = consent_from(values.given(words, "consent"), old.fields)
                done = consents.edit(shop, id_, old.version, fields, actor=context.actor)
    finally:
        shop.close()
    context.answer({"consent": {"id": id_}, "change": done.id}, context.words.say(done.title))
    return 0
