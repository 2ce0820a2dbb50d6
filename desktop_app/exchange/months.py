"""Names of months as exports write them, in English, Russian, Latvian, German and French."""

from __future__ import annotations

_NAMES = (
    "jan january janv janvāris janvārī janvāra januar januāris janvier янв января январь",
    "feb february febr februāris februārī februāra februar févr février fév фев февраля февраль",
    "mar march mars marts martā marta märz mär mrz мар марта март",
    "apr april aprīlis aprīlī aprīļa avr avril апр апреля апрель",
    "may mai maijs maijā maija май мая",
    "jun june jūn jūnijs jūnijā jūnija juni juin июн июня июнь",
    "jul july jūl jūlijs jūlijā jūlija juli juil juillet июл июля июль",
    "aug august augusts augustā augusta août авг августа август",
    "sep sept september septembris septembrī septembra septembre сен сент сентября сентябрь",
    "oct october okt oktobris oktobrī oktobra oktober octobre окт октября октябрь",
    "nov november novembris novembrī novembra novembre ноя нояб ноября ноябрь",
    "dec december dez decembris decembrī decembra dezember déc décembre дек декабря декабрь",
)
MONTHS = {name: number for number, names in enumerate(_NAMES, 1) for name in names.split()}
