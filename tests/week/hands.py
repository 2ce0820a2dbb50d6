"""A person's hands on one display: real mouse and key events by the X server's own test extension."""

from __future__ import annotations

from collections.abc import Iterable

from Xlib import XK, X
from Xlib.display import Display
from Xlib.ext.xtest import fake_input

# What the keyboard of an American has not: these stand on keys nobody has (music, sleep), small letter and capital.
_LETTERS = (
    *"абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    *"āčēģīķļņōŗšūžäöüßéçñøå",
)
_SIGNS = "«»“”„—–…’№€·×″°"
_SPARE = range(136, 256)
_PRINTED = {
    "\n": "Return", "\t": "Tab", " ": "space", "!": "exclam", "@": "at", "#": "numbersign", "$": "dollar",
    "%": "percent", "^": "asciicircum", "&": "ampersand", "*": "asterisk", "(": "parenleft", ")": "parenright",
    "-": "minus", "_": "underscore", "=": "equal", "+": "plus", "[": "bracketleft", "{": "braceleft",
    "]": "bracketright", "}": "braceright", "\\": "backslash", "|": "bar", ";": "semicolon", ":": "colon",
    "'": "apostrophe", '"': "quotedbl", ",": "comma", "<": "less", ".": "period", ">": "greater", "/": "slash",
    "?": "question", "`": "grave", "~": "asciitilde",
}  # fmt: skip
_KEYS = {
    "Ctrl": "Control_L", "Shift": "Shift_L", "Alt": "Alt_L", "Enter": "Return", "Esc": "Escape", "Del": "Delete",
    "PgUp": "Prior", "PgDown": "Next", "Backspace": "BackSpace", "Space": "space",
}  # fmt: skip


class Hands:
    """Mouse and keyboard of the display called `name` (“:1”)."""

    def __init__(self, name: str) -> None:
        self._display = Display(name)
        self._codes: dict[str, tuple[int, bool]] = {}
        self._teach()

    def press(self, keys: str, *, after: int = 0) -> None:
        """Presses a key or several at once, as a menu writes them: “Ctrl+K”, “Down”, “F1”; `after` so many ms."""
        names = [key.lower() if len(key) == 1 else key for key in keys.split("+")] if len(keys) > 1 else [keys]
        codes = [self._code(_KEYS.get(key, key)) for key in names]
        held = [code for code, shift in codes for code in ([self._code("Shift_L")[0]] if shift else []) + [code]]
        for number, code in enumerate(held):
            fake_input(self._display, X.KeyPress, code, time=0 if number else after)
        for code in reversed(held):
            fake_input(self._display, X.KeyRelease, code)
        self._display.sync()

    def write(self, text: str) -> None:
        """Types a text, letter by letter."""
        for letter in text:
            self.press(letter)

    def click(self, x: int, y: int, *, button: int = 1, times: int = 1) -> None:
        """Goes to a place of the screen and presses there."""
        fake_input(self._display, X.MotionNotify, x=x, y=y)
        for _ in range(times):
            fake_input(self._display, X.ButtonPress, button)
            fake_input(self._display, X.ButtonRelease, button)
        self._display.sync()

    def drag(self, places: Iterable[tuple[int, int]]) -> None:
        """Presses at the first place, goes over the others, and lets go at the last."""
        pressed = False
        for x, y in places:
            fake_input(self._display, X.MotionNotify, x=x, y=y)
            if not pressed:
                fake_input(self._display, X.ButtonPress, 1)
                pressed = True
            self._display.sync()
        fake_input(self._display, X.ButtonRelease, 1)
        self._display.sync()

    def turn(self, x: int, y: int, *, down: int) -> None:
        """Turns the mouse's wheel over a place, up for negative steps."""
        for _ in range(abs(down)):
            self.click(x, y, button=5 if down > 0 else 4)

    def close(self) -> None:
        """Lets go of the display."""
        self._display.close()

    def _teach(self) -> None:
        """Puts the letters of our languages on keys of their own, before a program asks which there are."""
        pairs = [(letter, letter.upper() if len(letter.upper()) == 1 else letter) for letter in _LETTERS]
        pairs += [(sign, sign) for sign in _SIGNS]
        for code, (small, capital) in zip(_SPARE, pairs, strict=False):
            self._display.change_keyboard_mapping(code, [[0x1000000 + ord(small), 0x1000000 + ord(capital)]])
            self._codes[capital], self._codes[small] = (code, True), (code, False)
        self._display.sync()

    def _code(self, key: str) -> tuple[int, bool]:
        """The number of a key and whether Shift is held with it."""
        if key not in self._codes:
            sign = XK.string_to_keysym(_PRINTED.get(key, key))
            code = self._display.keysym_to_keycode(sign)
            assert code, f"no such key: {key}"
            self._codes[key] = code, self._display.keycode_to_keysym(code, 0) != sign
        return self._codes[key]
