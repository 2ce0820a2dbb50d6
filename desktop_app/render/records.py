"""Records become finished cards one by one: built, laid out and drawn on both sides; what cannot be printed is said."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from desktop_app.documents.builders import BUILDERS, PAPERS, papers_of
from desktop_app.documents.fields import PaperWords, same_content
from desktop_app.documents.folding import Folded
from desktop_app.documents.model import Note, Trouble
from desktop_app.documents.preflight import (
    Refused,
    check_alike,
    check_changed,
    check_code,
    missing_letters,
    not_coded,
    only_just,
    too_long,
)
from desktop_app.documents.templates import load_template
from desktop_app.domain.cards import Side, Template, Variant
from desktop_app.domain.concerns import Concern
from desktop_app.domain.errors import Stopped
from desktop_app.domain.imposing import Duplex
from desktop_app.domain.print_run import CardChange, Placements, RecordKey, Remark, Severity
from desktop_app.domain.printing import Kind, PaperDetails
from desktop_app.domain.reaching import held_back, paper_hindrance
from desktop_app.i18n import Language, msg
from desktop_app.render.advice import Advice, Said
from desktop_app.render.press import Design, Press
from desktop_app.render.sheets import both_halves

if TYPE_CHECKING:
    from desktop_app.render.job import PrintJob

Progress = Callable[[int, int], bool]
DEFAULT_DESIGN = "sprig"
_EVERY = 25  # records between two reports of progress


class Card(NamedTuple):
    """A finished card in the language of PDF pages; the back is empty where there is none."""

    front: bytes
    back: bytes = b""


class Records:
    """The records of one run: the designs compiled so far, the cards made, and what is to be said of them."""

    def __init__(self, job: PrintJob, press: Press, folding: Folded | None, progress: Progress | None) -> None:
        self._job, self._press, self._folding, self._progress = job, press, folding, progress
        self._papers = PAPERS[job.kind]
        self._templates = templates_of(job)
        self._same = same_content(job.shop, job.by)
        self._both = job.imposing.duplex is not Duplex.OFF
        self._designs: dict[tuple[Kind, Language, Side], Design] = {}
        self._words = {language: PaperWords(language) for language in Language}
        self._advice = Advice(job.before, press.album.extent, both=self._both, colours=job.shop.colours)
        self.placed = Placements()
        self.remarks: list[Remark] = []

    def cards(self) -> Iterator[Card]:
        """The run's cards one by one, those of a record only when all its papers can be printed."""
        done, copies = 0, self._job.copies
        for record in self._job.details:
            if done % _EVERY == 0:
                self._report(done)
            done += 1
            last: RecordKey | None = None
            for key, kind, card in self._made(record):
                if key != last:
                    self.placed.record(key)
                    last = key
                self.placed.card(kind, copies)
                yield card
        self._report(done)

    def _report(self, done: int) -> None:
        if self._progress is not None and not self._progress(done, self._job.total):
            raise Stopped(msg("Printing was stopped. Nothing was printed."))

    def _made(self, record: PaperDetails) -> list[tuple[RecordKey, Kind, Card]]:
        """The cards of one record; none when one of its papers cannot be printed, without those it may not be given."""
        made: list[tuple[RecordKey, Kind, Card]] = []
        warned: list[tuple[RecordKey, Kind, int, Said, str]] = []
        for kind, paper in papers_of(self._job.kind, record):
            key = key_of(record, paper)
            change = self._job.changes.get(key.of(kind)) if self._job.changes else None
            if change and change.leave_out:
                continue
            hindrance = paper_hindrance(kind, paper.standing, amends=bool(paper.voucher and paper.voucher.amends))
            if hindrance is not None:
                self._remark(key, kind, (Concern.HELD, held_back(kind, hindrance)), Severity.HELD, card=0, text="")
                continue
            first = len(self.placed) + len(made) * self._job.copies + 1
            try:
                fronts, tight = self._side(paper, kind, Side.FRONT, change)
                backs = [b""]
                if self._both and Side.BACK in self._templates[kind].sides:
                    backs, tight_back = self._side(paper, kind, Side.BACK, change)
                    tight = tight or tight_back
            except Refused as refusal:
                self._remark(key, kind, (refusal.concern, refusal.message), Severity.STOP, card=0, text=refusal.text)
                return []
            if tight is not None:
                warned.append((key, kind, first, (Concern.TIGHT, only_just()), tight))
            layout = self._design(kind, paper.language, Side.FRONT).layout
            reworded = bool(change and change.words)
            advice = self._advice.of(paper, key, self._templates[kind], layout, reworded=reworded)
            warned += [(key, kind, first, said, "") for said in advice]
            made += [(key, kind, self._card(front, backs[0])) for front in fronts]
        for key, kind, first, said, text in warned:
            self._remark(key, kind, said, Severity.WARN, card=first, text=text)
        return made

    def _side(
        self, record: PaperDetails, kind: Kind, side: Side, change: CardChange | None
    ) -> tuple[list[bytes], str | None]:
        """One side of a record's cards, more than one where its articles need them, and which text only just fits."""
        language = record.language
        design = self._changed(kind, language, side, change.words) if change else self._design(kind, language, side)
        if change and change.words:
            check_changed(design.layout.notes, record.title)
        content = BUILDERS[kind](record, self._same, self._words[language], asked=design.layout.asked)
        check_code(content.qr, record.title)
        pages = design.layout.pages(content)
        if pages is None:
            raise too_long(record.title, text=_cause(design.layout.too_long(content)))
        tight = None
        for page in pages:
            if page.notes:
                if page.lost:
                    lost = "".join(page.lost for page in pages)
                    raise missing_letters(lost, record.title, text=_cause(page.notes, Trouble.LOST))
                if any(note.trouble is Trouble.CODE for note in page.notes):
                    raise not_coded(record.title, text=_cause(page.notes, Trouble.CODE))
                tight = _cause(page.notes, Trouble.TIGHT) if tight is None else tight
        return [design.card(page) for page in pages], tight

    def _card(self, front: bytes, back: bytes) -> Card:
        return Card(both_halves(front, back, self._folding)) if self._folding else Card(front, back)

    def _design(self, kind: Kind, language: Language, side: Side) -> Design:
        """The design of a kind in a language, compiled when first needed."""
        design = self._designs.get((kind, language, side))
        if design is None:
            design = self._compiled(self._templates[kind], language, side)
            self._designs[kind, language, side] = design
            check_alike(design.layout.notes, self._templates[kind].texts)
        return design

    def _changed(self, kind: Kind, language: Language, side: Side, words: Mapping[str, str]) -> Design:
        """The design with other words for one card: they are printed as they are, whatever the record says."""
        template = self._templates[kind]
        if not words:
            return self._design(kind, language, side)
        texts = {
            key: {**template.texts[key], language: (Variant(_plainly(text)),)}
            for key, text in words.items()
            if key in template.texts  # the design may have changed since the words were written
        }
        return self._compiled(replace(template, texts={**template.texts, **texts}), language, side)

    def _compiled(self, template: Template, language: Language, side: Side) -> Design:
        return self._press.compile(template, language, self._same, side=side)

    def _remark(self, key: RecordKey, kind: Kind, what: Said, severity: Severity, *, card: int, text: str) -> None:
        concern, message = what
        about = (key.order, key.customer, kind, text, key.product, concern)
        self.remarks.append(Remark(card, key.of(kind), key.title, severity, message, *about))


def key_of(record: PaperDetails, paper: PaperDetails) -> RecordKey:
    """Whose card one of a record's papers is."""
    about = paper.about if paper.enclosure or paper is record or paper.product is None else paper.product.title
    return RecordKey(record.order, record.customer_id, record.title, about, record.relative)


def _cause(notes: Iterable[Note], trouble: Trouble = Trouble.OVERFLOW) -> str:
    """The key of the text that a trouble comes from."""
    return next((note.text for note in notes if note.trouble is trouble and note.text), "")


def _plainly(text: str) -> str:
    """A text as a wording says it, its braces no fields."""
    return text.replace("{", "{{").replace("}", "}}")


def templates_of(job: PrintJob) -> dict[Kind, Template]:
    """The design of each of the job's papers."""
    chosen = {kind: job.designs.get(kind, DEFAULT_DESIGN) for kind in PAPERS[job.kind]}
    return {kind: load_template(kind, one) if isinstance(one, str) else one for kind, one in chosen.items()}
