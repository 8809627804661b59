"""What templates print."""

from __future__ import annotations

import pytest

from refcheck.reading.formats.templates import SIGN, rendered


@pytest.mark.parametrize(
    ("template", "printed"),
    [
        (
            "{{cite journal |last=Young |first=Mark |title=Moths |journal=Entomologist |volume=3 |issue=2 |year=1997"
            " |pages=4–9 |doi=10.1/x}}",
            "Young, Mark. Moths. ''Entomologist'', 3 (2), 1997, pp. 4–9, doi:10.1/x.",
        ),
        (
            "{{Ouvrage|nom=Petit|prénom=Luc|titre=Papillons|éditeur=Belin|lieu=Paris|année=2001|passage=44}}",
            "Petit, Luc. ''Papillons''. Paris: Belin, 2001, pp. 44.",
        ),
        ("{{Literatur |Autor=Ada Roth |Titel=Falter |Verlag=Ulmer |Datum=1987}}", "Ada Roth. ''Falter''. Ulmer, 1987."),
        (
            "{{книга |автор=Иванов И. И. |заглавие=Бабочки |издательство=Наука |год=1975}}",
            "Иванов И. И. ''Бабочки''. Наука, 1975.",
        ),
        (
            "{{Citeer boek|achternaam=Roos|voornaam=An|titel=Nachtvlinders|uitgever=KNNV|plaats=Zeist|jaar=2010}}",
            "Roos, An. ''Nachtvlinders''. Zeist: KNNV, 2010.",
        ),
        (
            "{{Citar livro|sobrenome1=Lima|nome1=Rui|título=Mariposas|editora=Caminho|local=Lisboa|ano=1999}}",
            "Lima, Rui. ''Mariposas''. Lisboa: Caminho, 1999.",
        ),
        (
            "{{cite web |title=[[Moth|Moths]] of Kent |url=https://example.org |date=3 May 2001}}",
            "''[[Moth|Moths]] of Kent''. 3 May 2001, https://example.org.",
        ),
    ],
)
def test_a_reference(template: str, printed: str) -> None:
    assert rendered(template) == SIGN + printed


def test_short_citations_words_and_all_others() -> None:
    assert rendered("x{{sfn|Jones|Hill|2001|p=5}} {{harvtxt|Roth|1987}}") == "x (Jones & Hill, 2001)  (Roth, 1987)"
    assert (
        rendered("{{lang|fr|Le Monde}} {{doi|10.1/x}}{{reflist}}{{Infobox\n|name=A\n}}.") == "Le Monde doi:10.1/x\n\n."
    )
    assert rendered("{{cite book|title={{lang|de|Falter}}|year=1987}}") == f"{SIGN}''Falter''. 1987."
