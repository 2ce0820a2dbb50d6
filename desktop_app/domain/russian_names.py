"""Russian names: who bears them, and their six cases; greetings and cards take the forms from here.

Gender goes by the patronymic, then by the given name where only women or only men bear it, then by given and family
name agreeing (endings as in Rosenthal, Handbook of Spelling and Style, §§ 148-150, and the Academy's Russian Grammar of
1980). Cases are made by pytrovich, whose rules are those of the petrovich project. A name of other letters than Russian
ones is left whole.
"""

from __future__ import annotations

from functools import lru_cache

from desktop_app.domain.customers import Gender
from desktop_app.domain.grammar import Case
from desktop_app.domain.named import LONGEST, is_cyrillic


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Given names, casefolded and with е for ё, that only women bear.
_WOMEN = _names(
    "ангелина агата агафья агнесса агния ада аделина аида айгуль аксинья алевтина александра алена алеся алина "
    "алиса алла альбина альмира амелия амина анастасия анжела анжелика анисия анита анна антонина анфиса арина "
    "асель ася аурика аэлита беатриса белла берта божена валентина валерия ванда варвара василина василиса венера "
    "вера вероника виолетта виктория владислава влада галина гаянэ гелена глафира гульнара гюзель дарина дарья "
    "диана дина динара доминика ева евгения евдокия екатерина елена елизавета есения ефросинья жанна забава "
    "залина зара зарина земфира зинаида злата зоя зульфия ивета ида илона инга инесса инна иоланта ираида ирина "
    "ирма ия камилла карина каролина катерина кира клавдия клара кристина ксения лада лайма лана лариса лейла "
    "леонида леся лиана лидия лика лилиана лилия лина линда лия лолита луиза любава любовь людмила магдалена майя "
    "малика мальвина маргарита мариам марианна марина мария марта марфа матрена мила милана милена милица мира "
    "мирослава мэри надежда наида наина наталия наталья нелли ника нина нинель нона нонна оксана октябрина олеся "
    "олимпиада ольга павлина патимат пелагея полина прасковья рада раиса ревекка регина рената римма рита роза "
    "розалия роксана руслана руфина сабина сара светлана северина серафима снежана софия софья станислава стелла "
    "стефания сусанна таисия таисья тамара татьяна ульяна устинья фаина фатима феврония фекла франческа христина "
    "цветана эвелина эдита элеонора элина элла эльвира эльза эмилия эмма эсмеральда эсфирь юлианна юлия юния "
    "юстина ядвига яна янина ярослава аня анюта аленка варя вика галя даша дуся зина ира катя катюша ксюша лара "
    "лена лера лиза лида лиля люба люда люся мака маня маруся маша настя наташа надя нюра оля поля рая света соня "
    "стася таня тая тома тоня уля фая юля элен ирен эстер руфь рут кармен николь илзе инесе лига даце байба зане "
    "агнесе санита инта кристине лине мара анете зайга гунта айга айя майра эвия рута вия дзинтра велта скайдрите "
    "аделаида бронислава вилена домна ильмира капитолина лукерья матрона неонила рамиля степанида тамила "
    "феоктиста хадижа эльмира юнона аврора айша аксана амира васса веста виталина владлена жасмина зарема инара "
    "камила лейсан мадина марьяна мирра нигора нургуль сарра севиля таира фируза чулпан элиза эвита ясмина ярина "
    "айгерим назгуль"
)
# And those that only men bear.
_MEN = _names(
    "абрам адам азамат айрат александр алексей алмаз альберт альфред анатолий андрей антон аристарх аркадий арман "
    "армен арсен арсений артем артемий артур архип афанасий ахмед ашот бахтияр богдан борис булат вадим валентин "
    "валерий валерьян варлам василий вахтанг вениамин виктор вильгельм виталий витольд влад владимир владислав "
    "владлен всеволод вячеслав гавриил геннадий генрих георгий герасим герман глеб гордей григорий гурам давид "
    "дамир даниил данил данила данияр демид демьян денис джамал динар дмитрий добрыня евгений евграф евсей егор "
    "елисей емельян еремей ермолай ефим ефрем жан захар захария зиновий зосима зураб иван игнат игнатий игорь "
    "ильдар илларион илья иннокентий иосиф ипполит ираклий исаак исмаил казимир камиль карл кирилл клим климент "
    "кондрат константин корней кузьма лаврентий лазарь лев леон леонид леонтий леопольд лука лукьян макар максим "
    "максимилиан марат марк мартин марьян матвей мефодий милан мирон мирослав митрофан михаил модест моисей "
    "мстислав мурад мурат муса назар наум никита никифор никодим николай нил олег орест оскар остап павел панкрат "
    "пантелеймон петр платон прохор рамазан рамиль раиль ратмир рафаил рафаэль ренат ринат роберт родион ролан "
    "роман ростислав рубен рудольф руслан рустам савва савелий самвел самуил святослав севастьян семен серафим "
    "сергей соломон спартак станислав степан стефан тарас тигран тимофей тимур тихон трифон феликс федор федот "
    "филипп фома фридрих харитон христофор чингиз шамиль эдгар эдуард эльдар эмиль эммануил эрик эрнест юлиан "
    "юлий юрий юстин яков ян ярослав алеша боря вадик валера ваня вася витя вова володя гена гриша данька дима "
    "жора коля костя леша леня мишаня миша петя рома сева сережа степа стас тема толя федя юра яша янис андрис "
    "юрис айварс гунтис валдис янка карлис петерис мартиньш эдгарс артурс гинтс имантс раймондс робертс угис "
    "улдис эйнарс айнарс айгарс дзинтарс гиртс марис нормундс роландс рихардс отто хуго бруно райво лео агафон "
    "адриан аким алан алихан амир анвар аслан ахмат бронислав вальтер велимир гаврил джамиль елизар жаргал заур "
    "ибрагим идрис измаил ислам казбек лавр магомед максимильян нестор никон парфен пимен равиль рашид рауф "
    "салават сила софрон тагир теодор умар фарид хасан эльмар юсуф ярополк"
)
# Borne by both, or deceiving by their ending: only a patronymic or a sure family name tells.
_OPEN = _names(
    "валя вита гаврила даниэль дана женя жасмин киса лорелей мика мишель паша рене саша сима слава шура юна яся "
    "ким карен николя никола андреа ариэль морган робин"
)
_SURE = ("ова", "ева", "ская", "цкая", "ов", "ев", "ский", "цкий")  # not -ин, -ина: Робин, Щербина


