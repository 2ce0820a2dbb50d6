"""What a shop says of itself until its owner writes their own: the promise to customers, the mission of the team.

An empty line begins a new part, whose first line is its heading. Settings take these as what stands there at first.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from desktop_app.i18n import Language


class Part(NamedTuple):
    """One part of such a text; the heading is empty where a part has only one line."""

    heading: str
    text: str


def parts_of(text: str) -> list[Part]:
    """The parts of a text that empty lines divide."""
    parts: list[Part] = []
    lines: list[str] = []
    for line in [*text.splitlines(), ""]:
        if line.strip():
            lines.append(line.strip())
        elif lines:
            heading, *rest = lines
            parts.append(Part(heading, "\n".join(rest)) if rest else Part("", heading))
            lines = []
    return parts


PROMISE: Mapping[Language, str] = {
    Language.EN: """When it arrives
We name the day your parcel leaves us, and we keep it. If something holds it up, we write before you have to ask.

If you change your mind
You have 14 days from the day it reaches you. Send it back unused, and within 14 days you have your money again, \
with what you paid for delivery.

If something is wrong
Broken, faulty, not what you ordered? Send us a photo. You choose: a new one, a repair, or your money. We pay for \
the way back.

How long we stand by it
Two years for everything we sell, as the law says. After that we still help where we can.

Who answers
A person, by the next working day.""",
    Language.RU: """Когда придёт посылка
Мы называем день отправки и держим слово. Если что-то задержится, напишем раньше, чем вы успеете спросить.

Если вы передумали
У вас есть 14 дней со дня получения. Верните вещь неиспользованной, и в течение 14 дней мы вернём деньги, \
вместе с оплатой доставки.

Если что-то не так
Разбилось, сломалось, пришло не то? Пришлите фото. Выбираете вы: новая вещь, ремонт или деньги назад. \
Обратную дорогу оплатим мы.

Сколько мы отвечаем за вещь
Два года за всё, что продаём, как велит закон. А где сможем, поможем и потом.

Кто вам ответит
Живой человек, не позже следующего рабочего дня.""",
    Language.LV: """Kad sūtījums būs klāt
Mēs nosaucam izsūtīšanas dienu un turam vārdu. Ja kas aizkavēsies, uzrakstīsim, pirms jums būs jājautā.

Ja pārdomājat
Jums ir 14 dienas no saņemšanas. Atsūtiet preci nelietotu, un 14 dienu laikā atmaksāsim naudu, arī par piegādi.

Ja kaut kas nav kārtībā
Saplīsis, bojāts vai nav tas, ko pasūtījāt? Atsūtiet foto. Izvēlaties jūs: jauna prece, remonts vai nauda atpakaļ. \
Ceļu atpakaļ apmaksājam mēs.

Cik ilgi par to atbildam
Divus gadus par visu, ko pārdodam, kā to prasa likums. Un, ja varēsim, palīdzēsim arī vēlāk.

Kas jums atbildēs
Cilvēks, ne vēlāk kā nākamajā darba dienā.""",
}
MISSION: Mapping[Language, str] = {
    Language.EN: """What we are here for
Every parcel should feel as if a friend had packed it.

Before you close the box
Look once more: the right things, nothing broken, the right name on the card.

When in doubt
Be generous. Put it right first and ask afterwards. Nobody is told off for a kind mistake.

Our word
The day we named is the day it leaves. If it cannot, say so at once.""",
    Language.RU: """Зачем мы здесь
Каждая посылка должна быть такой, будто её собирал друг.

Прежде чем закрыть коробку
Посмотрите ещё раз: те ли вещи, всё ли цело, то ли имя на открытке.

Если сомневаетесь
Будьте щедры. Сначала исправьте, потом спросите. За добрую ошибку никто не ругает.

Наше слово
Названный день и есть день отправки. Если не получается, скажите сразу.""",
    Language.LV: """Kāpēc mēs te esam
Katram sūtījumam jābūt tādam, it kā to būtu saiņojis draugs.

Pirms aizverat kasti
Paskatieties vēlreiz: vai lietas ir īstās, vai viss ir vesels, vai uz kartītes ir īstais vārds.

Ja šaubāties
Esiet dāsni. Vispirms izlabojiet, pēc tam jautājiet. Par labi domātu kļūdu neviens nerāj.

Mūsu vārds
Nosauktā diena ir izsūtīšanas diena. Ja nesanāk, pasakiet uzreiz.""",
}
