"""What the tests here share."""

from __future__ import annotations

from refcheck.model import Name, Reference

NAGY = Reference(
    raw="Nagy, G. (1979). The best of the Achaeans. Baltimore: Johns Hopkins.",
    type="book",
    authors=(Name(family="Nagy", given="G."),),
    title="The best of the Achaeans: Concepts of the hero",
    year=1979,
)


K10 = "https://sru.k10plus.de/opac-de-627"


def marc(leader: str, fields: str, year: str = "1979") -> str:
    return (
        f'<record xmlns="http://www.loc.gov/MARC21/slim"><leader>{leader}</leader>'
        f'<controlfield tag="008">850101s{year}    xxu|||||      00| ||eng c</controlfield>{fields}</record>'
    )


def field(tag: str, **subfields: str) -> str:
    inner = "".join(f'<subfield code="{code[-1]}">{value}</subfield>' for code, value in subfields.items())
    return f'<datafield tag="{tag}" ind1="1" ind2=" ">{inner}</datafield>'


def sru(count: object, *records: str) -> str:
    inner = "".join(f"<zs:record><zs:recordData>{record}</zs:recordData></zs:record>" for record in records)
    body = f"<zs:records>{inner}</zs:records>" if records else ""
    return (
        '<?xml version="1.0" encoding="UTF-8"?><zs:searchRetrieveResponse xmlns:zs="http://www.loc.gov/zing/srw/">'
        f"<zs:version>1.1</zs:version><zs:numberOfRecords>{count}</zs:numberOfRecords>{body}</zs:searchRetrieveResponse>"
    )
