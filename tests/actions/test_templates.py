from __future__ import annotations

import hashlib
from dataclasses import replace

import pytest

from desktop_app.actions.history import undo
from desktop_app.actions.settings import set_settings
from desktop_app.actions.templates import (
    all_templates,
    duplicate_template,
    read_template,
    remove_template,
    rename_template,
    restore_version,
    save_template,
    with_pictures,
)
from desktop_app.domain.cards import Box, Colour, Format, PictureItem, Template
from desktop_app.domain.errors import Conflict, Invalid, NotFound
from desktop_app.domain.paper_settings import DESIGNS
from desktop_app.domain.printing import Kind, ShopDetails
from desktop_app.domain.templates import own_id, own_key
from desktop_app.i18n import Language, msg
from desktop_app.queries import Shop
from desktop_app.queries.templates import own_template, own_templates, template_versions, used_by
from desktop_app.store.tables import PrintTable
from tests.made import BY
from tests.pictures import picture


def sprig(shop: Shop) -> Template:
    return read_template(shop, Kind.THANK_YOU, "sprig")


def blue(template: Template, paint: str = "#203080") -> Template:
    return replace(template, palette={**template.palette, Colour.ACCENT: paint})


def showing(template: Template, name: str) -> Template:
    side = dict.fromkeys(Format, 20.0)
    item = PictureItem(id="photo", picture=name, box=Box(left=side, top=side, width=side, height=side))
    return replace(template, items=(*template.items, item))


def test_a_copy_of_a_design_is_the_shops_own_and_comes_first(shop: Shop) -> None:
    made, _ = duplicate_template(shop, Kind.THANK_YOU, "sprig", "  Ours ", actor=BY)
    first, *others = all_templates(shop, Kind.THANK_YOU)
    assert (first.key, first.title[Language.LV], first.number, first.base, first.by) == (
        own_key(made), "Ours", 1, "sprig", BY,
    )  # fmt: skip
    assert [row.key for row in others] == ["sprig", "stars", "wave"]
    assert all_templates(shop, Kind.PACKING_INSERT)[0].key == "sprig"
    ours = read_template(shop, Kind.THANK_YOU, first.key)
    assert replace(ours, name="sprig", title=sprig(shop).title, number=0) == sprig(shop)


def test_saving_keeps_what_was_there_before(shop: Shop) -> None:
    made, _ = save_template(shop, sprig(shop), "Ours", actor=BY)
    save_template(shop, blue(sprig(shop)), "Ours, blue", template_id=made, actor="Anna")
    assert [(one.number, one.title, one.by) for one in template_versions(shop, made)] == [
        (2, "Ours, blue", "Anna"), (1, "Ours", BY),
    ]  # fmt: skip
    key = own_key(made)
    assert read_template(shop, Kind.THANK_YOU, key).palette[Colour.ACCENT] == "#203080"
    assert read_template(shop, Kind.THANK_YOU, key).number == 2
    earlier = read_template(shop, Kind.THANK_YOU, key, number=1)
    assert (earlier.palette, earlier.number) == (sprig(shop).palette, 1)
    with pytest.raises(NotFound, match="no version 7"):
        read_template(shop, Kind.THANK_YOU, key, number=7)


def test_saving_the_same_again_makes_no_version(shop: Shop) -> None:
    made, _ = save_template(shop, sprig(shop), "Ours", actor=BY)
    _, changes = save_template(shop, sprig(shop), "Ours", template_id=made, actor=BY)
    assert changes.id == 0
    assert [one.number for one in template_versions(shop, made)] == [1]


def test_an_earlier_version_is_brought_back_as_the_newest(shop: Shop) -> None:
    made, _ = save_template(shop, sprig(shop), "Ours", actor=BY)
    save_template(shop, blue(sprig(shop)), "Ours, blue", template_id=made, actor=BY)
    restore_version(shop, made, 1, actor=BY)
    assert [(one.number, one.title) for one in template_versions(shop, made)] == [
        (3, "Ours"), (2, "Ours, blue"), (1, "Ours"),
    ]  # fmt: skip
    assert read_template(shop, Kind.THANK_YOU, own_key(made)).palette == sprig(shop).palette


