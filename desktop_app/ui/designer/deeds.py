"""What can be done to what is selected, by button, menu and key: one table, and one function for each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from desktop_app.domain.design_clip import copy, duplicate
from desktop_app.domain.design_items import FILLING, Order, fill_card, group, lock, remove, reorder, ungroup
from desktop_app.domain.design_new import Wish, add
from desktop_app.domain.design_place import Axis, Edge, align, distribute, move
from desktop_app.i18n import Message, msg
from desktop_app.ui.designer.clipboard import Clipboard
from desktop_app.ui.designer.session import Session

NUDGE, NUDGE_FAR, NUDGE_FINE = 0.5, 5.0, 0.1  # mm


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing to do: its name, words, icon, keys on the canvas, and how many items it needs."""

    name: str
    title: Message
    icon: str = ""
    keys: str = ""
    needs: int = 1


DEEDS: tuple[Deed, ...] = (
    Deed("cut", msg("Cut"), keys="Ctrl+X"),
    Deed("copy", msg("Copy"), keys="Ctrl+C"),
    Deed("paste", msg("Paste"), keys="Ctrl+V", needs=0),
    Deed("paste-in-place", msg("Paste where it was"), keys="Ctrl+Shift+V", needs=0),
    Deed("duplicate", msg("Duplicate"), "copy", "Ctrl+D"),
    Deed("delete", msg("Remove"), "trash", "Del"),
    Deed("all", msg("Select all"), keys="Ctrl+A", needs=0),
    Deed("group", msg("Group"), "group", "Ctrl+G", needs=2),
    Deed("ungroup", msg("Take the group apart"), "ungroup", "Ctrl+Shift+G"),
    Deed("front", msg("To the front"), "to-front", "Ctrl+Shift+]"),
    Deed("forward", msg("Forward"), "forward", "Ctrl+]"),
    Deed("backward", msg("Backward"), "backward", "Ctrl+["),
    Deed("back", msg("To the back"), "to-back", "Ctrl+Shift+["),
    Deed("lock", msg("Hold in place"), "lock", "Ctrl+L"),
    Deed("fill", msg("Fill the whole card"), "background"),
    Deed("left", msg("Align left"), "align-left"),
    Deed("centre", msg("Centre across"), "align-centre"),
    Deed("right", msg("Align right"), "align-right"),
    Deed("top", msg("Align top"), "align-top"),
    Deed("middle", msg("Centre down"), "align-middle"),
    Deed("bottom", msg("Align bottom"), "align-bottom"),
    Deed("across", msg("Space out across"), "spread-across", needs=3),
    Deed("down", msg("Space out down"), "spread-down", needs=3),
)
ALIGNING = ("left", "centre", "right", "top", "middle", "bottom", "across", "down")
ORDERING = ("front", "forward", "backward", "back")


class Deeds:
    """Does them; what was copied is with the system's clipboard."""

    def __init__(self, session: Session, clipboard: Clipboard) -> None:
        self.session = session
        self.clipboard = clipboard
        self._by_name: dict[str, Callable[[], object]] = {
            "cut": self._cut, "copy": self._copy, "paste": clipboard.take,
            "paste-in-place": partial(clipboard.take, in_place=True), "duplicate": self._duplicate,
            "delete": self._delete, "all": self._all, "group": self._group, "ungroup": self._ungroup,
            "lock": self._lock, "fill": self._fill,
            **{edge.value: partial(self._align, edge) for edge in Edge},
            **{axis.value: partial(self._spread, axis) for axis in Axis},
            **{order.value: partial(self._order, order) for order in Order},
        }  # fmt: skip

    def do(self, name: str) -> None:
        """Do one of the table."""
        self._by_name[name]()

    def can(self, deed: Deed) -> bool:
        """Whether there is enough selected for it."""
        if deed.name in ("paste", "paste-in-place"):
            return self.clipboard.full
        if deed.name == "fill":
            return isinstance(self.session.only, FILLING)
        return len(self.session.ids) >= deed.needs

    def add(self, wish: Wish, *, title: Message | None = None) -> str:
        """Add a thing and select it."""
        session = self.session
        made, name = add(session.template, wish, form=session.form, places=session.stand.places)
        session.edit(title or msg("Add"), made, select=(name,))
        return name

    def nudge(self, dx: float, dy: float) -> None:
        """Move what is selected by mm; a row of nudges is one step."""
        session = self.session
        if session.ids:
            made = move(session.template, session.ids, by=(dx, dy), stand=session.stand)
            session.edit(msg("Move"), made, merge=f"nudge {session.ids}")

    def _copy(self) -> None:
        session = self.session
        if session.ids:
            self.clipboard.put(copy(session.template, session.ids, stand=session.stand), session.language)

    def _cut(self) -> None:
        self._copy()
        self._delete(msg("Cut"))

    def _duplicate(self) -> None:
        session = self.session
        made, ids = duplicate(session.template, session.ids, stand=session.stand)
        session.edit(msg("Duplicate"), made, select=ids)

    def _delete(self, title: Message | None = None) -> None:
        session = self.session
        if session.ids:
            session.edit(title or msg("Remove"), remove(session.template, session.ids, stand=session.stand))

    def _all(self) -> None:
        self.session.select(item.id for item in self.session.items if not item.locked)

    def _group(self) -> None:
        session = self.session
        session.edit(msg("Group"), group(session.template, session.ids))
        session.select(session.ids)

    def _ungroup(self) -> None:
        self.session.edit(msg("Take the group apart"), ungroup(self.session.template, self.session.ids))

    def _lock(self) -> None:
        session = self.session
        locked = not all(item.locked for item in session.chosen)
        title = msg("Hold in place") if locked else msg("Let go")
        session.edit(title, lock(session.template, session.ids, locked=locked))

    def _fill(self) -> None:
        session = self.session
        session.edit(msg("Fill the whole card"), fill_card(session.template, session.ids[0]))

    def _align(self, edge: Edge) -> None:
        session = self.session
        session.edit(msg("Align"), align(session.template, session.ids, edge=edge, stand=session.stand))

    def _spread(self, axis: Axis) -> None:
        session = self.session
        session.edit(msg("Space out"), distribute(session.template, session.ids, axis=axis, stand=session.stand))

    def _order(self, order: Order) -> None:
        session = self.session
        session.edit(msg("Stacking"), reorder(session.template, session.ids, to=order))
