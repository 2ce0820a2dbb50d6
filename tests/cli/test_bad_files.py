"""The thirty bad inputs from a shell: one sentence, the right way to end, nothing written."""

from __future__ import annotations

from desktop_app.domain.text import shorten
from tests.actions.bad_files import BAD


def test_each_is_told_on_standard_error_and_leaves_nothing(cordial, tmp_path):
    for bad in BAD:
        file = tmp_path / bad.name
        file.write_bytes(bad.content)
        answer = cordial("import", file, "--dry-run", "--json")
        row, column = bad.place
        if answer.code == 1:
            assert answer.out == "", bad.what
            assert answer.err.strip().startswith(bad.says), bad.what
            assert answer.err.count("\n") == 1, bad.what
        elif answer.code == 3:
            refused = next(one for one in answer.json["refused"] if one["reason"].startswith(bad.says))
            assert (refused["file"], refused["row"], refused["column"]) == (bad.name, row, column), bad.what
            assert refused["value"] == shorten(refused["value"]), bad.what
            assert f"{bad.name}, row {row}" in answer.err, bad.what
            assert bad.says in answer.err, bad.what
        else:
            assert (answer.code, answer.err, answer.json["new"]) == (0, "", bad.taken), bad.what
        assert answer.code == (0 if bad.taken and not row else 3 if answer.out else 1), bad.what
    assert cordial("list", "orders", "--json").json == {"orders": []}
    assert cordial("import", "--list", "--json").json == {"imports": []}


def test_a_question_names_the_word_that_answers_it(cordial, tmp_path):
    bad = next(bad for bad in BAD if bad.what == "day first or month first")
    (tmp_path / bad.name).write_bytes(bad.content)
    assert "Add --date-order dmy / mdy." in cordial("import", tmp_path / bad.name).err
    answer = cordial("import", tmp_path / bad.name, "--date-order", "mdy", "--json")
    assert (answer.code, answer.json["first_day"]) == (0, "2025-03-04")
