"""Every page, dialog, menu and state of the window and the bench is looked at: nothing empty, nothing cut off.

Each has 36 variants: three languages, light and dark, three sizes, text of 100 and 200 %. `python -m tests.gallery`
takes pictures of all of them, or of those asked for; that is an hour. The tests look at each scene five times:

- in Russian at 200 % in the small window, in English at 200 % in the middle one, in Latvian in the large one, the last
  two dark: each scene in every language, at every size, on both grounds, at both sizes of text (`variants.DAILY`);
- in words twice as long as the English ones, in the small and in the middle window: longer than any language is,
  in the narrow arrangement and in the wide one.

What else there is has the same arrangement with shorter words, or the same room in other colours. The picture of what
is wrong stays in build/gallery/every.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QDialog, QMenu, QWidget

from desktop_app.i18n import Language
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.theme.tokens import Mode
from tests.gallery.asking import ASKED, Asked
from tests.gallery.bench_scenes import BENCH_SCENES
from tests.gallery.looking import Pseudo, look, settle_in
from tests.gallery.menu_scenes import DIALOG_SCENES, MENU_SCENES
from tests.gallery.scenes import FIRST_SCENES, SCENES, Scene, dialog
from tests.gallery.variants import DAILY, EVERY, MIDDLE, SMALL, Variant
from tests.ui.around import House

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)")
WINDOW: dict[str, Scene] = SCENES | MENU_SCENES | {name: dialog(show) for name, show in DIALOG_SCENES.items()}
_SCENES_OF = {"test_the_window": WINDOW, "test_the_first_minutes": FIRST_SCENES, "test_the_bench": BENCH_SCENES}
# A sentence made of sentences comes out eight times as long.
_LONG_SCENES = WINDOW | {name: show for name, show in BENCH_SCENES.items() if name != "bench-unticked"}
Look = Callable[[House, Variant, tuple[str, ...]], str]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Gives a test its variants, each with the scenes to be looked at: those asked for, else the daily ones."""
    scenes = _SCENES_OF.get(metafunc.function.__name__)
    if scenes is not None:
        wanted = metafunc.config.stash.get(ASKED, Asked(DAILY)).of(scenes)
        metafunc.parametrize(("variant", "names"), list(wanted.items()), ids=[str(variant) for variant in wanted])


@pytest.fixture(scope="session")
def met(pytestconfig: pytest.Config) -> Iterator[set[str]]:
    """Names of the classes met; where all was asked for, dialogs and menus that no scene shows are written down."""
    seen: set[str] = set()
    yield seen
    asked = pytestconfig.stash.get(ASKED, None)
    if asked is not None and asked.patterns == ("*",):
        unseen = sorted((_ours(QDialog) | _ours(QMenu)) - seen)
        (EVERY / "never-shown.txt").write_text("".join(f"{name}\n" for name in unseen), encoding="utf-8")


def _ours(kind: type[QWidget]) -> set[str]:
    found = {one.__name__ for one in kind.__subclasses__() if one.__module__.startswith("desktop_app.")}
    return found.union(*(_ours(one) for one in kind.__subclasses__()))


@pytest.fixture
def looked(theme: Theme, met: set[str], pytestconfig: pytest.Config) -> Look:
    """Opens a house in a variant and looks at scenes; tells what is wrong, and keeps pictures that were asked for."""
    asked = ASKED in pytestconfig.stash

    def remember(top: QWidget) -> None:
        met.update(type(one).__name__ for one in (top, *top.findChildren(QWidget)) if asked)

    def found(house: House, variant: Variant, names: tuple[str, ...]) -> str:
        settle_in(house, theme, variant)
        folder = EVERY / str(variant)
        scenes = {name: show for known in _SCENES_OF.values() for name, show in known.items() if name in names}
        lines = "".join(
            f"{line}\n" for line in look(house, scenes, variant.size, folder=folder, keep=asked, met=remember)
        )
        if asked:
            with (folder / "wrong.txt").open("a", encoding="utf-8") as file:
                file.write(lines)
        return lines

    return found


def test_the_window(house: House, looked: Look, variant: Variant, names: tuple[str, ...]) -> None:
    wrong = looked(house, variant, names)
    assert not wrong, wrong


def test_the_first_minutes(new_house: House, looked: Look, variant: Variant, names: tuple[str, ...]) -> None:
    wrong = looked(new_house, variant, names)
    assert not wrong, wrong


def test_the_bench(house: House, looked: Look, variant: Variant, names: tuple[str, ...]) -> None:
    wrong = looked(house, variant, names)
    assert not wrong, wrong


@pytest.mark.parametrize("size", [SMALL, MIDDLE], ids=["small", "middle"])
def test_words_twice_as_long_are_not_cut_off(house: House, theme: Theme, size: tuple[int, int]) -> None:
    wrong = _twice_as_long(house, theme, _LONG_SCENES, size)
    assert not wrong, wrong


@pytest.mark.parametrize("size", [SMALL, MIDDLE], ids=["small", "middle"])
def test_the_first_minutes_fit_in_words_twice_as_long(
    new_house: House, theme: Theme, size: tuple[int, int]
) -> None:
    wrong = _twice_as_long(new_house, theme, FIRST_SCENES, size)
    assert not wrong, wrong


def _twice_as_long(house: House, theme: Theme, scenes: dict[str, Scene], size: tuple[int, int]) -> str:
    house.speak = Pseudo
    settle_in(house, theme, Variant(Language.EN, Mode.LIGHT, size, 100))
    return "\n".join(look(house, scenes, size, folder=EVERY / f"twice-as-long-{size[0]}x{size[1]}"))
