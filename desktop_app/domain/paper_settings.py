"""The settings of papers: the design and the sheet of each kind, what stands on them, how long they are kept."""

from __future__ import annotations

from collections.abc import Mapping

from desktop_app.domain.kinds import KIND_NAMES, Kind
from desktop_app.domain.settings import LANGUAGES, AnySetting, Setting
from desktop_app.domain.shop_words import MISSION, PROMISE
from desktop_app.i18n import Language, msg

DESIGNS: Mapping[Kind, Setting[str]] = {
    kind: Setting(f"paper.design.{kind.value}", "sprig", msg("Design: {paper}", paper=KIND_NAMES[kind]))
    for kind in Kind
    if kind is not Kind.PARCEL
}
STOCK = Setting("paper.stock", "a6-4up-a4", msg("Paper for cards"))
LABEL_STOCK = Setting("paper.stock.address", "avery-l7163", msg("Paper for address labels"))
SHEET_STOCK = Setting("paper.stock.contacts", "a4", msg("Paper for contact sheets"))
ONLY_OWNED = Setting(
    "paper.only_owned",
    True,
    msg("Offer only paper I have"),
    msg("Where paper is chosen. As long as none is ticked, every paper is offered."),
)
KEEP_PRINTS = Setting(
    "paper.keep_days",
    60,
    msg("Days to keep printed files"),
    msg("So that a card or a sheet can be printed again, as after a jam."),
    low=1,
    high=3650,
)
PARCEL_LABEL = Setting(
    "paper.parcel_label",
    True,
    msg("Address among the papers of a parcel"),
    msg("On a card like the others, for the pocket on the box. Switch it off where a label printer makes it."),
)
CARD_QR = Setting("paper.qr", True, msg("QR code on cards"))
PROMISES: Mapping[Language, Setting[str]] = {
    language: Setting(
        f"paper.promise.{language.value}",
        PROMISE[language],
        msg("Our promise ({language})", language=name),
        msg("An empty line begins a new part; its first line is the heading."),
        long=True,
    )
    for language, name in ((Language(value), name) for value, name in LANGUAGES)
}
MISSIONS: Mapping[Language, Setting[str]] = {
    language: Setting(
        f"paper.mission.{language.value}",
        MISSION[language],
        msg("The shop’s mission ({language})", language=name),
        msg("For the card every packer has: an empty line begins a new part."),
        long=True,
    )
    for language, name in ((Language(value), name) for value, name in LANGUAGES)
}

PAPER_SETTINGS: tuple[AnySetting, ...] = (
    *DESIGNS.values(),
    STOCK,
    LABEL_STOCK,
    SHEET_STOCK,
    ONLY_OWNED,
    KEEP_PRINTS,
    PARCEL_LABEL,
    CARD_QR,
    *PROMISES.values(),
    *MISSIONS.values(),
)
