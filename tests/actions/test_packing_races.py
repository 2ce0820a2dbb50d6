from tests.actions import racing


def test_benches_at_once_pack_each_order_once(shop_location, tmp_path):
    found = racing.race(shop_location, tmp_path, benches=4, orders=150)
    assert (found.taken, found.twice, found.packed_twice, found.lost) == (150, 0, 0, 0)


def test_looking_first_and_taking_then_is_seen_to_fail(shop_location, tmp_path):
    found = racing.race(shop_location, tmp_path, benches=4, orders=400, how=racing.NAIVE)
    assert found.twice > 0


def test_what_killed_benches_had_is_packed_by_others_and_once(shop_location, tmp_path):
    found = racing.kills(shop_location, tmp_path, times=6, orders=60, benches=3)
    assert (found.kills, found.packed_twice, found.lost) == (6, 0, 0)
    assert found.taken >= 60
