r"""A bibliography's own LaTeX macros: those that ``@preamble`` defines, and those that are taken for granted.

BibTeX writes the preamble before the list, so its macros are known in every entry, those above it too.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from refcheck import patterns as re


class Macro(NamedTuple):
    """A macro by the number of its arguments and what it stands for, "#1" being the first of them."""

    arguments: int
    body: str


# Sort keys of BibTeX's xampl.bib; "\VAN{Berg}{van den}{Van den} Berg" of the manual of apacite; MathSciNet's letters.
KNOWN: Mapping[str, Macro] = {
    "printfirst": Macro(2, "#1"),
    "singleletter": Macro(1, "#1"),
    "switchargs": Macro(2, "#2#1"),
    "VAN": Macro(3, "#2"),
    "cprime": Macro(0, "'"),
    "cdprime": Macro(0, "''"),
    "Dbar": Macro(0, "Đ"),
    "dbar": Macro(0, "đ"),
    "polhk": Macro(1, r"\k{#1}"),
    "ocirc": Macro(1, r"\r{#1}"),
    "udot": Macro(1, r"\d{#1}"),
    "cftil": Macro(1, r"\~{#1}"),
    "cydot": Macro(0, "·"),
    "lfhook": Macro(1, "#1"),
    "soft": Macro(1, r"\v{#1}"),
}
_DEFINITION = re.compile(
    r"\\(?:(?:re)?newcommand|providecommand|DeclareRobustCommand)\*?\s{0,9}\{?\s{0,9}\\([A-Za-z]{2,40})\s{0,9}\}?"
    r"\s{0,9}(?:\[(\d)\])?\s{0,9}\{|\\def\s{0,9}\\([A-Za-z]{2,40})((?:#\d){0,9})\s{0,9}\{"
)
# A body in the language of TeX itself draws a sign, and has no text to put in the macro's place.
_PRIMITIVE = re.compile(
    r"\\(?:setbox|[hv]box|accent|raise|lower|kern|ooalign|if[a-z]+|let|expandafter|csname|char)\b|@"
)
_JOINED = re.compile(r"[\"}]\s{0,99}#\s{0,99}[\"{]")
_READ_BY_NAME = frozenset(
    ["url", "href", "path", "nolinkurl", "doi", "emph", "textit", "enquote"]
)  # whatever they look like
LONGEST = 20_000  # characters that a value may have with its macros expanded
ROUNDS = 5  # times that macros within macros are expanded


def macros_of(preambles: Iterable[str]) -> dict[str, Macro]:
    """The macros that texts of ``@preamble`` blocks define, and the known ones they do not."""
    macros = dict(KNOWN)
    for text in preambles:
        text = _JOINED.sub("", text)
        for match in _DEFINITION.finditer(text):
            body = _group(text, match.end() - 1)
            if body is not None and not _PRIMITIVE.search(body):
                count = int(match[2] or 0) if match[1] else len(match[4]) // 2
                macros[match[1] or match[3]] = Macro(count, body)
    return {name: macro for name, macro in macros.items() if name not in _READ_BY_NAME}


def pattern_of(macros: Iterable[str]) -> re.Pattern[str]:
    """What finds macros of these names, with the blanks or the empty group behind them, which TeX does not print."""
    return re.compile(rf"\\({'|'.join(sorted(macros, key=len, reverse=True))})(?![A-Za-z])(?:\{{\}}|\s{{1,99}})?")


def expanded(value: str, macros: Mapping[str, Macro], pattern: re.Pattern[str]) -> str:
    """A value of an entry with its macros replaced by what they stand for."""
    for _ in range(ROUNDS):
        out: list[str] = []
        done = 0
        while match := pattern.search(value, done):
            macro, end = macros[match[1]], match.end()
            if macro.arguments and match[0].endswith("{}"):
                end -= 2
            arguments, end = _arguments(value, end, macro.arguments)
            body = macro.body
            for number, argument in enumerate(arguments, 1):
                body = body.replace(f"#{number}", argument)
            out += [value[done : match.start()], body]
            done = end
        if not done or sum(map(len, out)) > LONGEST:
            return value
        value = "".join(out) + value[done:]
    return value


def _arguments(value: str, at: int, count: int) -> tuple[list[str], int]:
    """Groups, or single characters, behind a macro's name; and where they end."""
    found: list[str] = []
    for _ in range(count):
        while value[at : at + 1].isspace():
            at += 1
        group = _group(value, at) if value[at : at + 1] == "{" else None
        found.append(value[at : at + 1] if group is None else group)
        at += 1 if group is None else len(group) + 2
    return found, min(at, len(value))


def _group(text: str, opening: int) -> str | None:
    """What stands between the brace at ``opening`` and the one that closes it."""
    level = 0
    for brace in re.compile(r"(?<!\\)[{}]").finditer(text, opening):
        level += 1 if brace[0] == "{" else -1
        if level == 0:
            return text[opening + 1 : brace.start()]
    return None


_TABLE = """
acmcs ACM Computing Surveys
acta Acta Informatica
cacm Communications of the ACM
ibmjrd IBM Journal of Research and Development
ibmsj IBM Systems Journal
ieeese IEEE Transactions on Software Engineering
ieeetc IEEE Transactions on Computers
ieeetcad IEEE Transactions on Computer-Aided Design of Integrated Circuits
ipl Information Processing Letters
jacm Journal of the ACM
jcss Journal of Computer and System Sciences
scp Science of Computer Programming
sicomp SIAM Journal on Computing
tcs Theoretical Computer Science
tocs ACM Transactions on Computer Systems
tods ACM Transactions on Database Systems
tog ACM Transactions on Graphics
toms ACM Transactions on Mathematical Software
toois ACM Transactions on Office Information Systems
toplas ACM Transactions on Programming Languages and Systems
"""
STANDARD = dict(line.split(" ", 1) for line in _TABLE.strip().splitlines())
"""The journals that plain.bst and its kin define as @string does, which a .bib may use without defining them."""
