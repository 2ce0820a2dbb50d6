"""The texts of messages: which there are, which one suits an occasion, and how it comes out for one person.

The program's own stand in resources/messages; what a shop writes replaces them one by one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from desktop_app.domain.complaints import KINDS, VERDICT_NAMES, ComplaintFields, Verdict
from desktop_app.domain.errors import NotFound
from desktop_app.domain.message_fields import FIELDS, MessageFact, MessageField
from desktop_app.domain.message_wording import Part, read_text, say
from desktop_app.domain.messages import MESSAGE_NAMES, MessageKind
from desktop_app.domain.occasions import Occasion, facts_of, told
from desktop_app.domain.people import DAY_NAMES, DayKind
from desktop_app.domain.references import Reference, counted
from desktop_app.domain.text import clean, shorten
from desktop_app.i18n import Language, Message, Words, msg

PRAISE = "praise"  # for reviews that are no complaint
_OTHER = "other"
_USUAL = frozenset((MessageFact.ORDER, MessageFact.NAMED, MessageFact.FEMALE, MessageFact.CONTACT, MessageFact.OFFER))
_MARK = "=== "

READY: Mapping[str, Message] = {  # the ready answers that come with the program, by their codes
    "where": msg("Where is my parcel?"),
    "when": msg("When will it be posted?"),
    "address": msg("Please change the address"),
    "cancel": msg("Please cancel my order"),
    "return": msg("How do I send it back?"),
    "exchange": msg("May I exchange it?"),
    "invoice": msg("I need an invoice"),
    "pickup": msg("The parcel locker or post office has sent it back"),
    "stock": msg("When will it be there again?"),
    "gift": msg("Can you wrap it as a gift?"),
}


@dataclass(frozen=True, slots=True)
class TextKey:
    """Which text: what it is for, and its name among those: "late/yes", "birthday", a ready answer's; often none."""

    kind: MessageKind
    name: str = ""

    def __str__(self) -> str:
        return f"{self.kind.value}/{self.name}" if self.name else self.kind.value


@dataclass(frozen=True, slots=True)
class MessageText:
    """A text in one language; `own` where the shop wrote it, `title` where a person named it."""

    key: TextKey
    language: Language
    subject: str
    text: str
    own: bool = False
    title: str = ""
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Composed:
    """A text put into words for one person; `empty` are the fields whose emptiness took a line away."""

    subject: str
    text: str
    language: Language
    empty: tuple[str, ...] = ()


class Texts:
    """All texts of a shop: its own before those that come with the program."""

    def __init__(self, starters: Iterable[MessageText], own: Iterable[MessageText] = ()) -> None:
        self._found = {(one.key, one.language): one for one in starters}
        self._found.update({(one.key, one.language): one for one in own})

    def get(self, key: TextKey, language: Language) -> MessageText | None:
        """The text in this language; None where nobody wrote it."""
        return self._found.get((key, language))

    def best(self, keys: Sequence[TextKey], language: Language) -> MessageText:
        """The first of these texts there is in this language, else in any; raises NotFound."""
        for spoken in (language, *Language):
            for key in keys:
                found = self._found.get((key, spoken))
                if found is not None and (found.text or found.subject):
                    return found
        raise NotFound(msg("There is no text “{name}”. Look at the list of texts.", name=shorten(str(keys[0]))))

    def ready(self) -> list[TextKey]:
        """The ready answers that are shown, those of the program first."""
        keys = dict.fromkeys(key for key, _ in self._found if key.kind is MessageKind.READY)
        hidden = {key for (key, _), one in self._found.items() if one.hidden}
        return [key for key in keys if key not in hidden]

    def all(self) -> Iterator[MessageText]:
        """Every text, of the program and of the shop."""
        return iter(self._found.values())

    def title(self, key: TextKey) -> Message | str:
        """What people call a text."""
        named = next((one.title for (there, _), one in self._found.items() if there == key and one.title), "")
        return named or text_title(key)


