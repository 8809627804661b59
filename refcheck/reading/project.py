"""The bibliography of a chapter: the .bib files that its book, its site or its main file names for it.

A chapter cites keys and names no list; the list is named in ``_quarto.yml``, ``index.Rmd``, ``_config.yml``,
``myst.yml``, ``mkdocs.yml``, ``conf.py``, ``config.ini`` (d2lbook), a Makefile, or in the .tex file that includes the
chapter. One that cites by hand may have its list in another chapter.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from refcheck import patterns as re
from refcheck.errors import UnreadableArticle
from refcheck.reading.encoding import decode
from refcheck.reading.front import plain_yaml
from refcheck.reading.sweave import without_chunks

_HIGHEST = 6  # folders above the article that may hold its project's configuration
_WALKED = 2_000  # folders of a repository in which a .bib file that strayed is looked for
_LARGEST = 1_000_000  # bytes of a configuration or a main file
_SIBLINGS = 60  # .tex files of one folder that are looked at
_UNNAMED = 5  # .bib files of one folder that nothing names
_INCLUDED = 300  # files that one main file may include
_BIBFILES = re.compile(r"^[ \t]*bibtex_bibfiles\s*=\s*[\[(]([^\])]{1,2000})[\])]", re.M)
_INI = re.compile(r"^bibfile\s*=\s*([\w./-]{1,300}\.bib)", re.M)
_OPTION = re.compile(
    r"(?:--bibliography[=\s]\s*[\"']?|^\w{0,30}BIB\w{0,30}\s{0,9}[:?]?=\s{0,9}(?:\$[({]\w{1,60}[)}]/)?)([\w./-]{1,300}\.bib)",
    re.M,
)
_QUOTED = re.compile(r"[\"']([^\"']{1,300})[\"']")
_INCLUDE = re.compile(
    r"\\(?:input|include|subfile|subimport|import)\*?\s*(?:\{([^{}]{0,200})\})?\s*\{([^{}]{1,200})\}"
    r"|\\input[ \t]{1,9}([\w./-]{1,200})"
)
_CONTENTS = (("SUMMARY.md", "]("), ("_toc.yml", "file"), ("_bookdown.yml", "rmd_files"), ("_quarto.yml", "chapters"))
"""Tables of contents of books, with what they say."""
_COMMENT = re.compile(r"(?<!\\)%[^\n]*")
_ROOT = re.compile(r"^[ \t]*%\s*!\s*TEX\s+root\s*=\s*(\S.{0,200}?)\s*$", re.M | re.I)
_SUBFILE = re.compile(r"\\documentclass\s*\[([^\]]{1,200})\]\s*\{subfiles\}")
LATEX_SOURCES = re.compile(
    r"\\(?:bibliography|addbibresource|addglobalbib|nobibliography)\*?(?:\[[^\]]{0,100}\])?\{([^{}]{1,1000})\}"
)


def latex_sources(text: str) -> tuple[str, ...]:
    """The .bib files a LaTeX text names, as paths."""
    named = (match[1] for match in LATEX_SOURCES.finditer(text))
    names = (name.strip() for made in named for name in _written(made.strip(), text).split(","))
    return tuple(
        name if name.endswith(".bib") else f"{name}.bib"
        for name in names
        if name and not set("$#\\") & set(name)  # a template's variable, a macro
    )


def _written(name: str, text: str) -> str:
    """What a macro stands for, where the text defines it: "\\newcommand{\\refs}{lists/all}"."""
    if not re.fullmatch(r"\\[A-Za-z]{1,60}", name):
        return name
    made = re.search(
        rf"(?:\\def\s{{0,3}}|command\*?\s{{0,3}}\{{?)\{name}\s{{0,3}}\}}?\s{{0,3}}\{{([^{{}}\\]{{1,300}})\}}", text
    )
    return made[1] if made else name


def project_sources(path: Path, format: str) -> tuple[Path, ...]:
    """The .bib files that the project names for the article at ``path``; some may not exist."""
    if format == "latex":
        return _of_main(path)
    for folder in above(path.parent):
        for name, named in _CONFIGURATIONS:
            file = folder / name
            if text := small_text(file):
                names = [bib for bib in named(text) if bib.endswith((".bib", ".bibtex", ".json", ".yaml", ".yml"))]
                roots = _roots(folder)
                for root in roots:
                    found = [root / bib for bib in names]
                    if any(inside(bib, roots[-1]) and bib.is_file() for bib in found):
                        return tuple(bib for bib in found if inside(bib, roots[-1]))
                if strayed := [stray for bib in names if (stray := strayed_source(path, bib))]:
                    return tuple(strayed)
    return ()


def _roots(folder: Path) -> list[Path]:
    """The folders to which paths in a configuration may be relative: its own, and in a repository those above, since
    Pandoc that is run at the top reads "src/refs.bib" of src/index.md from there."""
    folders = list(above(folder))
    return folders if (folders[-1] / ".git").exists() else folders[:1]


def unnamed_sources(path: Path) -> list[Path]:
    """The .bib files that lie above an article in its repository, where none is named: a script may hand one to
    Pandoc. Those of the nearest folder first."""
    folders = list(above(path.parent))
    if not (folders[-1] / ".git").exists():
        return []
    found = (file for folder in folders for file in sorted(folder.glob("*.bib"))[:_UNNAMED])
    return [file for file in found if inside(file, folders[-1])]


def strayed_source(path: Path, name: str) -> Path | None:
    """A .bib file that is not where the article says, but elsewhere in the same repository; or None.

    A chapter's paths may be relative to the book's folder, and of an author's own ("/Users/me/book/refs.bib") the end
    may still fit; where a script copies the file beside the page, it is the only one of that name.
    """
    folders = list(above(path.parent))
    if not (folders[-1] / ".git").exists():
        return None
    parts = [part for part in Path(name).parts if part not in ("/", "..", ".")]
    for folder in folders:
        for start in range(len(parts)):
            file = folder.joinpath(*parts[start:])
            if inside(file, folders[-1]) and file.is_file():
                return file
    files = _of_name(parts[-1], folders[-1]) if parts else []
    return files[0] if len(files) == 1 and inside(files[0], folders[-1]) else None


def _of_name(name: str, top: Path) -> list[Path]:
    """The files of a name in a repository, as far as its first folders are looked through."""
    found: list[Path] = []
    for here, folders, names in islice(os.walk(top), _WALKED):
        folders[:] = [folder for folder in folders if not folder.startswith(".") and folder != "node_modules"]
        found += [Path(here) / name] if name in names else []
    return found


def site_source(path: Path, name: str) -> Path | None:
    """A .bib file that a post names and its site keeps in one folder (al-folio, Jekyll's Distill template), or None."""
    for folder in above(path.parent):
        if (folder / "_config.yml").is_file():
            for place in ("assets/bibliography", "_bibliography"):
                file = folder / place / name
                if inside(file, folder) and file.is_file():
                    return file
            return None
    return None


def above(folder: Path) -> Iterator[Path]:
    """The folder and those above it, up to the top of its repository."""
    folder = folder.absolute()
    for one in [folder, *folder.parents][: _HIGHEST + 1]:
        yield one
        if (one / ".git").exists():
            return


def is_chapter(path: Path) -> bool:
    """Whether the table of contents of a book, beside the article or above it, names it."""
    try:
        file, there = path.resolve(), path.is_file()
    except (OSError, ValueError):  # a text may be given any name
        return False
    for folder in above(file.parent) if there else ():
        named = re.escape(file.relative_to(folder.resolve()).with_suffix("").as_posix())
        for name, key in _CONTENTS:
            text = small_text(folder / name)
            if key in text and re.search(rf"(?<![\w/.-]){named}(?![\w/-])", text.replace("](./", "](")):
                return True
    return False


def inside(file: Path, folder: Path) -> bool:
    """Whether a file lies in a folder, also where links lead elsewhere."""
    return file.resolve().is_relative_to(folder.resolve())


def small_text(file: Path) -> str:
    """A small file's text, or "" if there is none."""
    try:
        if not file.is_file() or file.stat().st_size > _LARGEST:
            return ""
        return decode(file.read_bytes(), file.name)
    except (OSError, UnreadableArticle):
        return ""


def _values(data: Any, *names: str) -> Iterator[str]:
    """The texts under any of these keys, at any depth."""
    queue = [data]
    while queue:
        item = queue.pop()
        if isinstance(item, list):
            queue += item
        elif isinstance(item, dict):
            for key, value in item.items():
                if key in names:
                    yield from (v for v in (value if isinstance(value, list) else [value]) if isinstance(v, str))
                else:
                    queue.append(value)


def _front(text: str) -> Iterator[str]:
    match = re.match(r"---[ \t]*\r?\n(.*?)\n(?:---|\.\.\.)", text[:50_000], re.S)
    return _values(plain_yaml(match[1]), "bibliography") if match else iter(())


def _mkdocs(text: str) -> Iterator[str]:
    data = plain_yaml(text)
    folders = [*_values(data, "bib_dir"), ""]
    return (f"{folder}/{name}".lstrip("/") for name in _values(data, "bib_file") for folder in folders[:1])


def _scholar(data: Any) -> Iterator[str]:
    """The .bib file of jekyll-scholar, which has a place where none is configured."""
    made = data.get("scholar") if isinstance(data, dict) else None
    made = made if isinstance(made, dict) else {}
    folder, name = made.get("source", "_bibliography"), made.get("bibliography", "references.bib")
    if isinstance(folder, str) and isinstance(name, str):
        name = name if name.endswith(".bib") else f"{name}.bib"
        yield f"{folder.removeprefix('.').strip('/')}/{name}".lstrip("/")


_CONFIGURATIONS: tuple[tuple[str, Callable[[str], Iterator[str]]], ...] = (
    ("_metadata.yml", lambda text: _values(plain_yaml(text), "bibliography")),
    ("_quarto.yml", lambda text: _values(plain_yaml(text), "bibliography")),
    ("_quarto.yaml", lambda text: _values(plain_yaml(text), "bibliography")),
    ("_bookdown.yml", lambda text: _values(plain_yaml(text), "bibliography")),
    ("index.Rmd", _front),
    ("index.qmd", _front),
    ("index.md", _front),
    ("myst.yml", lambda text: _values(plain_yaml(text), "bibliography")),
    ("_config.yml", lambda text: _values(plain_yaml(text), "bibtex_bibfiles")),
    ("_config.yml", lambda text: _scholar(plain_yaml(text))),
    ("mkdocs.yml", _mkdocs),
    ("conf.py", lambda text: (m[1] for made in _BIBFILES.finditer(text) for m in _QUOTED.finditer(made[1]))),
    ("config.ini", lambda text: (m[1] for m in _INI.finditer(text))),
    ("metadata.yaml", lambda text: _values(plain_yaml(text), "bibliography")),
    ("metadata.yml", lambda text: _values(plain_yaml(text), "bibliography")),
    ("defaults.yaml", lambda text: _values(plain_yaml(text), "bibliography")),
    ("Makefile", lambda text: (m[1] for m in _OPTION.finditer(text))),
)


# ------------------------------------------------------------------------------------------------ LaTeX


def is_main(text: str) -> bool:
    """Whether a LaTeX file is one that is typeset; its class may be named in a preamble that it includes."""
    return "\\documentclass" in text or "\\begin{document}" in text


def included(text: str, main: Path) -> tuple[str, list[int]]:
    """A LaTeX text with its included files inserted, and for each resulting line the line of the original text.

    main: its file, whose folder must contain the included files. The list that BibTeX made beside it stands for .bib
    files that are not there, as in what is submitted to arXiv.
    """
    out: list[str] = []
    numbers: list[int] = []
    left = [_INCLUDED]
    made = small_text(main.with_suffix(".bbl"))
    for number, row in enumerate(text.split("\n"), 1):
        rows = _with_included(row, main.parent, main.parent, left, 0)
        if "\\bibitem" in made:
            rows = [part for one in rows for part in (made.split("\n") if _lost(one, main) else [one])]
        out += rows
        numbers += [number] * len(rows)
    return "\n".join(out), numbers


def _lost(row: str, main: Path) -> bool:
    """Whether a row prints a list from .bib files of which none is there."""
    names = latex_sources(_COMMENT.sub("", row)) if "\\bibliography{" in row else ()
    return bool(names) and not any((main.parent / name).is_file() or strayed_source(main, name) for name in names)


def _with_included(row: str, folder: Path, top: Path, left: list[int], depth: int) -> list[str]:
    """A row, or the rows of the file that it includes."""
    match = _INCLUDE.search(_COMMENT.sub("", row)) if "\\" in row else None
    if match is None or depth > 5:
        return [row]
    file = _file_of(match, folder, top)
    text = without_chunks(small_text(file)) if file and inside(file, top) and left[0] > 0 else ""
    if not text or file is None:
        return [row]
    left[0] -= 1
    start = re.search(r"\\begin\s*\{document\}", text)  # of a subfile
    text = re.split(r"\\end\s*\{document\}", text[start.end() :] if start else text, maxsplit=1)[0]
    rows = [inner for one in text.split("\n") for inner in _with_included(one, file.parent, top, left, depth + 1)]
    return [row[: match.start()], *rows, *_with_included(row[match.end() :], folder, top, left, depth)]


def _file_of(match: re.Match[str], folder: Path, top: Path) -> Path | None:
    """The file that a command in a file of ``folder`` includes; LaTeX may be run where the main file is, in ``top``, or
    in the folder above."""
    name = match[2] or match[3]
    return _named(folder / match[1] if match[1] else top, name) or _named(folder, name) or _named(top.parent, name)


def _named(folder: Path, name: str) -> Path | None:
    """The .tex file that a LaTeX command names."""
    name = name.strip().strip('"')
    for file in (folder / name, folder / f"{name}.tex"):
        if file.suffix.lower() in (".tex", ".ltx", ".latex", ".bbl", ".rnw") and file.is_file():
            return file
    return None


def _of_main(path: Path) -> tuple[Path, ...]:
    """The .bib files of the main file that includes this one."""
    text = small_text(path)
    for pattern in (_ROOT, _SUBFILE):
        if match := pattern.search(text[:5000]):
            main = _named(path.parent, match[1])
            if main and (bibs := _bibs(main, small_text(main))):
                return bibs  # what is named there may be gone
    if is_main(text):
        return ()
    for folder in [path.absolute().parent, *path.absolute().parent.parents][:4]:
        for main in sorted((*folder.glob("*.tex"), *folder.glob("*.[Rr]nw")))[:_SIBLINGS]:
            written = without_chunks(small_text(main))
            if is_main(written) and path.resolve() in {file.resolve() for file in _tree(main, written)}:
                return _bibs(main, included(written, main)[0])
        if (folder / ".git").exists():
            break
    return ()


def _tree(main: Path, text: str) -> list[Path]:
    """The files that a main file includes, directly or indirectly."""
    found: list[Path] = []
    queue = [(main.parent, text)]
    while queue and len(found) < _INCLUDED:
        folder, written = queue.pop()
        for match in _INCLUDE.finditer(_COMMENT.sub("", written)):
            file = _file_of(match, folder, main.parent)
            if file and file not in found and inside(file, main.parent):
                found.append(file)
                queue.append((file.parent, without_chunks(small_text(file))))
    return found


def _bibs(main: Path, text: str) -> tuple[Path, ...]:
    names = latex_sources(_COMMENT.sub("", text))
    files = (*(main.parent / name for name in names), main.with_suffix(".bbl"))
    return files if any(file.is_file() for file in files) else ()
