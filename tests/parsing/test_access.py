"""Access dates in many languages, and that no year is taken from them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcheck.exchange.bibtex_write import read_bibtex, write_bibtex
from refcheck.exchange.csl import from_csl, to_csl
from refcheck.model import Reference
from refcheck.parsing import parse
from refcheck.parsing.access import find_access

PRINTED = [
    ("Página de X [Último acceso 4/mayo/2021]", "4/mayo/2021"),
    ("Seite von X (Zugriff 4/Mai/2021)", "4/Mai/2021"),
    ("Retrieved May 3, 2021, from https://example.org/page", "May 3, 2021"),
    ("Retrieved from https://example.org/page on 3 May 2021", "3 May 2021"),
    ("https://example.org (accessed 3 May 2021).", "3 May 2021"),
    ("Last accessed: 2021-05-03", "2021-05-03"),
    ("Hentet 10.april 2013.", "10.april 2013"),
    ("[Internet]. [cited 2021 May 3]. Available from: https://example.org", "2021 May 3"),
    ("Date accessed: 03/05/2021", "03/05/2021"),
    ("Accessed May 2021", "May 2021"),
    ("Geraadpleegd op 3 mei 2021, van https://example.org", "3 mei 2021"),
    ("laatst geraadpleegd op 03-05-2021", "03-05-2021"),
    ("abgerufen am 3. Mai 2021", "3. Mai 2021"),
    ("Letzter Zugriff: 03.05.2021", "03.05.2021"),
    ("Zugriff am 3.5.2021 unter https://example.org", "3.5.2021"),
    ("consulté le 3 mai 2021", "3 mai 2021"),
    ("[consulté le 1er mai 2021]", "1er mai 2021"),
    ("Consultado el 3 de mayo de 2021", "3 de mayo de 2021"),
    ("Recuperado el 3 de mayo de 2021, de https://example.org", "3 de mayo de 2021"),
    ("[Consulta: 3 mayo 2021]", "3 mayo 2021"),
    ("Acesso em: 3 maio 2021", "3 maio 2021"),
    ("Acesso em: 3 mai. 2021", "3 mai. 2021"),
    ("consultato il 3 maggio 2021", "3 maggio 2021"),
    ("ultimo accesso: 3 maggio 2021", "3 maggio 2021"),
    ("consultat el 3 de maig de 2021", "3 de maig de 2021"),
    ("Hentet 3. mai 2021 fra https://example.org", "3. mai 2021"),
    ("Hentet den 3. maj 2021", "3. maj 2021"),
    ("Hämtad 2021-05-03 från https://example.org", "2021-05-03"),
    ("Hämtat den 3 maj 2021", "3 maj 2021"),
    ("Viitattu 3.5.2021", "3.5.2021"),
    ("Haettu 3. toukokuuta 2021", "3. toukokuuta 2021"),
    ("[dostęp: 3 maja 2021]", "3 maja 2021"),
    ("Data dostępu: 03.05.2021", "03.05.2021"),
    ("[cit. 2021-05-03]", "2021-05-03"),
    ("[online]. [cit. 3. 5. 2021]. Dostupné z: https://example.org", "3. 5. 2021"),
    ("Pristupljeno 3. svibnja 2021", "3. svibnja 2021"),
    ("Pridobljeno 3. 5. 2021", "3. 5. 2021"),
    ("Erişim tarihi: 3 Mayıs 2021", "3 Mayıs 2021"),
    ("https://example.org adresinden 03.05.2021 tarihinde erişilmiştir", "03.05.2021"),
    ("(дата обращения: 03.05.2021)", "03.05.2021"),
    ("(дата звернення: 03.05.2021)", "03.05.2021"),
    ("Accesat la 3 mai 2021", "3 mai 2021"),
    ("Letöltve: 2021. május 3.", "2021. május 3"),
    ("Letöltés ideje: 2021. 05. 03.", "2021. 05. 03"),
    ("Ανακτήθηκε στις 3 Μαΐου 2021", "3 Μαΐου 2021"),
    ("Sótt 3. maí 2021", "3. maí 2021"),
    ("Diakses pada 3 Mei 2021", "3 Mei 2021"),
    ("2021年5月3日閲覧", "2021年5月3日"),
    ("访问日期：2021-05-03", "2021-05-03"),
    ("王某. 题名[EB/OL]. (2020-01-01)[2021-05-03]. https://example.org", "2021-05-03"),
    ("검색일: 2021. 5. 3.", "2021. 5. 3"),
]


@pytest.mark.parametrize(("text", "printed"), PRINTED)
def test_access_date_as_printed(text: str, printed: str) -> None:
    access = find_access(text)
    assert (access.printed if access else "") == printed
    assert access is None or text[access.start : access.end] == printed


@pytest.mark.parametrize(
    "text",
    [
        "Smith, J. (2019). Retrieved memories of abuse. Memory, 3 May 2019.",
        "IEEE Access, 7, 12345-12350, 2019.",
        "Jones, A. Cities visited. Oxford, 2001.",
        "Bowlby, J. (1969). Attachment and loss. Basic Books.",
        "",
    ],
)
def test_other_dates_are_none(text: str) -> None:
    assert find_access(text) is None


@given(st.text(alphabet="retrievd acs:./[]0123-May年月", max_size=300))
def test_the_place_is_that_of_the_date(text: str) -> None:
    access = find_access(text)
    assert access is None or text[access.start : access.end] == access.printed != ""


def test_no_year_is_taken_from_it() -> None:
    undated = "WHO. Depression. https://www.who.int/depression. Geraadpleegd op 3 mei 2021."
    reference = parse(undated)
    assert (reference.accessed, reference.year) == ("3 mei 2021", None)
    dated = parse("WHO. (2017). Depression. Retrieved May 3, 2021, from https://www.who.int/depression")
    assert (dated.accessed, dated.year) == ("May 3, 2021", 2017)


def test_it_is_written_and_read_back() -> None:
    reference = Reference(raw="x", key="who", type="online", title="Depression", accessed="3 mei 2021")
    assert "urldate" in write_bibtex([reference])
    assert read_bibtex(write_bibtex([reference]))[0].accessed == "2021-05-03"
    assert to_csl(reference)["accessed"] == {"date-parts": [[2021, 5, 3]]}
    assert from_csl(to_csl(reference)).accessed == "2021-05-03"
    assert from_csl({"title": "x", "accessed": {"date-parts": [[2021, 5, 3]]}}).accessed == "2021-05-03"


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Myndigheten (2019). Rapport. https://www.example.se/rapport/ [2019-10-23]", "2019-10-23"),
        ("Nowak, A. (2004). Biblioteki. Bytom: MBP. http://example.pl/a.pdf (02.12.2015).", "02.12.2015"),
        ("Nowak, A. (2004). Biblioteki [2019-10-23]", None),
    ],
)
def test_a_date_in_brackets_behind_an_address(text: str, date: str | None) -> None:
    found = find_access(text)
    assert (found.printed if found else None) == date
