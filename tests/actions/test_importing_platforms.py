"""Every platform's file: known for what it is, in, the same again, out without a trace, kept apart from another's."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.actions.importing import plan_import, run_import, undo_import
from desktop_app.domain.file_kinds import MAPPED, Brings, FileKind
from desktop_app.exchange.readers import DOCUMENTS, READERS
from desktop_app.i18n import english
from desktop_app.queries import Shop
from tests.actions.imported import counts
from tests.actions.rows import rows
from tests.made import BY

EXPORTS = Path(__file__).resolve().parent.parent / "data" / "exports"
FILES = sorted(file for file in EXPORTS.iterdir() if file.is_file())
TOLD_APART = [*MAPPED, FileKind.MAIL]  # these have tests of their own


def kind_of(file: Path) -> FileKind:
    """The kind a fixture's name promises: the longest one it begins with."""
    return max((kind for kind in FileKind if f"{file.stem}-".startswith(f"{kind}-")), key=len)


def test_there_is_a_file_for_every_kind() -> None:
    assert {*map(kind_of, FILES), *TOLD_APART} >= {*READERS, *(reader.kind for reader in DOCUMENTS.values())}


ONE_OF_EACH = list({kind_of(file): file for file in reversed(FILES)}.values())
OTHERS = [file for file in FILES if file not in ONE_OF_EACH]


@pytest.mark.parametrize("file", ONE_OF_EACH, ids=lambda file: file.name)
def test_a_file_goes_in_once_and_comes_out_whole(shop: Shop, tmp_path: Path, file: Path) -> None:
    goes_in_once_and_comes_out_whole(shop, tmp_path, file)


@pytest.mark.parametrize("file", OTHERS, ids=lambda file: file.name)
def test_and_so_does_its_platforms_other_one(file_shop: Shop, tmp_path: Path, file: Path) -> None:
    goes_in_once_and_comes_out_whole(file_shop, tmp_path, file)


def goes_in_once_and_comes_out_whole(shop: Shop, folder: Path, file: Path) -> None:
    before = rows(shop)
    plan = plan_import(shop, file)
    summary = plan.summary
    assert summary.kind is kind_of(file)
    assert [(one.place.row, one.place.column, english(one.reason)) for one in summary.refused] == []
    assert summary.new > 0
    assert rows(shop) == before  # a plan writes nothing

    done = run_import(shop, plan, actor=BY)
    assert counts(done) == counts(plan)
    taken = rows(shop)

    again = plan_import(shop, file)
    assert counts(again) == (0, 0, summary.new + summary.changed + summary.same)
    assert again.summary.seen_before == done.id
    assert run_import(shop, again, actor=BY).id == 0

    other = folder / file.name  # not the same bytes, so that every record is held against what the shop has
    other.write_bytes(resaved(file.read_bytes(), summary.kind))
    like = plan_import(shop, other)
    assert like.summary.seen_before is None
    assert (like.summary.new, like.summary.changed) == (0, 0), like.summary.sample
    assert run_import(shop, like, actor=BY).id == 0
    assert rows(shop) == taken

    if summary.kind.brings is Brings.ORDERS:
        second = run_import(shop, plan_import(shop, file, source="the other shop"), actor=BY)
        assert second.new == done.new  # another shop on the platform has orders of its own under the same numbers
        undo_import(shop, second.id, actor=BY)
        assert rows(shop) == taken
    undo_import(shop, done.id, actor=BY)
    assert rows(shop) == before


def resaved(content: bytes, kind: FileKind) -> bytes:
    """The same content in other bytes: an empty line more at the end."""
    if content.startswith(b"PK") and content.endswith(bytes(2)):  # a comment of one sign in the archive
        return content[:-2] + b"\x01\x00 "
    if kind in (FileKind.VCARD, FileKind.CALENDAR):
        return content.rstrip() + b"\r\n\r\n"
    return content.rstrip(b"\r\n") + b"\n\n\n"
