"""Scenes of those who pack: their card and the word of the day among the settings, and the windows about one packer."""

from __future__ import annotations

import datetime as dt
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop_app.actions.packers import add_packer
from desktop_app.actions.pins import set_pin
from desktop_app.actions.signatures import set_signature
from desktop_app.actions.words_of_day import confirm_read, set_day_word
from desktop_app.domain.changes import Changes
from desktop_app.domain.packers import PackerFields
from desktop_app.i18n import Language
from desktop_app.queries import Shop
from desktop_app.queries.packers import packers
from desktop_app.queries.words_of_day import unread
from tests.render.artwork import signature
from tests.ui.around import House

WORD = {
    Language.EN: "Glasses are wrapped twice today, please.",
    Language.RU: "Стаканы сегодня заворачиваем в два слоя.",
    Language.LV: "Glāzes šodien, lūdzu, ietiniet divās kārtās.",
}
DEFT = ("Inese Šteinberga", "Марина Ковалёва", "Toms")


def hands(house: House) -> QWidget:
    """The shop's colours and who packs and signs, on the Settings page."""
    from desktop_app.actions.settings import set_settings
    from desktop_app.domain.settings import SHOP_COLOURS

    house.window.work.change(set_settings, {SHOP_COLOURS: "Ķieģelis #A8481F\nJūra #23596B"})
    return _settings_at(house, "packers")


def word(house: House) -> QWidget:
    """The word of today and of tomorrow, and who has read it."""
    return _settings_at(house, "word")


def checklist(house: House) -> QWidget:
    """The packing checklist, and how the bench of this desk is set."""
    return _settings_at(house, "checklist")


def packer(house: House) -> None:
    """A packer's form."""
    shown = _page(house)
    shown.packers.edit(shown.packers.shown[0])


def pin(house: House) -> None:
    """A new PIN."""
    shown = _page(house)
    shown.packers.choose_pin(shown.packers.shown[0])


def signing(house: House) -> None:
    """The sheet to sign on, a name written on it."""
    shown = _page(house)
    shown.packers.sign(next(one for one in shown.packers.shown if not one.signed))
    house.settle()
    dialog = shown.window().findChildren(_dialog())[-1]
    dialog.form.box("picture").input.write.click()


def word_of_day(house: House) -> None:
    """The word of another day in three languages."""
    shown = _page(house)
    shown.word.edit(shown.word.shown[-1])


def _dialog() -> Any:
    from desktop_app.ui.widgets.form_dialog import FormDialog

    return FormDialog


def _page(house: House) -> Any:
    house.window.work.change(_furnish)
    house.settle()
    house.window.navigate("settings")
    house.settle()
    return house.window.stage.page


def _settings_at(house: House, card: str) -> QWidget:
    shown = _page(house)
    shown.content.content.ensureWidgetVisible(getattr(shown, card))
    return house.shell


def _furnish(shop: Shop, *, actor: str) -> Changes:
    """Three packers, one with a signature and a PIN, one who has read; nothing the second time."""
    known = {one.fields.person for one in packers(shop)}
    done = set_day_word(shop, shop.today(), WORD, actor=actor)
    done = set_day_word(shop, shop.today() + dt.timedelta(1), {Language.LV: "Zīdpapīrs beidzas."}, actor=actor)
    for name in DEFT:
        if name not in known:
            language = Language.RU if name == DEFT[1] else None
            add_packer(shop, PackerFields(name, language), actor=actor)
    ids = {one.fields.person: one for one in packers(shop)}
    first = ids[DEFT[0]]
    if not first.signed:
        set_signature(shop, DEFT[0], signature(), actor=actor)
        set_pin(shop, first.id, "2580", actor=actor)
    for text in unread(shop, first.id, shop.today()):
        done = confirm_read(shop, first.id, text.kind, text.key, actor=DEFT[0])
    return done
