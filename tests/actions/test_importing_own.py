"""The shop's own file is refused before it is opened: closing it again would drop the locks SQLite holds on it."""

from __future__ import annotations

import builtins
from pathlib import Path

import pytest

from desktop_app.actions.importing import import_file, look_into, plan_import
from desktop_app.domain.errors import BadFile
from tests.made import BY, person


@pytest.mark.parametrize("ending", ["", "-wal"])
@pytest.mark.parametrize(
    "deed",
    [look_into, plan_import, lambda shop, file: import_file(shop, file, actor=BY)],
    ids=["look", "plan", "import"],
)
def test_the_shops_own_file_is_refused_unopened(file_shop, tmp_path, monkeypatch, ending, deed):
    person(file_shop, "Anna")
    own = Path(f"{file_shop.location}{ending}")
    again = tmp_path / "orders.csv"
    again.symlink_to(own)
    opened: list[str] = []

    def watched(file, *rest, **named):
        opened.append(str(file))
        return open(file, *rest, **named)

    monkeypatch.setattr(builtins, "open", watched)
    monkeypatch.setattr(Path, "open", lambda path, *rest, **named: watched(path, *rest, **named))
    for file in (own, again):
        with pytest.raises(BadFile) as refused:
            deed(file_shop, file)
        assert refused.value.file == file.name
        assert "this shop’s own file" in str(refused.value)
    assert opened == []
