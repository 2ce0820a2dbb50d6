"""What erasing somebody means, in sentences for the window's dialog and the command line alike."""

from __future__ import annotations

from pathlib import Path

from desktop_app.domain.erasing import Erased, ErasePlan, Holding
from desktop_app.i18n import Message, msg, nmsg


def goes(plan: ErasePlan) -> list[Message]:
    """What is taken away, line by line; what there is none of is left out."""
    found = [msg("Name, ways to reach them, addresses, days, greeting, tags, interests and all changes kept of them")]
    for n, message in (
        (plan.relatives, nmsg("{n} person around them", "{n} people around them", n=plan.relatives)),
        (
            plan.elsewhere,
            nmsg(
                "{n} entry of theirs around another customer",
                "{n} entries of theirs around other customers",
                n=plan.elsewhere,
            ),
        ),
        (plan.consents, nmsg("{n} consent", "{n} consents", n=plan.consents)),
        (plan.notes, nmsg("{n} note", "{n} notes", n=plan.notes)),
        (
            plan.complaints,
            nmsg(
                "What was said in {n} complaint or review, with its pictures",
                "What was said in {n} complaints and reviews, with their pictures",
                n=plan.complaints,
            ),
        ),
        (plan.messages, nmsg("{n} message", "{n} messages", n=plan.messages)),
        (plan.renewals, nmsg("{n} renewal", "{n} renewals", n=plan.renewals)),
        (
            plan.congratulations,
            nmsg("{n} kept congratulation", "{n} kept congratulations", n=plan.congratulations),
        ),
        (len(plan.files), nmsg("{n} kept print file", "{n} kept print files", n=len(plan.files))),
    ):
        if n:
            found.append(message)
    if plan.others_cards:
        found.append(
            nmsg(
                "With it {n} card of somebody else cannot be printed again from the log.",
                "With them {n} cards of others cannot be printed again from the log.",
                n=plan.others_cards,
            )
        )
    return found


def stays(plan: ErasePlan) -> list[Message]:
    """What is left, line by line: anonymous orders, files out of the program's hands, backups with their last day."""
    found = []
    if plan.orders:
        found.append(
            nmsg(
                "{n} order without name, address, note and tracking number: its articles, money and days stay",
                "{n} orders without name, address, note and tracking number: their articles, money and days stay",
                n=plan.orders,
            )
        )
    if plan.complaints:
        found.append(msg("What kind of complaints there were and what they cost, without whose they were"))
    if plan.prints:
        found.append(msg("That cards were printed, without whose they were"))
    found += [msg("“{file}”: you saved it yourself. Remove it yourself.", file=Path(file).name) for file in plan.saved]
    return found


def kept_in(holding: Holding) -> Message:
    """Of a backup that still holds them: its day, and when it is gone."""
    day, file = holding.backup.day, holding.backup.file.name
    if holding.gone_on is None:
        return msg("{day}: “{file}” stays until you remove it", day=day, file=file)
    return msg("{day}: “{file}” is replaced by {gone} at the latest", day=day, file=file, gone=holding.gone_on)


def outcome(done: Erased) -> list[Message]:
    """What is said once it is done."""
    found = [nmsg("{n} person was erased for good.", "{n} people were erased for good.", n=len(done.plan.customers))]
    if not done.tidy:
        found.append(
            msg(
                "The database could not be rewritten just now, because another program reads it or the disk is full:"
                " old bytes of it may still tell of them. Make room and try again (cordial erase --tidy)."
            )
        )
    found += [msg("“{file}” still holds a paper of theirs. Remove it yourself.", file=file) for file in done.left]
    return found
