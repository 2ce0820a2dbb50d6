"""Which letters a file is written in, chosen by the eye: each encoding beside what some of its words look like then."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.domain.encodings import encoding_name
from desktop_app.domain.mapping import FileLook, FileMapping
from desktop_app.i18n import Words
from desktop_app.ui.pages.orders.wording import joined


def letter_choices(words: Words, look: FileLook) -> list[tuple[str, str]]:
    """Every encoding to read the file in, the present one first: those that spell its words apart, then the rest."""
    spelt = [(each.encoding, joined(each.text, words.say(encoding_name(each.encoding)))) for each in look.letters]
    shown = {name for name, _ in spelt}
    rest = [name for name in dict.fromkeys((look.encoding, *look.encodings)) if name and name not in shown]
    return spelt + [(name, words.say(encoding_name(name))) for name in rest]


def respelt(mapping: FileMapping, read: str, encoding: str) -> FileMapping:
    """The mapping for the same file in other letters: its headings are spelt otherwise, and stay the same columns."""
    columns = {}
    for field, heading in mapping.columns.items():
        try:
            columns[field] = heading.encode(read).decode(encoding)
        except UnicodeError:  # there it cannot stand: the column is guessed anew
            continue
    return replace(mapping, encoding=encoding, columns=columns)
