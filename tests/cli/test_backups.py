"""Backups and restore from a shell."""

from __future__ import annotations

import getpass


def names(cordial):
    return [row["name"] for row in cordial("list", "customers", "--json").json["customers"]]


def test_a_backup_brings_the_shop_back(cordial, tmp_path):
    cordial("customer", "add", "--given", "Anna")
    kept = tmp_path / "kept.cordial-backup"
    assert cordial("backup", "--to", kept).code == 0
    cordial("customer", "add", "--given", "Boriss")
    answer = cordial("restore", kept, "--json")
    assert answer.code == 0, answer.err
    assert names(cordial) == ["Anna"]
    # what was there before can be brought back too
    assert cordial("restore", answer.json["kept"]).code == 0
    assert names(cordial) == ["Anna", "Boriss"]


def test_a_photo_is_no_backup(cordial, tmp_path):
    cordial("customer", "add", "--given", "Anna")
    photo = tmp_path / "cat.jpg"
    photo.write_bytes(b"\xff\xd8\xff\xe0" + b"meow" * 1000)
    answer = cordial("restore", photo)
    assert answer.code == 1
    assert "cat.jpg" in answer.err
    assert names(cordial) == ["Anna"]


def test_check_says_the_shop_is_whole(cordial):
    cordial("customer", "add", "--given", "Anna")
    answer = cordial("check", "--json")
    assert (answer.code, answer.json["ok"], answer.json["problems"]) == (0, True, [])


def test_a_demo_fills_an_empty_shop_only(cordial):
    assert cordial("demo", "--customers", 20, "--orders", 40, "--seed", 3).code == 0
    assert len(cordial("list", "customers", "--json").json["customers"]) == 20
    assert len(cordial("list", "orders", "--json").json["orders"]) == 40
    assert cordial("list", "changes", "--json").json["changes"][0]["actor"] == getpass.getuser()
    answer = cordial("demo")
    assert answer.code == 1
    assert len(cordial("list", "customers", "--json").json["customers"]) == 20


def test_a_backup_is_kept_while_the_shop_is_open_elsewhere(cordial, shop, tmp_path):
    kept = tmp_path / "kept.cordial-backup"
    assert cordial("backup", "--to", kept).code == 0
    assert kept.stat().st_size > 0


def test_the_roles_of_a_shop_on_a_server_are_made_and_said(cordial, server, shop_location):
    if "://" not in shop_location:
        answer = cordial("migrate", "--roles")
        assert (answer.code, "is a file, and has no roles" in answer.err) == (1, True)
        return
    server.forget_roles_of(shop_location)
    first = cordial("migrate", "--roles")
    assert first.code == 0, first.err
    assert "Roles made: " in first.out
    assert "_packer" in first.out
    again = cordial("migrate", "--roles", "--json").json
    assert (again["made"], len(again["known"])) == ([], 4)
