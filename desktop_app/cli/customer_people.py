"""`cordial customer person add|edit|remove`: the people around a customer."""

from __future__ import annotations

import argparse

from desktop_app.actions.people import add_relative, edit_relative, remove_relative
from desktop_app.cli import values
from desktop_app.cli.output import Context
from desktop_app.cli.people_values import person_from
from desktop_app.cli.show import number_of
from desktop_app.domain.customers import CustomerId
from desktop_app.domain.people import Relation, RelativeFields, RelativeId
from desktop_app.queries.people import relative


def run(context: Context, words: argparse.Namespace) -> int:
    """Changes one person around a customer."""
    shop = context.open()
    try:
        if words.act == "add":
            of = CustomerId(number_of("customer", words.of))
            fields = person_from(values.given(words, "person"), RelativeFields(Relation.FRIEND))
            id_, done = add_relative(shop, of, fields, actor=context.actor)
        else:
            id_ = RelativeId(number_of("person", words.id))
            if words.act == "remove":
                done = remove_relative(shop, id_, actor=context.actor)
            else:
                old = relative(shop, id_)
                fields = person_from(values.given(words, "person"), old.fields)
                done = edit_relative(shop, id_, old.version, fields, actor=context.actor)
    finally:
        shop.close()
    context.answer({"person": {"id": id_}, "change": done.id}, context.words.say(done.title))
    return 0
