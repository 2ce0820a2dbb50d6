"""What hands do again and again in a week: a choice from a list, a file chosen or named, a row opened."""

from __future__ import annotations

from pathlib import Path

from tests.week.desk import Desk


def go_to(desk: Desk, page: str) -> None:
    """Chooses a page at the left; once more where the window was still moving to its place."""

    def there() -> bool | None:
        found = desk.look().named(page, "CheckBox", within="Pages")
        if found and found[0].ticked:
            return True
        if found and found[0].usable:
            desk.hands.click(*found[0].middle)
        return None

    desk.until(there, page)


def choose(desk: Desk, label: str, text: str) -> None:
    """Folds a choice out and takes the line that reads so, by its letters: a click at once after the first is none."""
    desk.click(label, "ComboBox")
    desk.find(text, "Cell")
    desk.write(text)
    desk.until(lambda: desk.find(text, "Cell").ticked or None, "the line to be taken", text)
    desk.press("Enter")


def at(desk: Desk, label: str) -> None:
    """Waits until the keyboard is where a label says."""
    desk.until(lambda: any(part.focused for part in desk.look().named(label)) or None, "the keyboard at", label)


def tab_to(desk: Desk, label: str) -> None:
    """Goes on from field to field by Tab until the keyboard is where a label says."""
    for _ in range(30):
        desk.press("Tab")
        if any(part.focused for part in desk.look().named(label)):
            return
    raise AssertionError(f"Tab does not come to “{label}”: see {desk.picture('no way by Tab')}")


def name_file(desk: Desk, *files: Path | str) -> None:
    """Types a file's place into the dialog that asks for one; several in quotes."""
    desk.until(lambda: desk.find("File name:", "EditableText").focused or None, "the dialog to have the keyboard")
    desk.press("Ctrl+A")
    desk.write(str(files[0]) if len(files) == 1 else " ".join(f'"{file}"' for file in files))
    desk.press("Enter")
    desk.sees_no("File name:")


def bring_in(desk: Desk, file: Path, button: str) -> None:
    """Goes to the Import page with a file, reads the plan and presses the button that says what it does."""
    go_to(desk, "Import")
    desk.click("Choose a file…", "Button")
    name_file(desk, file)
    desk.click(button, "Button")
    desk.sees_no(button)
