"""Names of months as exports write them, in English, Russian, Latvian, German, French, Italian, Spanish and Dutch."""

from __future__ import annotations

_NAMES = (
    "jan january janv janvāris janvārī janvāra januar januāris janvier янв января январь gen gennaio ene enero",
    "feb february febr februāris februārī februāra februar févr février fév фев февраля февраль febbraio febrero",
    "mar march mars marts martā marta märz mär mrz мар марта март marzo mrt maart",
    "apr april aprīlis aprīlī aprīļa avr avril апр апреля апрель aprile abr abril",
    "may mai maijs maijā maija май мая mag maggio mayo mei",
    "jun june jūn jūnijs jūnijā jūnija juni juin июн июня июнь giu giugno junio",
    "jul july jūl jūlijs jūlijā jūlija juli juil juillet июл июля июль lug luglio julio",
    "aug august augusts augustā augusta août авг августа август ago agosto augustus",
    "sep sept september septembris septembrī septembra septembre сен сент сентября сентябрь set settembre septiembre",
    "oct october okt oktobris oktobrī oktobra oktober octobre окт октября октябрь ott ottobre octubre",
    "nov november novembris novembrī novembra novembre ноя нояб ноября ноябрь noviembre",
    "dec december dez decembris decembrī decembra dezember déc décembre дек декабря декабрь dic dicembre diciembre",
)
MONTHS = {name: number for number, names in enumerate(_NAMES, 1) for name in names.split()}
