"""One desk of the week: screen, keyboard, mouse, a home folder, and Cordial running at it in a process of its own."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PIL import Image
from Xlib import X
from Xlib.display import Display

from tests.cups import until
from tests.week.hands import Hands
from tests.week.sight import Part, Sight

ROOT = Path(__file__).resolve().parent.parent.parent
_OPENER = """#!/bin/sh
printf '%s\\n' "$1" >> "$HOME/opened"
"""  # what a desktop hands links to
PATIENCE = 20.0  # seconds: other tests may be at work on the machine
_HAND = 60  # ms before a key: nobody is quicker, and an Enter at once after a scan would be the scanner's own
_T = TypeVar("_T")


class Desk:
    """A desk; `environment` adds variables (CORDIAL_TODAY, CUPS_SERVER, PGPASSWORD…), `pictures` takes its pictures."""

    def __init__(self, name: str, folder: Path, *, pictures: Path, size: str = "1360x860", **environment: str) -> None:
        self.name, self.home = name, folder / name
        self.home.mkdir(parents=True, exist_ok=True)
        self._pictures, self._taken = pictures, 0
        self._near = Path(tempfile.mkdtemp(prefix="desk"))  # a socket's address has to be short
        self._screen, self.display = _screen(size)
        self._keeper = _window_keeper(self.display)
        self.hands = Hands(self.display)
        self.environment = {
            **{key: value for key, value in os.environ.items() if not key.startswith(("XDG_", "QT_", "CORDIAL_"))},
            "HOME": str(self.home), "DISPLAY": self.display, "PYTHONPATH": str(ROOT), "LANG": "C.UTF-8",
            "XDG_CACHE_HOME": str(ROOT / "build" / "cache"), "PATH": f"{self.home / 'bin'}:{os.environ['PATH']}",
            **environment,
        }  # fmt: skip
        self.program: subprocess.Popen[bytes] | None = None
        self.put_program("xdg-open", _OPENER)

    def put_program(self, name: str, script: str) -> None:
        """Puts a program on this computer, before all others of its name."""
        file = self.home / "bin" / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(script)
        file.chmod(0o755)

    def take_program(self, name: str) -> None:
        """Takes a program that was put on this computer away again."""
        (self.home / "bin" / name).unlink()

    def opened(self) -> list[str]:
        """The links that were opened: messages that wait in other programs to be sent."""
        file = self.home / "opened"
        return file.read_text().splitlines() if file.exists() else []

    # --- the program ---

    def start(self, *arguments: str) -> None:
        """Starts Cordial as `cordial ARGUMENTS` and waits until it is on the screen and has the keyboard."""
        words = [sys.executable, "-m", "tests.week.program", str(self._near / "told"), *arguments]
        with (self.home / "said").open("ab") as said:
            self.program = subprocess.Popen(words, cwd=self.home, env=self.environment, stdout=said, stderr=said)
        self.until(lambda: any(part.focused for part in self.look()) or None, "Cordial to come up")

    def cordial(self, *arguments: str) -> str:
        """What `cordial ARGUMENTS` prints, from a shell at this desk; the words it fails with are the failure's."""
        words = [sys.executable, "-m", "desktop_app", *arguments]
        done = subprocess.run(words, cwd=self.home, env=self.environment, capture_output=True, text=True, timeout=300)
        assert done.returncode == 0, f"cordial {' '.join(arguments)}: {done.stdout}{done.stderr}"
        return done.stdout

    def power_cut(self) -> None:
        """The computer stops in the middle of whatever it does."""
        assert self.program
        self.program.send_signal(signal.SIGKILL)
        self.program.wait(20)
        self.program = None

    def quit(self) -> None:
        """Leaves the program as a person does, by Ctrl+Q, or by its menu where no window has the keyboard."""
        self.hands.press("Ctrl+Q")
        if not until(lambda: self.program is None or self.program.poll() is not None, 6):
            self.click("Menu", "Button")
            self.click("Quit", "MenuItem")
        self.left()

    def left(self) -> None:
        """Waits until the program has ended by itself, and well."""
        assert self.program
        assert self.program.wait(PATIENCE) == 0, self.said()
        self.program = None

    def said(self) -> str:
        """What the program printed: nothing, in a good week."""
        return (self.home / "said").read_text() if (self.home / "said").exists() else ""

    def close(self) -> None:
        """Clears the desk away, whatever state it is in."""
        if self.program is not None:
            self.program.kill()
            self.program.wait(20)
        self.hands.close()
        self._keeper.terminate()
        self._keeper.wait(20)
        self._screen.terminate()
        self._screen.wait(20)
        shutil.rmtree(self._near)

    # --- eyes ---

    def look(self) -> Sight:
        """What stands on the screen now; nothing before there is a window."""
        assert self.program is None or self.program.poll() is None, f"Cordial ended: {self.said()}"
        with socket.socket(socket.AF_UNIX) as asking:
            asking.settimeout(PATIENCE)
            try:
                asking.connect(str(self._near / "told"))
            except (FileNotFoundError, ConnectionRefusedError):
                return Sight()
            asking.sendall(b"\n")
            with asking.makefile() as answer:
                try:
                    told = json.loads(answer.readline() or "[]")
                except TimeoutError:
                    raise AssertionError(f"{self.name} got no answer: {self.said()}") from None
        assert isinstance(told, list), told
        return Sight(
            Part(within, role, name, value, tuple(place), tuple(shown) if shown else None, *states)
            for within, role, name, value, place, shown, *states in told
        )

    def sees(self, *words: str) -> Sight:
        """Waits until all these words are in sight, each within one text; fails telling what is there instead."""
        return self.until(lambda: sight if all(w in (sight := self.look()).read() for w in words) else None, *words)

    def sees_no(self, *words: str) -> Sight:
        """Waits until none of these words is in sight any more."""
        return self.until(
            lambda: sight if not any(w in (sight := self.look()).read() for w in words) else None, "no", *words
        )

    def until(self, found: Callable[[], _T | None], *what: str) -> _T:
        """Waits until something is found; fails with a picture and all words in sight."""
        kept: list[_T] = []

        def there() -> bool:
            now = found()
            kept[:] = [] if now is None else [now]
            return bool(kept)

        if not until(there, PATIENCE):
            picture, sight = self.picture("not found"), self.look()
            picture.with_suffix(".txt").write_text("\n".join(map(str, sight)), encoding="utf-8")
            raise AssertionError(f"{self.name} waits for {what}; see {picture}. In sight:\n{sight.read()}")
        return kept[0]

    def picture(self, title: str) -> Path:
        """Keeps a picture of the screen."""
        self._pictures.mkdir(parents=True, exist_ok=True)
        self._taken += 1
        file = self._pictures / f"{self.name}-{self._taken:02}-{title.replace(' ', '-')}.png"
        display = Display(self.display)
        root = display.screen().root
        size = root.get_geometry()
        data = root.get_image(0, 0, size.width, size.height, X.ZPixmap, 0xFFFFFFFF).data
        display.close()
        Image.frombytes("RGB", (size.width, size.height), data, "raw", "BGRX").save(file)
        return file

    # --- hands ---

    def find(self, words: str, role: str = "", *, within: str = "", nth: int = 0) -> Part:
        """Waits until a usable part called so (see Sight.named) is in sight and rests; scrolls to it if it must."""
        was: list[Part] = []

        def found() -> Part | None:
            sight = self.look()
            parts = [part for part in sight.named(words, role, within=within) if part.usable]
            if len(parts) <= nth:
                return None
            part = parts[nth]
            if part.shown and part.shown[3] >= min(part.place[3], 8):
                rests, was[:] = part.place in [one.place for one in was], [part]
                return part if rests else None
            self._scroll_to(sight, part)
            return None

        return self.until(found, words, role, within)

    def click(
        self, words: str, role: str = "", *, within: str = "", nth: int = 0, times: int = 1, button: int = 1
    ) -> None:
        """Clicks on what is called so."""
        part = self.find(words, role, within=within, nth=nth)
        self.hands.click(*part.middle, times=times, button=button)

    def press(self, *keys: str) -> None:
        """Presses keys one after the other: “Ctrl+K”, “Down”, “Enter”."""
        for one in keys:
            self.hands.press(one, after=_HAND)
            self.look()  # what the key does is begun

    def write(self, text: str) -> None:
        """Types where the cursor is."""
        self.hands.write(text)

    def fill(self, label: str, text: str, *, within: str = "") -> None:
        """Goes into a field, takes out what is there and types, once the keyboard is there."""
        kinds = "EditableText|SpinBox|ComboBox"
        self.click(label, kinds, within=within)
        self.until(
            lambda: any(part.focused for part in self.look().named(label, within=within)) or None, "the keyboard", label
        )
        self.press("Ctrl+A")
        self.write(text)

    def scan(self, code: str) -> None:
        """What a scanner does: types a code and Enter, quicker than a person."""
        self.hands.write(code + "\n")

    def _scroll_to(self, sight: Sight, part: Part) -> None:
        """Turns the wheel over the nearest part in sight around it."""
        number = sight.index(part)
        around = next((one for one in sight.around(number) if one.shown and one.shown[3] > 120), None)
        if around is not None and around.shown is not None:
            left, top, wide, high = around.shown  # a third of the way down: a bar may lie over the foot
            down = 1 if part.place[1] + part.place[3] > top + high else -1
            self.hands.turn(left + wide // 2, top + high // 3, down=down)


def _screen(size: str) -> tuple[subprocess.Popen[bytes], str]:
    """An X server of its own with one screen, and its name."""
    server = shutil.which("Xvfb")
    assert server, "The week needs a screen to draw on: install xvfb"
    told, tell = os.pipe()
    words = [server, "-displayfd", str(tell), "-screen", "0", f"{size}x24", "-nolisten", "tcp", "-noreset"]
    screen = subprocess.Popen(words, pass_fds=[tell], stderr=subprocess.DEVNULL)
    os.close(tell)
    with os.fdopen(told) as number:
        return screen, f":{number.readline().strip()}"


def _window_keeper(display: str) -> subprocess.Popen[bytes]:
    """A window manager, which gives the keyboard to the window on top, as on any desktop."""
    keeper = shutil.which("openbox")
    assert keeper, "The week needs windows to be kept in order: install openbox"
    known = {"PATH": os.environ["PATH"], "HOME": os.environ.get("HOME", "/"), "DISPLAY": display}
    started = subprocess.Popen(
        [keeper, "--sm-disable", "--config-file", str(ROOT / "tests/week/openbox.xml")],
        env=known,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    asked = Display(display)
    sign = asked.intern_atom("_NET_SUPPORTING_WM_CHECK")
    ready = until(lambda: asked.screen().root.get_full_property(sign, X.AnyPropertyType) is not None)
    asked.close()
    assert ready, "openbox did not start"
    return started
