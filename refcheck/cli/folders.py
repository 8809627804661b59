"""Which files of a folder are articles: those that git does not ignore, in a format that can be read.

READMEs, licences, change logs, the output of site generators and of refcheck itself, libraries that articles cite from,
and further renderings of an article that is checked in its source form are passed over, each with the reason.
"""

from __future__ import annotations

import os
import subprocess
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from refcheck import patterns as re
from refcheck.config import Settings, matches
from refcheck.files import read_regular
from refcheck.reading.formats.ris import FORMAT as RECORDS

QUIET = ("-c", "core.fsmonitor=false")  # a repository's own configuration may name a program for git to run

OTHER, LIBRARY, RENDERING, NO_LIST = "other", "library", "rendering", "no-list"
"""Why a file is skipped: not an article; a library that articles cite from; another one's rendering; without a list."""

_SKIPPED = frozenset(
    (
        "node_modules", "__pycache__", "venv", "site-packages", "vendor", "third_party", "bower_components",
        "site_libs", "assets", "_site", "_book", "_build", "_freeze", "_extensions", "renv", "dist",
    )
)  # fmt: skip
"""Folders that hold no articles, or only generated ones; those whose name starts with a dot are skipped too."""
_NO_ARTICLE = re.compile(
    r"(?:readme|changelog|changes|change_?log|history|news|releases?|licen[cs]e|copying|notice|contributing|contributors"
    r"|code[_-]of[_-]conduct|security|support|authors|maintainers|todo|install|requirements|robots|sitemap|search|404"
    r"|cname|humans|package|pom|manifest|issue_template|pull_request_template|governance|claude|agents)"
    r"(?:[._-][\w.-]{0,40})?\.\w+|(?:feed|atom|rss)\.xml",
    re.IGNORECASE,
)
_RANK = (  # formats in order from source to rendering
    ".rmd", ".qmd", ".ipynb", ".mdx", ".md", ".markdown", ".mdown", ".mkd", ".rst", ".rest", ".org", ".rnw", ".typ",
    ".tex", ".latex", ".ltx", ".bbl", ".docx", ".docm", ".odt", ".fodt", ".html", ".htm", ".xhtml", ".epub", ".pdf",
    ".txt", ".text",
)  # fmt: skip
_BIBTEX = (".bib", ".bibtex")
_RENDERED = _RANK[_RANK.index(".docx") :]
_RUN = frozenset((".rmd", ".qmd", ".ipynb", ".rnw"))
"""What is run, or knitted, to make an article, which may be kept anywhere in the repository."""
_TITLE = re.compile(
    rb"^\s*\"?(?:title:|#\s)\s*[\"']?(.{4,200}?)[\"']?(?:\\n\",?)?\s*$|<title>([^<]{4,200})</title>", re.MULTILINE
)
_CONFIGURATIONS = ("_quarto.yml", "_bookdown.yml", "_site.yml", "mkdocs.yml", "_config.yml", "config.toml", "hugo.toml")
_INDEXES = frozenset(("search.json", "search_index.json", "searchindex.js", "objects.inv", "pkgdown.yml"))
"""What site generators write beside their pages (Quarto, bookdown, MkDocs, Sphinx, pkgdown)."""
_OUTPUT = re.compile(
    r"^[ \t]*(?:output[-_]dir|site_dir|publishDir|destination)[ \t]*[:=][ \t]*[\"']?([\w./-]+)",
    re.MULTILINE | re.IGNORECASE,
)
_BOOK = re.compile(r"^book_filename:[ \t]*[\"']?([^\"'\n#]{1,100}?)[\"']?[ \t]*$", re.MULTILINE)
_ROOTS = frozenset(("content", "contents", "docs", "doc", "public", "site", "output", "out", "src", "source", "_posts"))
_DATED = re.compile(r"^(\d{4})-(\d\d)-(\d\d)-")
_BIB_NAMED = re.compile(rb"(?<![\w.-])([\w.-]{1,200}?)\.bib(?:tex)?\b|\\(?:no)?bibliography\{([^}]{1,300})\}")
_CITES_KEYS = re.compile(rb":cite(?::\w+)?:`|\{cite(?::\w+)?\}`|\[@[A-Za-z]")
_FEW = 6  # source files beside a page; a folder with more is a site, not an article
_MOST = 50_000_000  # bytes; larger files cannot be articles
_SMALL = 2_000_000  # bytes; only smaller files are searched for the names of libraries


@dataclass(frozen=True, slots=True)
class File:
    """A file in a folder. passed: why it is passed over, "" for an article. of: the source of a rendering."""

    path: Path
    passed: str = ""
    of: Path | None = None