def complaint_texts(fields: ComplaintFields) -> tuple[TextKey, ...]:
    """The texts that can answer a complaint, the nearest first: of its kind and verdict, else of any kind."""
    if not fields.counts:
        return (TextKey(MessageKind.COMPLAINT, PRAISE),)
    kinds = dict.fromkeys((fields.kind, _OTHER))
    return tuple(TextKey(MessageKind.COMPLAINT, f"{kind}/{fields.verdict.value}") for kind in kinds)


def text_and_general(key: TextKey) -> tuple[TextKey, ...]:
    """A text, and for an answer to a kind of complaint nobody wrote one for, that to any kind."""
    _, _, verdict = key.name.partition("/")
    general = TextKey(MessageKind.COMPLAINT, f"{_OTHER}/{verdict}")
    return (key, general) if key.kind is MessageKind.COMPLAINT and verdict else (key,)


def text_keys(kinds: Iterable[str] = KINDS) -> tuple[TextKey, ...]:
    """Every text there can be beside the shop's ready answers, in the order people look for them."""
    complaint = [f"{kind}/{verdict.value}" for kind in kinds for verdict in Verdict]
    names: Mapping[MessageKind, Sequence[str]] = {
        MessageKind.COMPLAINT: (*complaint, PRAISE),
        MessageKind.READY: tuple(READY),
        MessageKind.GREETING: tuple(kind.value for kind in DayKind),
    }
    return tuple(TextKey(kind, name) for kind in MessageKind for name in names.get(kind, ("",)))


def key_named(typed: str) -> TextKey:
    """The key as it is typed: "delay", "complaint/late/yes", "ready/where"; raises NotFound."""
    kind, _, name = clean(typed).partition("/")
    try:
        key = TextKey(MessageKind(kind.lower()), name)
        text_title(key)  # knows the verdicts and the days
    except ValueError:
        raise NotFound(msg("There is no text “{name}”. Look at the list of texts.", name=shorten(typed))) from None
    return key


def text_title(key: TextKey) -> Message | str:
    """What people call a text that comes with the program; a ready answer of the shop by its name."""
    if key.kind is MessageKind.READY:
        return READY.get(key.name, key.name)
    if key.kind is MessageKind.COMPLAINT:
        return _complaint_title(key.name)
    if key.kind is MessageKind.GREETING and key.name:
        return msg("Congratulation: {day}", day=DAY_NAMES[DayKind(key.name)])
    return MESSAGE_NAMES[key.kind]


def _complaint_title(name: str) -> Message:
    if name == PRAISE:
        return msg("Thanks for a good review")
    kind, _, verdict = name.partition("/")
    return msg("{kind} · {verdict}", kind=KINDS.get(kind, kind), verdict=VERDICT_NAMES[Verdict(verdict)])


def compose(text: MessageText, occasion: Occasion, *, short: bool = False) -> Composed:
    """The text as one person reads it; `short` is for a text message or a messenger."""
    words = Words(text.language)
    values, facts = told(occasion, words), facts_of(occasion, short=short)
    body = say(_read(text.text, "text"), values, facts, text.language)
    subject = say(_read(text.subject, "subject"), values, facts, text.language)
    return Composed(clean(subject.text), body.text, text.language, body.empty)


def compose_sample(text: MessageText) -> Composed:
    """The text filled with samples, for a shop that has no record to show it on; raises Invalid."""
    samples = {info.field: info.samples[text.language] for info in FIELDS}

    def value(reference: Reference[MessageField]) -> str:
        said = samples[reference.field]
        return counted(int(said), reference.forms, text.language) if reference.forms else said

    body = say(_read(text.text, "text"), value, _USUAL, text.language)
    subject = say(_read(text.subject, "subject"), value, _USUAL, text.language)
    return Composed(clean(subject.text), body.text, text.language)


def starters_in(source: str, language: Language) -> Iterator[MessageText]:
    """The texts of a file: each after a line “=== kind/name”, its subject on the next line, then the text."""
    for block in source.split(f"\n{_MARK}"):
        name, _, rest = block.removeprefix(_MARK).partition("\n")
        subject, _, text = rest.partition("\n")
        yield MessageText(key_named(name), language, subject.strip(), text.strip("\n"))


@lru_cache(maxsize=512)
def _read(text: str, field: str) -> Part:
    return read_text(text, field)
