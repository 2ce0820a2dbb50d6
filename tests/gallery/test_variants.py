"""The daily variants leave no language, ground, size or text out; what is asked for is what is taken."""

from __future__ import annotations

from desktop_app.i18n import Language
from tests.gallery.asking import Asked
from tests.gallery.test_gallery import BENCH_SCENES, FIRST_SCENES, WINDOW
from tests.gallery.variants import DAILY, MODES, SIZES, TEXTS


def test_a_scene_is_seen_in_every_language_on_both_grounds_at_every_size_and_text() -> None:
    assert {one.language for one in DAILY} == set(Language)
    assert {one.mode for one in DAILY} == set(MODES)
    assert {one.size for one in DAILY} == set(SIZES)
    assert {one.text for one in DAILY} == set(TEXTS)


def test_a_scene_has_a_name_of_its_own() -> None:
    assert len(WINDOW | FIRST_SCENES | BENCH_SCENES) == len(WINDOW) + len(FIRST_SCENES) + len(BENCH_SCENES)


def test_what_is_asked_for_is_taken_in_every_variant_asked_for() -> None:
    two = DAILY[:2]
    assert Asked(two, ("order-n*", "today")).of(WINDOW) == dict.fromkeys(two, ("today", "order-new"))
    assert Asked(two, ("nothing",)).of(WINDOW) == {}
