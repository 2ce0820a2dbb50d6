"""Several records in one cell of a file: a line each, its parts between upright strokes; unpacked they are the same."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def packed(records: Iterable[Sequence[str]]) -> str:
    """Records of texts without line breaks as one text; what is empty at the end of a record is left out."""
    return "\n".join(" | ".join(map(_escaped, _told(record))) for record in records)


def unpacked(text: str) -> list[list[str]]:
    """The records of a packed text; parts that are missing at the end are not made up."""
    return [_parts(line) for line in text.splitlines() if line.strip()]


def _told(record: Sequence[str]) -> Sequence[str]:
    last = max((place for place, part in enumerate(record) if part), default=-1)
    return record[: last + 1]


def _escaped(part: str) -> str:
    return part.replace("\\", "\\\\").replace("|", "\\|")


def _parts(line: str) -> list[str]:
    parts, escaped = [""], False
    for letter in line:
        if escaped or letter not in "\\|":
            parts[-1] += letter
            escaped = False
        elif letter == "\\":
            escaped = True
        else:
            parts.append("")
    return [part.strip() for part in parts]