def files(folder: Path, settings: Settings, suffixes: frozenset[str]) -> Iterator[File]:
    """The files of a folder with one of the ``suffixes``, sorted by path; those that are not articles with the reason.

    Files that the settings exclude are left out altogether; those they include are articles, whatever their names.
    """
    known = sorted(_known(folder), key=lambda path: path.parts)
    chosen = [path for path in known if _chosen(path, folder, settings, suffixes)]
    if settings.include:
        beside = {_bare(path) for path in known if path.suffix not in _BIBTEX and path.suffix.lower() in suffixes}
        for path in chosen:
            yield File(path, LIBRARY if path.suffix in _BIBTEX and _bare(path) in beside else "")
        return
    generated = _outputs(folder, known)
    plain = [
        path
        for path in chosen
        if not _NO_ARTICLE.fullmatch(path.name) and not any(path.is_relative_to(output) for output in generated)
    ]
    sources = _sources(folder, plain)
    held = any(path.suffix in _BIBTEX for path in plain)
    libraries = _libraries(known) if held else frozenset()
    articles = {_bare(path) for path in plain if held and path.suffix not in _BIBTEX}
    texts, left = list(map(str, chosen)), frozenset(map(str, plain))
    del known, chosen, plain  # an archive may have a million files: a text takes a sixth of what a path takes
    sizes: dict[tuple[str, int], list[str]] = {}
    for path in map(Path, texts):
        if str(path) not in left:
            yield File(path, OTHER)
        elif path.suffix.lower() in RECORDS.suffixes:  # exports of databases and reference managers
            yield File(path, LIBRARY)
        elif path.suffix in _BIBTEX and (_bare(path) in articles or path.stem in libraries):
            yield File(path, LIBRARY)  # ``refcheck bib`` wrote it for the article beside it, or articles cite from it
        elif source := sources.get(str(path)):
            yield File(path, RENDERING, source)
        elif path.suffix.lower() in (*_BIBTEX, *_RENDERED) and (first := _copied(path, sizes)):
            yield File(path, RENDERING, first)
        else:
            yield File(path)


def _bare(path: Path) -> str:
    """A file's path without its suffix."""
    return str(path).removesuffix(path.suffix)


def _copied(path: Path, sizes: dict[tuple[str, int], list[str]]) -> Path | None:
    """The file of the same kind, size and beginning that came before; None for the first. sizes: the files so far, by
    suffix and size."""
    try:
        same = sizes.setdefault((path.suffix, path.stat().st_size), [])
    except OSError:
        return None
    first = next((one for one in map(Path, same) if _start(one) == _start(path)), None)
    same += [] if first else [str(path)]
    return first


def git_top(path: Path) -> Path | None:
    """The root of the git work tree that a file or folder is in, or None."""
    start = path.absolute()
    return next((folder for folder in (start, *start.parents) if (folder / ".git").exists()), None)


def _known(folder: Path) -> Iterable[Path]:
    """The files of a folder that git tracks or would add; all files without git, or in a folder that git ignores."""
    if git_top(folder) is not None:
        command = ("git", *QUIET, "ls-files", "-z", "--cached", "--others", "--exclude-standard")
        try:
            listed = subprocess.run(command, cwd=folder, capture_output=True, check=True).stdout
        except (OSError, subprocess.CalledProcessError):
            listed = b""
        names = {os.fsdecode(name) for name in listed.split(b"\0") if name}
        found = [folder / name for name in names if not _skipped(PurePosixPath(name).parts[:-1])]
        if found:
            return [path for path in found if path.is_file()]
    return _walked(folder)


def _walked(folder: Path) -> Iterator[Path]:
    for here, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not _skipped((name,))]
        yield from map(Path(here).joinpath, names)


def _skipped(folders: Iterable[str]) -> bool:
    return any(name.startswith(".") or name in _SKIPPED for name in folders)


def _chosen(file: Path, folder: Path, settings: Settings, suffixes: frozenset[str]) -> bool:
    if file.name.startswith("~$"):  # Word's mark that a document is open
        return False
    if not settings.include and not settings.exclude:
        return file.suffix.lower() in suffixes
    names = (file.name, file.relative_to(folder).as_posix(), file.absolute().as_posix())

    def fits(patterns: Sequence[str]) -> bool:
        return any(matches(name, pattern) for pattern in patterns for name in names)

    if fits(settings.exclude):
        return False
    return fits(settings.include) if settings.include else file.suffix.lower() in suffixes