def gender_by(given: str, family: str, patronymic: str) -> Gender | None:
    """The gender that casefolded names with е for ё prove; None where they leave a doubt or disagree."""
    known = Gender.FEMALE if given in _WOMEN else Gender.MALE if given in _MEN else None
    told = patronymic_gender(patronymic)
    if told is not None or known is not None:
        return told or known if told in (None, known) or known is None else None
    by_family = _by_family(family)
    if given in _OPEN:
        return by_family if family.endswith(_SURE) else None
    if by_family is not None:
        return by_family if _by_ending(given) is by_family else None
    return _by_ending(given) if given.endswith(("ий", "ей", "ай", "ия")) else None


def patronymic_gender(patronymic: str) -> Gender | None:
    """The gender that a casefolded patronymic tells; None for what is none."""
    if patronymic.endswith(("вна", "чна", "кызы")):
        return Gender.FEMALE
    return Gender.MALE if patronymic.endswith(("ич", "оглы")) else None


def _by_ending(given: str) -> Gender | None:
    if given.endswith(("а", "я")):
        return Gender.FEMALE
    return None if given[-1] in "еёиоуыэюь" and not given.endswith("рь") else Gender.MALE


def _by_family(family: str) -> Gender | None:
    if family.endswith(("ова", "ева", "ина", "ына", "ская", "цкая", "иня", "ыня")):
        return Gender.FEMALE
    if family.endswith(("ов", "ев", "ин", "ын", "ский", "цкий", "иньш", "ыньш")):
        return Gender.MALE
    return None


def declined(name: str, case: Case, gender: Gender, *, part: str = "given") -> str | None:
    """A name in a case: its `part` is given, family or patronymic; None where its form is not sure."""
    if len(name) > LONGEST or not is_cyrillic(name):
        return None
    made = [_made(word, case, gender, part) for word in name.split()]
    return None if None in made else " ".join(word for word in made if word)


@lru_cache(maxsize=4096)
def _made(name: str, case: Case, gender: Gender, part: str) -> str | None:
    from pytrovich.enums import Case as Declension  # its rules are read at the first name, not at start
    from pytrovich.enums import Gender as Sex
    from pytrovich.enums import NamePart
    from pytrovich.maker import PetrovichDeclinationMaker

    parts = {"given": NamePart.FIRSTNAME, "family": NamePart.LASTNAME, "patronymic": NamePart.MIDDLENAME}
    maker, sex = PetrovichDeclinationMaker(), Sex[gender.name]
    # A woman's name in -ь declines (Нинель) or does not (Николь) by use alone: one that no rule knows is left whole.
    by_use = part == "given" and gender is Gender.FEMALE and name.endswith("ь")
    if by_use and maker.make(parts[part], sex, Declension.GENITIVE, name) == name:
        return None
    return maker.make(parts[part], sex, Declension[case.name], name)
