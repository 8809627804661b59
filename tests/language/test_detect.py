"""The language of a title."""

import pytest

from refcheck.language.detect import detect, detect_title


@pytest.mark.parametrize(
    ("title", "language"),
    [
        ("De invloed van het klimaat op de landbouw", "nl"),
        ("Die Folgen der Globalisierung für den Arbeitsmarkt", "de"),
        ("The effects of trauma on intimate relationships", "en"),
        ("La educación superior y el desarrollo", "es"),
        ("조선시대 예산 목리유적", "ko"),
        ("Социальная политика и рынок труда", "ru"),
        ("", ""),
    ],
)
def test_language_of_a_title(title: str, language: str) -> None:
    assert detect_title(title) == language


SAMPLES = {
    "nl": "Het is niet zo dat iedereen die naar zee gaat ook wil zwemmen, maar de meeste mensen doen het wel.",
    "de": "Es ist nicht so, dass alle, die ans Meer fahren, auch schwimmen wollen, aber die meisten tun es.",
    "en": "It is not that everyone who goes to the sea wants to swim, but most of them do it anyway.",
    "fr": "Ce n'est pas que tous ceux qui vont à la mer veulent nager, mais la plupart le font quand même.",
    "es": "No es que todos los que van al mar quieran nadar, pero la mayoría lo hace de todos modos.",
    "pt": "Não é que todos os que vão ao mar queiram nadar, mas a maioria o faz de qualquer maneira.",
    "it": "Non è che tutti quelli che vanno al mare vogliano nuotare, ma la maggior parte lo fa comunque.",
    "no": "Det er ikke slik at alle som drar til sjøen vil svømme, men de fleste gjør det likevel, og noen blir der.",
    "da": "Det er ikke sådan, at alle, der tager til havet, vil svømme, men de fleste gør det alligevel, og "
    "nogle bliver der.",
    "sv": "Det är inte så att alla som åker till havet vill simma, men de flesta gör det ändå, och några stannar.",
    "fi": "Ei ole niin, että kaikki jotka menevät merelle haluavat uida, mutta useimmat tekevät sen kuitenkin, "
    "ja se on hyvä.",
    "pl": "To nie jest tak, że wszyscy, którzy jadą nad morze, chcą pływać, ale większość i tak to robi.",
    "cs": "Není to tak, že by všichni, kdo jedou k moři, chtěli plavat, ale většina to stejně dělá, protože je to tak.",
    "sk": "Nie je to tak, že by všetci, ktorí idú k moru, chceli plávať, ale väčšina to aj tak robí, pretože sú "
    "to ľudia.",
    "hu": "Nem arról van szó, hogy mindenki, aki a tengerhez megy, úszni akar, de a legtöbben ezt teszik.",
    "ro": "Nu este așa că toți cei care merg la mare vor să înoate, dar cei mai mulți o fac oricum și sunt bine.",
    "tr": "Denize giden herkesin yüzmek istediği söylenemez, ama çoğu bunu yine de yapar ve bu çok güzel bir şey.",
    "id": "Tidak semua orang yang pergi ke laut ingin berenang, tetapi sebagian besar dari mereka tetap "
    "melakukannya karena bisa.",
    "vi": "Không phải tất cả những người đi biển đều muốn bơi, nhưng phần lớn họ vẫn làm như vậy.",
    "ru": "Не то чтобы все, кто едет на море, хотели плавать, но большинство из них это делает.",
    "uk": "Не те щоб усі, хто їде на море, хотіли плавати, але більшість із них це робить, і це добре.",
    "bg": "Не че всички, които отиват на морето, искат да плуват, но повечето от тях го правят.",
    "el": "Δεν είναι ότι όλοι όσοι πηγαίνουν στη θάλασσα θέλουν να κολυμπήσουν.",
    "ar": "ليس كل من يذهب إلى البحر يريد السباحة، لكن معظمهم يفعلون ذلك على أي حال.",
    "fa": "این طور نیست که همه کسانی که به دریا می روند بخواهند شنا کنند، اما بیشتر مردم این کار را می کنند.",
    "he": "לא כל מי שהולך לים רוצה לשחות, אבל רובם עושים זאת בכל זאת.",
    "hi": "ऐसा नहीं है कि समुद्र में जाने वाले सभी लोग तैरना चाहते हैं, लेकिन अधिकांश लोग यह करते हैं।",
    "zh": "并不是所有去海边的人都想游泳，但是大多数人还是会这样做，因为大家都喜欢水。",
    "ja": "海に行く人が皆泳ぎたいわけではないが、たいていの人はそれでも泳ぐものである。",
    "ko": "바다에 가는 모든 사람이 수영하고 싶어 하는 것은 아니지만 대부분은 그렇게 한다.",
    "th": "ไม่ใช่ทุกคนที่ไปทะเลจะอยากว่ายน้ำ แต่คนส่วนใหญ่ก็ทำเช่นนั้น",
    "ca": "No és que tots els que van al mar vulguin nedar, però la majoria ho fa amb els seus amics i també sense.",
    "hr": "Nije da svi koji idu na more žele plivati, ali većina to ipak radi, što je također lijepo.",
    "lt": "Ne visi, kurie važiuoja prie jūros, nori plaukti, bet dauguma tai vis tiek daro, nes tai yra gera.",
    "et": "Ei ole nii, et kõik, kes mere äärde lähevad, tahavad ujuda, aga enamik teeb seda ikka ja see on hea.",
}


@pytest.mark.parametrize("language", sorted(SAMPLES))
def test_language(language: str) -> None:
    assert detect(SAMPLES[language]) == language


def test_declared_language_is_believed_until_the_words_speak_against_it() -> None:
    assert detect("Kort.", "nl-NL") == "nl"
    assert detect(SAMPLES["nl"] * 5, "en") == "nl"
    assert detect(SAMPLES["no"] * 5, "nb-NO") == "no"
    assert detect("", "") == ""


@pytest.mark.parametrize(
    ("title", "language"),
    [
        ("森林火災の研究", "ja"),
        ("森林火災に関する基礎研究", "ja"),
        ("基于深度学习的研究", "zh"),
        ("산불의 연구", "ko"),
        ("The β function", "en"),
    ],
)
def test_a_kana_among_han_characters_makes_a_title_japanese(title: str, language: str) -> None:
    assert detect_title(title) == language
