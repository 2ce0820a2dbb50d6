"""What the program says, in three languages: a `Message` is made anywhere, a desk's or customer's `Words` says it."""

from __future__ import annotations

import datetime as dt
import gettext
import re
from collections.abc import Mapping
from copy import copy
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING

from desktop_app.domain.states import StrEnum
from desktop_app.paths import resources

if TYPE_CHECKING:  # what the start does not need is not loaded by it
    from decimal import Decimal

_YEAR_AT_THE_END = re.compile(r"(\d\sг)\.\.(?!\.)")  # “2026 г.” brings its own full stop to the end of a sentence


class Language(StrEnum):
    """The languages the program and its papers speak."""

    EN = "en"
    RU = "ru"
    LV = "lv"


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence not yet in any language: English text with {names}, its values, and a plural form."""

    text: str
    args: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))
    plural: str = ""


@dataclass(frozen=True, slots=True)
class OwnWords:
    """What the shop calls something in each language itself; a value of a message."""

    texts: Mapping[Language, str]

    def within(self, language: Language) -> str:
        """As it is called in a language; where nobody wrote that, as in the first one that has it."""
        return self.texts.get(language) or next((text for text in self.texts.values() if text), "")


def msg(text: str, /, **args: object) -> Message:
    """A message with its values; marks `text` for the catalogue."""
    return Message(text, MappingProxyType(args))


def nmsg(singular: str, plural: str, /, *, n: int, **args: object) -> Message:
    """A message whose form depends on the number `n`; marks both texts for the catalogue."""
    return Message(singular, MappingProxyType({"n": n, **args}), plural)


class Words:
    """One language's voice: texts, dates and money as a person of that language writes them."""

    def __init__(self, language: Language = Language.EN) -> None:
        self.language = language

    @cached_property
    def _catalogue(self) -> gettext.NullTranslations:
        """The texts, read with the first one that is asked for: a run of cards may need none."""
        if self.language is Language.EN:
            return gettext.NullTranslations()
        return gettext.translation("cordial", str(resources("i18n")), languages=[self.language.value], fallback=True)

    def __call__(self, text: str, /, **args: object) -> str:
        """`text` of the catalogue with its values; values that are messages, dates or money are put into words too."""
        return self._fill(self._catalogue.gettext(text) if text else "", args)

    def n(self, singular: str, plural: str, n: int, /, **args: object) -> str:
        """The form of a counted text that goes with `n`, which stands in it as `count` writes it."""
        return self._fill(self._catalogue.ngettext(singular, plural, n), {**args, "n": self.count(n)})

    def say(self, message: Message | str) -> str:
        """A message in this language; plain text is data and stays as it is."""
        if isinstance(message, str):
            return message
        count = message.args.get("n")
        if message.plural and isinstance(count, int):
            text = self._catalogue.ngettext(message.text, message.plural, count)
            return self._fill(text, {**message.args, "n": self.count(count)})
        return self(message.text, **message.args)

    def date(self, day: dt.date, /, style: str = "long") -> str:
        """A day as people of the language write it; `style` is short, medium, long, full or a CLDR pattern."""
        from babel.dates import format_date  # CLDR data is heavy: first use, not start

        return format_date(day, style, locale=_cldr(self.language))

    def number(self, value: float) -> str:
        """A number with the decimal sign of this language, without zeros at its end."""
        from babel.numbers import format_decimal

        return format_decimal(value, locale=_cldr(self.language))

    def count(self, n: int) -> str:
        """A whole number of things with its thousands apart: “38,100”, “38 100”."""
        if abs(n) < 1000:
            return str(n)
        from babel.numbers import format_decimal

        return format_decimal(n, locale=_cldr(self.language))

    @property
    def decimal_sign(self) -> str:
        """What stands before the cents."""
        return "." if self.language is Language.EN else ","

    def money(self, amount: Decimal, currency: str) -> str:
        """A Decimal amount with its currency sign where this language puts it, none of its decimals left out."""
        from babel import Locale
        from babel.numbers import format_currency, get_currency_precision

        exponent = amount.as_tuple().exponent
        places = -exponent if isinstance(exponent, int) else 0
        if places <= get_currency_precision(currency):
            return format_currency(amount, currency, locale=_cldr(self.language))
        # Some currencies have coins that nobody uses any more: what an order says of them is still said.
        locale = Locale.parse(_cldr(self.language))
        pattern = copy(locale.currency_formats["standard"])
        pattern.frac_prec = (places, places)
        return str(pattern.apply(amount, locale, currency=currency, currency_digits=False))

    def country(self, code: str) -> str:
        """A country's name by its two letters; anything else as it is."""
        from babel import Locale

        return str(Locale(_cldr(self.language)[:2]).territories.get(code.upper(), code)) if len(code) == 2 else code

    def _fill(self, text: str, args: Mapping[str, object]) -> str:
        if not args:
            return text
        said = text.format_map({key: self._word(value) for key, value in args.items()})
        return _YEAR_AT_THE_END.sub(r"\1.", said) if self.language is Language.RU else said

    def _word(self, value: object) -> object:
        if isinstance(value, Message):
            return self.say(value)
        if isinstance(value, OwnWords):
            return value.within(self.language)
        if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
            return self.date(value)
        if isinstance(value, float):
            return self.number(value)
        if isinstance(value, list | tuple):
            return ", ".join(str(self._word(item)) for item in value)
        return value


def english(message: Message) -> str:
    """The message as its English source says it, for logs and exceptions."""
    return Words().say(message)


def _cldr(language: Language) -> str:
    return "en_GB" if language is Language.EN else language.value
