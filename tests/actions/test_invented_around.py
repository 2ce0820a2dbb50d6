import datetime as dt
from collections import Counter

from desktop_app.actions.invented import sample
from desktop_app.actions.invented_around import Surroundings
from desktop_app.actions.invented_people import people, spouse_of
from desktop_app.domain.people import DayKind, Relation

TODAY = dt.date(2026, 11, 20)


def made(count, *, seed=3):
    found = sample()
    around, persons = Surroundings(found, today=TODAY, seed=seed), []
    for n, person in enumerate(people(found, count, today=TODAY, seed=seed)):
        persons.append((person, around.around(n, person, persons[-1][0] if spouse_of(n) is not None else None)))
    return persons


def test_six_relatives_stand_around_ten_customers():
    assert 0.57 < sum(len(around.relatives) for _, around in made(5000)) / 5000 < 0.66


def test_the_first_customers_have_something_of_everything():
    for person, around in made(12):
        assert around.relatives
        assert around.consents
        assert person.fields.interests
        assert person.fields.contacts
    assert sum(bool(around.notes) for _, around in made(12)) >= 6


def test_days_near_today_are_those_of_relatives_too():
    near = {
        (day.date.month, day.date.day)
        for n, (_, around) in enumerate(made(12))
        for one in around.relatives
        for day in one.days
        if n in (1, 4, 7, 10)
    }
    assert {(11, 21), (11, 20), (11, 23), (11, 19)} <= near


def test_nobody_is_born_tomorrow_or_sent_a_card_before_they_were_born():
    for _, around in made(3000):
        for one in around.relatives:
            for day in one.days:
                born = day.date.year
                assert born is None or (born, day.date.month, day.date.day) <= (TODAY.year, TODAY.month, TODAY.day)
        assert all(day < TODAY for day in around.congratulated)
        assert all(note.on < TODAY for note in around.notes)
        assert all(consent.given_on < TODAY for consent in around.consents)


def test_a_spouse_who_is_a_customer_too_bears_their_own_name():
    persons = made(300)
    couples = [n for n in range(300) if spouse_of(n) is not None]
    assert len(couples) == 6
    for n in couples:
        one, other = persons[n], persons[n - 1][0].fields
        assert one[1].relatives[0].relation is Relation.SPOUSE
        assert (one[1].relatives[0].given, one[1].relatives[0].family) == (other.given, other.family)
        assert one[0].fields.address == other.address
        assert one[0].male is not persons[n - 1][0].male


def test_relations_days_and_languages_are_mixed():
    persons = made(3000)
    relations = Counter(one.relation for _, around in persons for one in around.relatives)
    assert set(relations) == set(Relation)
    assert {day.kind for _, around in persons for day in around.days} == {DayKind.ANNIVERSARY, DayKind.OTHER}
    assert all(one.relation_words for _, a in persons for one in a.relatives if one.relation is Relation.OTHER)
