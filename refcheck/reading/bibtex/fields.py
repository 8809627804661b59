"""Reading a BibTeX entry that bibtexparser gives up on, field by field, recovering and reporting what is broken."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from refcheck import patterns as re
from refcheck.model import Problem, ProblemKind
from refcheck.sentences import Sentence, say

BRACE = re.compile(r"(?<!\\)[{}]")
# A field within a field: the value before it was never closed. Free text may contain such lines.
SWALLOWED = re.compile(r"[}\"],\s*\n\s*[A-Za-z][\w-]{1,40}\s*=\s*[{\"]")
# The quotation mark that opens the next field's value closed this one.
_TO_NEXT_QUOTE = re.compile(r"\n[ \t]{0,40}[A-Za-z][\w-]{1,40}\s{0,9}=\s{0,9}\Z")
FREE_TEXT = frozenset({"abstract", "annote", "annotation", "note", "review", "comment", "comments", "keywords", "file"})
_FIELD = re.compile(r"[\s,]*([^\W\d][\w.:+/-]{0,80})\s*=\s*")
NEXT_FIELD = re.compile(r"^[ \t,}]*([^\W\d][\w.:+/-]{0,80})\s*=\s*(?=[{\"\w])", re.MULTILINE)
NAME = re.compile(r"[^\W\d][\w.:+/-]{0,80}")
_KEY = re.compile(r"\s*\{?([^\s,{}]{1,300})\}?\s*(,|(?=[A-Za-z][\w-]{0,60}\s*=)|(?=[})\s]*\Z))")
_QUOTE_OR_BRACE = re.compile(r"(?<!\\)[{}\"]")
CLOSING = re.compile(r"[\s,]*[})]")
_TO_COMMA = re.compile(r"(?:[^\n,{}\"=]|\{[^{}\n]{0,99}\}){1,300}(?=\s*(?:[,}]|\n))")
_SAME_LINE = re.compile(r",\s*([^\W\d][\w.:+/-]{0,80})\s*=\s*(?=[{\"\d])")
_COMMENT = re.compile(r"[\s,]*%[^\n]*(?:\n|\Z)")
_BARE = re.compile(r"[^\s,#{}()\"=%“”„]{1,2000}")
_TYPOGRAPHIC = re.compile(r"[“”„]([^“”„{}\n]{0,2000})[“”](?=\s*[,}])")  # the quotation marks of a word processor
LEFT_OVER = re.compile(r"[\s,}]*[A-Za-z][\w-]{0,60}\s*=\s*[{\"\d]")
Part = tuple[str, bool]  # the text of one part of a value ("a" # b), and whether it names a macro


def parts_of(value: str) -> str | list[Part] | None:
    """The text of a raw value, or its parts if it has several or names a macro, or None if it is malformed."""
    last = len(value) - 1
    if value[0] == "{" and value.find("}") == last and value.find("{", 1) < 0:
        return value[1:-1]
    parts: list[Part] = []
    position, closings = 0, _closings(value, 0, len(value))
    while True:
        found = _part(value, position, len(value), closings)
        if found is None:
            return None
        part, position = found
        parts.append(part)
        position = _skip_blanks(value, position)
        if position >= len(value):
            return parts if len(parts) > 1 or part[1] else part[0]
        if value[position] != "#":
            return None
        position = _skip_blanks(value, position + 1)


def _skip_blanks(text: str, position: int) -> int:
    while position < len(text) and text[position].isspace():
        position += 1
    return position


def _closings(text: str, start: int, end: int) -> Mapping[int, int]:
    """Offset of an opening brace -> the offset after its closing one, if it has one."""
    opened: list[int] = []
    closings: dict[int, int] = {}
    for brace in BRACE.finditer(text, start, end):
        if brace[0] == "{":
            opened.append(brace.start())
        elif opened:
            closings[opened.pop()] = brace.end()
    return closings


def _part(text: str, position: int, end: int, closings: Mapping[int, int]) -> tuple[Part, int] | None:
    """The part of a value that begins at ``position`` and the offset after it, or None if it does not end."""
    sign = text[position : position + 1]
    if sign == "{":
        behind = closings.get(position)
        return ((text[position + 1 : behind - 1], False), behind) if behind else None
    if sign == '"':
        at: int | None = position + 1
        while at and (mark := _QUOTE_OR_BRACE.search(text, at, end)):
            if mark[0] == '"':
                return (text[position + 1 : mark.start()], False), mark.end()
            at = closings.get(mark.start())  # a closing brace here has none: it ends what is around the value
        return None
    if bare := _BARE.match(text, position, end):
        return (bare[0], not bare[0].isdigit()), bare.end()
    return None


class Reader:
    """Reads a broken block field by field. at: the offset reached. problems: the faults found."""

    def __init__(self, text: str, start: int, end: int, line: int = 0) -> None:
        self.text, self.at, self.end = text, start, end
        self.problems: list[Problem] = []
        self._line, self._counted = line, start
        self._closings = _closings(text, start, end)
        self._end = ")" if text[start - 1 : start] == "(" else "}"
        self._last_line = False  # no field begins a line from here on

    def key(self) -> str:
        """The key, or "" if the block has none."""
        match = _KEY.match(self.text, self.at, self.end)
        if match is None or _FIELD.match(self.text, self.at, self.end):
            return ""
        self.at = match.end()
        if not match[2]:
            said = say("a comma is missing after the key {key}", key=match[1])
            self.problems.append(Problem.of(ProblemKind.SYNTAX, said))
        return match[1]

    def fields(self) -> Iterator[tuple[str, list[Part]]]:
        """Every field that can be made out, in order; anything between them is skipped and reported."""
        while True:
            while comment := _COMMENT.match(self.text, self.at, self.end):
                self.at = comment.end()
            match = _FIELD.match(self.text, self.at, self.end)
            if match is None:
                following = NEXT_FIELD.search(self.text, self.at, self.end)
                following = following or _SAME_LINE.search(self.text, self.at, self.end)
                between = self.text[self.at : following.start() if following else self.end]
                closing = CLOSING.match(between)
                if closing and not following:
                    self.at += closing.end()
                    if closing[0][-1] != self._end:
                        self._tell(say("the entry is not closed"))
                    return
                if following is None:
                    self.at = self.end
                    self._tell(say("the entry is not closed"))
                    return
                if between.strip(" \t\r\n,"):
                    self._tell(
                        say("a brace too many before {field}", field=following[1])
                        if not between.strip(" \t\r\n,})")
                        else say("unreadable: {text}", text=" ".join(between.split()).strip(" ,")[:60])
                    )
                elif "}" in following[0]:
                    self._tell(say("a brace too many before {field}", field=following[1]))
                self.at = following.end()
                match = following
            name, self.at = match[1], match.end()
            yield name, self._value(name)

    def _value(self, name: str) -> list[Part]:
        if typographic := _TYPOGRAPHIC.match(self.text, self.at, self.end):
            self.at = typographic.end()
            self._tell(say("{field} has no braces", field=name))
            return [(typographic[1], False)]
        parts: list[Part] = []
        while True:
            found = _part(self.text, self.at, self.end, self._closings)
            swallowed = found and name.lower() not in FREE_TEXT and SWALLOWED.search(self.text, self.at, found[1])
            swallowed = swallowed or (found and _TO_NEXT_QUOTE.search(found[0][0]))
            if found is None or swallowed or _skip_blanks(self.text, found[1]) >= self.end:
                return [*parts, (self._unclosed(name), False)]
            part, self.at = found
            parts.append(part)
            behind = _skip_blanks(self.text, self.at)
            sign = self.text[behind : behind + 1]
            if sign == "#":
                self.at = _skip_blanks(self.text, behind + 1)
                continue
            if sign not in ",})%" and behind < self.end:
                if _FIELD.match(self.text, behind, self.end):
                    self._tell(say("a comma is missing after {field}", field=name))
                elif part[1]:  # words without braces
                    line = _TO_COMMA.match(self.text, self.at, self.end)
                    if line:
                        self.at = line.end()
                        parts[-1] = (part[0] + line[0].rstrip(), False)
                        self._tell(say("{field} has no braces", field=name))
            return parts

    def _unclosed(self, name: str) -> str:
        """The text of a value that does not end: up to the next line that begins a field."""
        self._tell(say("{field} is not closed", field=name))
        following = None if self._last_line else NEXT_FIELD.search(self.text, self.at, self.end)
        self._last_line = following is None
        following = following or _SAME_LINE.search(self.text, self.at, self.end)
        end = following.start() if following else self.end
        value = self.text[self.at : end]
        self.at = end
        return re.sub(r"(?<!\\)[{}]", "", value.strip(' \t\r\n,})"{(' if not following else ' \t\r\n,"{'))

    def _tell(self, problem: Sentence) -> None:
        self._line += self.text.count("\n", self._counted, self.at)
        self._counted = max(self._counted, self.at)
        said = say("{problem} (line {n})", problem=problem, n=self._line + 1)
        self.problems.append(Problem.of(ProblemKind.SYNTAX, said))
