from dataclasses import replace

from refcheck.model import Entry, Evidence, Severity
from tests.checks.resolved import REF, WORK, findings, found


def test_a_missing_doi_is_a_note_with_the_doi() -> None:
    bare = replace(REF, doi="", doi_printed="")
    (finding,) = findings("doi-missing", found(reference=bare, evidence=Evidence.SEARCH))
    assert (finding.severity, finding.suggestion) == (Severity.NOTE, f"https://doi.org/{WORK.doi}")
    assert findings("doi-missing", found()) == []
    assert findings("doi-missing", found(replace(WORK, doi=""), bare)) == []


def test_the_suggestion_is_written_as_the_list_writes_its_dois() -> None:
    bare = replace(REF, doi="", doi_printed="")
    search = found(reference=bare, evidence=Evidence.SEARCH)

    def beside(printed: str, markup: str = "text") -> str:
        other = replace(REF, raw=printed, doi_printed=printed, entry=Entry(printed, 1, 1, markup=markup))
        (finding,) = findings("doi-missing", search, found(reference=other))
        return finding.suggestion

    assert beside("doi: 10.1/x") == f"doi: {WORK.doi}"
    assert beside("https://doi.org/10.1/x") == f"https://doi.org/{WORK.doi}"
    assert beside("10.1/x") == WORK.doi
    data_only = replace(REF, raw="Kolk", doi_printed="10.1/x", entry=Entry("Kolk", 1, 1, markup="csl"))
    assert findings("doi-missing", search, found(reference=data_only))[0].suggestion == f"https://doi.org/{WORK.doi}"


def test_a_bibtex_block_gets_a_field() -> None:
    block = replace(REF, doi="", doi_printed="", entry=Entry("@article{kolk2006,}", 1, 1, markup="bibtex"))
    (finding,) = findings("doi-missing", found(reference=block, evidence=Evidence.SEARCH))
    assert finding.suggestion == f"doi = {{{WORK.doi}}},"
