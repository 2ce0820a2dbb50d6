from desktop_app.actions.backups import backup, backup_if_changed, backups, check, restore
from desktop_app.domain.backups import Reason
from desktop_app.queries.customer_list import customer_ids
from desktop_app.store.connect import open_shop
from tests.made import TODAY, person


def test_a_backup_brings_everything_back(shop, shop_location):
    person(shop, "Anna")
    made = backup(shop)
    assert made.file.exists()
    person(shop, "Zane")
    shop.close()
    kept = restore(shop_location, made.file)
    again = open_shop(shop_location, today=lambda: TODAY)
    assert len(customer_ids(again)) == 1
    again.close()
    assert kept is not None
    assert [row.reason for row in backups(shop_location)] == [Reason.BEFORE_RESTORE, Reason.ASKED]


def test_a_backup_goes_where_it_is_asked_to(shop, tmp_path):
    assert backup(shop, tmp_path / "copy.cordial-backup").file == tmp_path / "copy.cordial-backup"
    assert (tmp_path / "copy.cordial-backup").stat().st_size > 0


def test_nothing_new_needs_no_backup(shop):
    person(shop, "Anna")
    assert backup_if_changed(shop, reason=Reason.ASKED) is not None
    assert backup_if_changed(shop, reason=Reason.ASKED) is None


def test_a_good_shop_is_said_to_be_good(shop):
    person(shop, "Anna")
    found = check(shop)
    assert found.problems == ()
    assert found.counts["customer"] == 1
