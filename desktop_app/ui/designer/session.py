"""One design while it is being made: its history, what is selected, what is looked at; panels and canvas show it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from desktop_app.domain.cards import Format, Item, Side, Template
from desktop_app.domain.design import CARDS, Frame, frame_of, item_of
from desktop_app.domain.design_history import History
from desktop_app.domain.design_items import whole_groups
from desktop_app.domain.design_place import Stand
from desktop_app.domain.design_seen import Seen, SeenPage
from desktop_app.i18n import Language, Message


class Session(QObject):
    """`changed`: another design; `selected`: other items; `looked`: another side, size or language; `seen`: a proof."""

    changed = Signal()
    selected = Signal()
    looked = Signal()
    seen = Signal()

    def __init__(
        self,
        template: Template,
        *,
        form: Format = Format.MEDIUM,
        language: Language = Language.EN,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.history = History(template)
        self.kept = template  # as it was last saved
        self.side = Side.FRONT
        self.form = form
        self.card = CARDS[form]
        self.language = language
        self.ids: tuple[str, ...] = ()
        self.page: SeenPage | None = None
        self._draft: Template | None = None
        self._places: dict[Format, dict[str, Frame]] = {}

    @property
    def template(self) -> Template:
        """The design as it is now, also in the middle of a drag."""
        return self._draft or self.history.now

    @property
    def dirty(self) -> bool:
        """Whether anything would be lost."""
        now, kept = self.history.now, self.kept
        return replace(now, name=kept.name, title=kept.title, number=kept.number) != kept

    @property
    def items(self) -> tuple[Item, ...]:
        """The items of the side that is shown, in drawing order."""
        return tuple(item for item in self.template.items if item.side is self.side)

    @property
    def chosen(self) -> tuple[Item, ...]:
        """The selected items in drawing order."""
        return tuple(item for item in self.template.items if item.id in self.ids)

    @property
    def only(self) -> Item | None:
        """The one item that is selected, None for none or several."""
        return item_of(self.template, self.ids[0]) if len(self.ids) == 1 else None

    @property
    def stand(self) -> Stand:
        """What edits need to know of the card, as it is at this moment: later proofs do not change it."""
        return Stand(self.form, self.card, {form: dict(frames) for form, frames in self._places.items()})

    def frame(self, item: Item) -> Frame:
        """Where an item stands now."""
        return frame_of(item, self.form, self._places)

    def seen_of(self, name: str) -> Seen | None:
        """What the proof says of an item."""
        return self.page.items.get(name) if self.page is not None else None

    def edit(self, title: Message, template: Template, *, merge: str = "", select: Iterable[str] | None = None) -> bool:
        """Go on with a changed design; steps of one `merge` key in a row are one. False when nothing changed."""
        self._draft = None
        done = self.history.do(template, title, merge=merge)
        if select is not None:
            self.select(select)
        else:
            self._keep_known()
        self.changed.emit()
        return done

    def draft(self, template: Template | None) -> None:
        """Show a design in the middle of a drag; None drops it."""
        if template is not self._draft:
            self._draft = template
            self.changed.emit()

    def undo(self) -> Message | None:
        """Take back the last step."""
        return self._moved(self.history.undo())

    def redo(self) -> Message | None:
        """Do it again."""
        return self._moved(self.history.redo())

    def select(self, ids: Iterable[str], *, groups: bool = True) -> None:
        """Select items, whole groups of them; nothing for none."""
        wanted = tuple(ids)
        found = whole_groups(self.template, wanted) if groups else wanted
        known = {item.id for item in self.template.items}
        found = tuple(name for name in found if name in known)
        if found != self.ids:
            self.history.settle()
            self.ids = found
            self.selected.emit()

    def select_next(self, step: int) -> None:
        """Select the item drawn after the one that is selected, or before it."""
        names = [item.id for item in self.items if not self._gone(item)]
        if not names:
            return
        at = names.index(self.ids[-1]) if self.ids and self.ids[-1] in names else -1 if step > 0 else 0
        self.select([names[(at + step) % len(names)]], groups=False)

    def look(
        self,
        *,
        side: Side | None = None,
        form: Format | None = None,
        card: tuple[float, float] | None = None,
        language: Language | None = None,
    ) -> None:
        """Look at another side, size of card or language."""
        if side is not None and side is not self.side:
            self.side = side
            self.select(())
        if form is not None:
            self.form, self.card = form, card or CARDS[form]
        self.language = language or self.language
        self.looked.emit()

    def show(self, page: SeenPage) -> None:
        """A proof came: its frames are where things stand."""
        if page.side is self.side and page.form is self.form:
            self.page = page
        known = self._places.setdefault(page.form, {})
        known.update(page.frames)
        for form, frames in page.elsewhere.items():
            self._places.setdefault(form, {}).update(frames)
        self.seen.emit()

    def keep(self, template: Template) -> None:
        """The design is saved as this one; its name, title and number are those of what stands here now."""
        self.kept = template
        now = self.history.now
        self.history.now = replace(now, name=template.name, title=template.title, number=template.number)
        self.changed.emit()

    def _moved(self, title: Message | None) -> Message | None:
        if title is not None:
            self._draft = None
            self._keep_known()
            self.changed.emit()
        return title

    def _keep_known(self) -> None:
        known: Sequence[str] = [item.id for item in self.template.items]
        if any(name not in known for name in self.ids):
            self.ids = tuple(name for name in self.ids if name in known)
            self.selected.emit()

    def _gone(self, item: Item) -> bool:
        seen = self.seen_of(item.id)
        return item.locked or (seen is not None and seen.hidden)