def _outputs(folder: Path, known: Iterable[Path]) -> list[Path]:
    """The output folders of the site generators that are configured here, and the books that they make of chapters."""
    found = []
    for path in known:
        if path.name in _CONFIGURATIONS:
            text = _start(path).decode("utf-8", "replace")
            found += [path.parent / match[1] for match in _OUTPUT.finditer(text)]
            named = _BOOK.search(text)
            if named or path.name == "_bookdown.yml":  # the whole book, kept beside its chapters
                found += [path.with_name(f"{named[1] if named else '_main'}{suffix}") for suffix in _RANK]
        elif path.name in _INDEXES:
            found.append(path.parent.parent if path.parent.name == "search" else path.parent)
    top = os.path.normpath(folder)
    normal = [Path(os.path.normpath(path)) for path in found]
    return [path for path in normal if str(path) != top and path.is_relative_to(top)]


def _start(path: Path) -> bytes:
    try:
        return read_regular(path, _MOST)[:100_000]
    except OSError:
        return b""


def _sources(folder: Path, paths: Sequence[Path]) -> Mapping[str, Path]:
    """Rendering -> its source: a file of the same name beside it, at the same place in another of the folders, or
    of the same name and title and run to make it."""
    ranked = sorted((path for path in paths if path.suffix.lower() in _RANK), key=_rank)
    beside: dict[str, Path] = {}
    placed: dict[tuple[str, ...], Path] = {}
    run: dict[str, list[Path]] = {}
    found: dict[str, Path] = {}
    depth = len(folder.parts)
    for path in ranked:
        place, bare = _place(path, depth), _bare(path)
        source = beside.get(bare)
        if source is None and path.stem == "index" and path.suffix.lower() in _RENDERED:
            # the page of a folder with a single article
            source = _only(beside.values(), path.parent, Counter(found.values()))
        if source is None and path.suffix.lower() in _RENDERED and (place or path.stem == "index"):
            source = placed.get(place)
        if source is None and place in placed and _start(path) == _start(placed[place]):
            source = placed[place]  # the same text in two folders of a site
        if path.suffix.lower() in _RUN:
            run.setdefault(path.stem, []).append(path)
        elif source is None and path.stem in run and (title := _title(path)):
            source = next((one for one in run[path.stem] if _title(one) == title), None)
        if source is None or not _may_hold_list(source):
            beside.setdefault(bare, path)
            placed.setdefault(place, path)
        else:
            found[str(path)] = source
    return found


def _title(path: Path) -> bytes:
    """The title in the head of a text, b"" where it has none."""
    match = _TITLE.search(_start(path))
    return (match[1] or match[2]).strip() if match else b""


def _only(beside: Iterable[Path], folder: Path, rendered: Counter[Path]) -> Path | None:
    """The only source file in a folder that may contain a list, or the one with most renderings beside it, not counting
    "vita.md" and the like; or None."""
    here = [path for path in beside if path.parent == folder]
    if not here or len(here) > _FEW or any(path.suffix.lower() in _RENDERED for path in here):
        return None
    listed = here if len(here) == 1 else [path for path in here if _may_hold_list(path)]
    most = max((rendered[path] for path in listed), default=0)
    chosen = [path for path in listed if rendered[path] == most]
    return chosen[0] if len(chosen) == 1 else None


def _rank(path: Path) -> tuple[int, tuple[str, ...]]:
    return _RANK.index(path.suffix.lower()), path.parts


def _place(path: Path, depth: int) -> tuple[str, ...]:
    """An article's place on its site: its path without the site's folder, the suffix and the name "index". depth: of
    the folder that is searched."""
    parts = [*path.parts[depth:-1], path.stem]
    while len(parts) > 1 and parts[0] in _ROOTS:
        parts.pop(0)
    parts = [part for part in parts if part != "_posts"]
    dated = _DATED.match(parts[-1])
    if dated:
        parts[-1:] = [*dated.groups(), parts[-1][dated.end() :]]
    return tuple(parts[:-1] if parts[-1] in ("index", "_index") else parts)


def _may_hold_list(path: Path) -> bool:
    from refcheck.reading.first_look import may_hold_list

    try:
        return may_hold_list(read_regular(path, _MOST))
    except OSError:
        return False


def _libraries(known: Sequence[Path]) -> frozenset[str]:
    """The names, without suffix, of the .bib files that are named in any of these files."""
    names: set[str] = set()
    tops = [path for path in known if path.suffix == ".bib" and (path.parent / ".git").exists()]
    for path in known:
        if path.suffix.lower() in (*_BIBTEX, ".pdf", ".docx", ".odt", ".fodt", ".epub", ".png", ".jpg"):
            continue
        try:
            data = read_regular(path, _SMALL)
        except OSError:
            continue
        if len(tops) == 1 and _CITES_KEYS.search(data):
            names.add(tops[0].stem)  # nothing else can hold the keys
        for match in _BIB_NAMED.finditer(data):
            named = (match[1] or match[2]).decode("utf-8", "replace")
            names.update(
                PurePosixPath(name.strip().removesuffix(".bib").removesuffix(".bibtex")).name
                for name in named.split(",")
            )
    return frozenset(names)