def test_who_saves_second_is_told(shop: Shop) -> None:
    made, _ = save_template(shop, sprig(shop), "Ours", actor=BY)
    seen = own_template(shop, made).version
    save_template(shop, blue(sprig(shop)), "Ours", template_id=made, version=seen, actor="Anna")
    with pytest.raises(Conflict, match="another desk"):
        save_template(shop, blue(sprig(shop), "#111111"), "Ours", template_id=made, version=seen, actor="Līga")
    assert read_template(shop, Kind.THANK_YOU, own_key(made)).palette[Colour.ACCENT] == "#203080"


@pytest.mark.parametrize(("title", "said"), [("  \n", "a name"), ("x" * 81, "80 letters")])
def test_a_design_has_a_name(title: str, said: str, shop: Shop) -> None:
    with pytest.raises(Invalid, match=said) as error:
        save_template(shop, sprig(shop), title, actor=BY)
    assert error.value.field == "title"
    assert own_templates(shop) == []


def test_another_name_makes_no_version(shop: Shop) -> None:
    made, _ = save_template(shop, sprig(shop), "Ours", actor=BY)
    rename_template(shop, made, "Meadow", actor=BY)
    assert [(one.number, one.title) for one in template_versions(shop, made)] == [(1, "Meadow")]
    assert read_template(shop, Kind.THANK_YOU, own_key(made)).title[Language.RU] == "Meadow"


def test_a_removed_design_comes_back_with_its_history(shop: Shop) -> None:
    made, _ = save_template(shop, sprig(shop), "Ours", actor=BY)
    save_template(shop, blue(sprig(shop)), "Ours", template_id=made, actor=BY)
    remove_template(shop, made, actor=BY)
    with pytest.raises(NotFound, match="removed"):
        read_template(shop, Kind.THANK_YOU, own_key(made))
    undo(shop, actor=BY)
    assert [one.number for one in template_versions(shop, made)] == [2, 1]


def test_the_design_the_shop_prints_with_is_not_removed(shop: Shop) -> None:
    made, _ = save_template(shop, sprig(shop), "Ours", actor=BY)
    set_settings(shop, {DESIGNS[Kind.THANK_YOU]: own_key(made)}, actor=BY)
    with pytest.raises(Conflict, match="prints with “Ours”"):
        remove_template(shop, made, actor=BY)
    assert len(own_templates(shop)) == 1


def test_what_uses_a_design_is_known(shop: Shop) -> None:
    made, _ = save_template(shop, sprig(shop), "Ours", actor=BY)
    key = own_key(made)
    with shop.change(msg("Print"), actor=BY, topics=()) as change:
        for at, designs in (("2026-11-02T10:00", f"{key}@1 wave"), ("2026-11-03T10:00", f"{key}@2"),
                            ("2026-11-04T10:00", f"{key}0@1")):  # fmt: skip
            change.insert(PrintTable, {"at": at, "kind": "parcel", "stock": "a6", "design": designs})
    found = used_by(shop, Kind.THANK_YOU, key)
    assert (found.chosen, len(found.runs), str(found.last_on)) == (False, 2, "2026-11-03")
    assert len(used_by(shop, Kind.PACKING_INSERT, "wave").runs) == 1


def test_a_design_of_another_paper_is_refused(shop: Shop) -> None:
    made, _ = save_template(shop, sprig(shop), "Ours", actor=BY)
    with pytest.raises(Invalid, match="not a design for this paper"):
        read_template(shop, Kind.PACKING_INSERT, own_key(made))


@pytest.mark.parametrize("key", ["own-", "own-x", "own-１", "sprig", "own--1"])
def test_only_own_keys_mean_own_designs(key: str) -> None:
    assert own_id(key) is None


def test_pictures_are_kept_with_the_design_that_shows_them(shop: Shop) -> None:
    content = picture(40, 30)
    name = hashlib.sha256(content).hexdigest()
    template = showing(sprig(shop), name)
    save_template(shop, template, "Photo", pictures={name: content}, actor=BY)
    save_template(shop, template, "Photo 2", pictures={name: content}, actor=BY)
    assert shop.sql("SELECT count(*) FROM picture") == [(1,)]
    assert with_pictures(shop, ShopDetails("Linen"), [template]).pictures == {name: content}
    assert with_pictures(shop, ShopDetails("Linen"), [sprig(shop)]).pictures == {}


def test_a_picture_that_is_none_keeps_nothing(shop: Shop) -> None:
    with pytest.raises(Invalid, match="PNG, JPEG or WebP"):
        save_template(shop, sprig(shop), "Photo", pictures={"0" * 64: b"GIF89a"}, actor=BY)
    assert own_templates(shop) == []
