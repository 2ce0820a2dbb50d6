"""What happens behind the designer's window: proofs wanted as the design changes, records tried, pictures taken in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from random import randrange

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from desktop_app.actions.design_records import any_record, record_of
from desktop_app.actions.designing import (
    Card,
    Drawing,
    NewPicture,
    Opened,
    Proofer,
    drawings,
    take_picture,
    whole_picture,
)
from desktop_app.domain.cards import Format, PictureItem, Template
from desktop_app.domain.customers import full_name
from desktop_app.domain.design import CARDS, item_of
from desktop_app.domain.design_clip import paste
from desktop_app.domain.design_new import Thing, Wish
from desktop_app.domain.design_samples import SAMPLE_LABELS, Sample, sample
from desktop_app.domain.design_seen import SeenPage
from desktop_app.domain.design_text import as_written, set_part
from desktop_app.domain.desk_settings import DESK_PERSON
from desktop_app.domain.errors import AppError, Invalid
from desktop_app.domain.printing import PaperDetails
from desktop_app.i18n import Language, msg
from desktop_app.queries.search import Hit
from desktop_app.ui.designer.clipboard import Clipboard
from desktop_app.ui.designer.cropping import Cropping
from desktop_app.ui.designer.deeds import Deeds
from desktop_app.ui.designer.proofs import Proofs, Wanted, maker
from desktop_app.ui.designer.session import Session
from desktop_app.ui.desk import Desk

_A6 = Card(Format.MEDIUM, CARDS[Format.MEDIUM], own=True)
_LONGEST = 5_000  # letters of pasted words
_SAMPLE_LANGUAGE = {Sample.CYRILLIC: Language.RU}


class Workbench(QObject):
    """`seen(image)` with a new page, `stuck(AppError)` when there can be none, `tried(who)` with another record."""

    seen = Signal(QImage)
    failed = Signal(object)
    stuck = Signal(object)
    laid_out = Signal()
    tried = Signal(str)
    drawn = Signal()
    pictured = Signal()  # a picture was taken in
    cutting = Signal(object)  # a Cropping, when the picture to be cut is there

    def __init__(self, desk: Desk, opened: Opened, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        first = next(card for card in (*opened.cards, _A6) if card.own)
        self.session = Session(opened.template, form=first.form, language=opened.language, parent=self)
        self.session.card = first.size
        self.proofer = Proofer(opened.shop, by=desk.settings.get(DESK_PERSON) or "Anna")
        self.clipboard = Clipboard(desk.work, desk.words, lambda: self.proofer.pictures, self)
        self.deeds = Deeds(self.session, self.clipboard)
        self.proofs = Proofs(desk.work, maker(self.proofer), self)
        self.drawings: list[Drawing] = []
        self.scale = 3.0
        self._seed = randrange(1_000_000)
        self._parts = opened.parts
        self._qr = opened.shop.link or "10437"
        self._sample: Sample | None = Sample.USUAL
        self.details = self._sampled(Sample.USUAL)
        self.session.changed.connect(self.want)
        self.session.looked.connect(self._looked)
        self.clipboard.things.connect(self._paste)
        self.clipboard.picture.connect(self.add_picture)
        self.clipboard.text.connect(self._paste_words)
        self.clipboard.failed.connect(self.failed)
        self.proofs.came.connect(self._came)
        self.proofs.failed.connect(self.stuck)
        desk.work.run(drawings, then=self._know_drawings, owner=self)

    @property
    def ornaments(self) -> list[str]:
        """The ornaments by name."""
        return [one.name for one in self.drawings]

    def want(self) -> None:
        """Ask for a proof of what is looked at now."""
        session = self.session
        looked = (session.card, session.form, session.side, session.language)
        self.proofs.want(Wanted(session.template, self.details, *looked, self.scale))

    def look_closer(self, scale: float) -> None:
        """Render at another size, pixels a millimetre."""
        if abs(scale - self.scale) > 0.01:
            self.scale = scale
            self.want()

    def try_sample(self, which: Sample) -> None:
        """Try the design on an invented person."""
        self._sample = which
        language = _SAMPLE_LANGUAGE.get(which)
        if language is not None:
            self.session.look(language=language)
        self.details = self._sampled(which)
        self.tried.emit(self._desk.words.say(SAMPLE_LABELS[which]))
        self.want()

    def try_hit(self, hit: Hit) -> None:
        """Try it on a real record."""
        self._desk.work.ask(
            record_of, self.session.template.kind, hit, then=lambda found: self._try(found, hit),
            failed=self.failed.emit, owner=self,
        )  # fmt: skip

    def try_any(self) -> None:
        """Try it on somebody of the shop, on an invented person where there is nobody."""
        self._seed += 1
        self._desk.work.ask(
            any_record,
            self.session.template.kind,
            self._seed,
            then=self._try_found,
            failed=self.failed.emit,
            owner=self,
        )

    def add(self, thing: Thing, *, at: tuple[float, float] | None = None, ornament: str = "sprig") -> str:
        """Add a thing to the side that is shown."""
        return self.deeds.add(Wish(thing, self.session.side, at, ornament=ornament))

    def add_picture(self, picture: Path | bytes, *, at: tuple[float, float] | None = None, instead: str = "") -> None:
        """Take a picture in from elsewhere: as a new item, or in the place of another one's."""
        self._desk.work.run(
            take_picture, picture, then=lambda taken: self._take(taken, at, instead), failed=self.failed.emit,
            owner=self,
        )  # fmt: skip

    def cut_picture(self, name: str) -> None:
        """Get a picture ready to be cut by hand."""
        item, seen = item_of(self.session.template, name), self.session.seen_of(name)
        content = self.proofer.pictures.get(item.picture) if isinstance(item, PictureItem) else None
        if content is not None and seen is not None and seen.picture is not None:
            pixels = seen.picture.pixels
            self._desk.work.run(
                whole_picture, content, then=lambda made: self._cut(name, made, pixels), failed=self.failed.emit,
                owner=self,
            )  # fmt: skip

    def close(self) -> None:
        """Let nothing more come."""
        self.proofs.close()

    def _came(self, page: SeenPage, image: QImage) -> None:
        if page.side is self.session.side and page.form is self.session.form:
            self.session.show(page)
            self.seen.emit(image)
        self.laid_out.emit()

    def _looked(self) -> None:
        if self._sample is not None:
            self.details = self._sampled(self._sample)
        elif self._parts:  # the shop's own words, in the language looked at
            self.details = replace(self.details, parts=self._parts.get(self.session.language, ()))
        self.want()

    def _sampled(self, which: Sample) -> PaperDetails:
        language = self.session.language
        made = sample(which, language, today=self._desk.today(), qr=self._qr)
        return replace(made, parts=self._parts.get(language, ()))

    def _try(self, found: PaperDetails | None, hit: Hit) -> None:
        if found is None:
            self.failed.emit(AppError(msg("“{title}” is gone. Search another record.", title=hit.title)))
            return
        self._show_record(found, hit.title)

    def _try_found(self, found: PaperDetails | None) -> None:
        if found is None:
            order = list(Sample)
            self.try_sample(order[(order.index(self._sample or Sample.BARE) + 1) % len(order)])
        else:
            whose = full_name(found.customer)
            self._show_record(found, " · ".join(part for part in (found.number, whose) if part))

    def _show_record(self, found: PaperDetails, title: str) -> None:
        self._sample, self.details = None, found
        self.tried.emit(title or self._desk.words("The shop itself"))
        self.session.look(language=found.language)

    def _cut(self, name: str, made: bytes, pixels: tuple[int, int]) -> None:
        cropping = Cropping(self.session, name, QImage.fromData(made), pixels=pixels)
        if cropping.going:
            self.cutting.emit(cropping)

    def _take(self, taken: NewPicture, at: tuple[float, float] | None, instead: str) -> None:
        self.proofer.add_pictures({taken.sha256: taken.content})
        session = self.session
        if instead:
            made = set_part(session.template, instead, picture=taken.sha256, crop=(0.0, 0.0, 0.0, 0.0))
            session.edit(msg("Another picture"), made)
        else:
            shape = taken.width / taken.height if taken.height else 0.0
            self.deeds.add(Wish(Thing.PICTURE, session.side, at, picture=taken.sha256, shape=shape))
        self.pictured.emit()

    def _paste(self, clip: Template, pictures: Mapping[str, bytes], in_place: bool) -> None:
        self.proofer.add_pictures(pictures)
        session = self.session
        made, ids = paste(session.template, clip, side=session.side, stand=session.stand, in_place=in_place)
        if ids:
            session.edit(msg("Paste"), made, select=ids)
        else:
            self.failed.emit(
                Invalid(
                    "paste", msg("What was copied has no place on this kind of paper. Paste it into another design.")
                )
            )

    def _paste_words(self, text: str) -> None:
        """Words of another program become a text of their own."""
        if len(text) > _LONGEST:
            said = msg("What was copied has {n} letters; a card holds at most {limit}.", n=len(text), limit=_LONGEST)
            self.failed.emit(Invalid("paste", said))
            return
        session = self.session
        wish = Wish(Thing.TEXT, session.side, words=as_written(text), language=session.language)
        self.deeds.add(wish, title=msg("Paste"))

    def _know_drawings(self, found: list[Drawing]) -> None:
        self.drawings = found
        self.drawn.emit()
