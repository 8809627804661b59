"""EPUB: a page that the spine names again is read once."""

import io
import zipfile

from refcheck.reading import read


def test_a_page_the_spine_names_again_is_read_once() -> None:
    page = (
        "<html><body><h2>References</h2><p>Rowe, T. (2001). A short history of rain. Weather Press.</p></body></html>"
    )
    refs = "<itemref idref='p'/>" * 5000
    package = f"<package><manifest><item id='p' href='p.xhtml'/></manifest><spine>{refs}</spine></package>"
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("mimetype", "application/epub+zip")
        archive.writestr(
            "META-INF/container.xml", "<container><rootfiles><rootfile full-path='c.opf'/></rootfiles></container>"
        )
        archive.writestr("c.opf", package)
        archive.writestr("p.xhtml", page)
    assert len(read(buffer.getvalue(), path="a.epub").entries) == 1
