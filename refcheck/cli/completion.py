"""refcheck --completion SHELL: a script that completes commands, options, files and names of checks in a shell."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

SHELLS = ("bash", "zsh", "tcsh")
FILES = ("paths", "path", "folder")  # arguments that name files but are parsed as text


def script(parser: argparse.ArgumentParser, shell: str) -> str:
    """The completion script for a shell, one of SHELLS, made from the parser."""
    import shtab

    from refcheck.checks.base import registry

    for action in _actions(parser):
        if action.type is Path or action.dest in FILES:
            action.complete = shtab.FILE  # type: ignore[attr-defined]  # shtab reads this attribute
        elif action.dest == "check":
            action.choices = list(registry())
    return str(shtab.complete(parser, shell))


def _actions(parser: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for command in action.choices.values():
                yield from _actions(command)
        else:
            yield action
