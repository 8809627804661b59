"""The command line: the parser and the handling of errors. Each command is a file beside this one.

Exit codes: 0 nothing at or above --fail-on; 1 findings; 2 bad use or unreadable input; 3 some reference could not be
checked, and nothing worse was found; 70 an internal error; 74 output that cannot be written; 130 after Ctrl-C, 143
after the signal to end (SIGTERM).
"""

from __future__ import annotations

import argparse
import atexit
import gc
import importlib
import os
import shlex
import signal
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NoReturn, Protocol, cast

from refcheck._version import __version__
from refcheck.cli.completion import SHELLS, script
from refcheck.cli.screen import BAD_USE, BROKEN, OK, STOPPED, complain, deliver, hold_streams
from refcheck.collector import seldom
from refcheck.errors import RefcheckError, Unwritable, fault
from refcheck.files import LONGEST_PATH

DISTRIBUTION = "refcheck-editorial"
"""The name on the package index, where "refcheck" is another tool, with a command and a module of that name."""


class Command(Protocol):
    """The interface of a command's module."""

    def fill(self, parser: argparse.ArgumentParser, /) -> None:
        """Give the command its options."""

    def run(self, options: argparse.Namespace, /) -> int:
        """Do the work and return the exit code. Raises RefcheckError for bad input."""


COMMANDS: Mapping[str, str] = {
    "check": "check the bibliographies of articles",
    "init": "set up a repository: configuration, lock, CI",
    "bib": "write an article's bibliography as BibTeX, CSL-JSON or RIS",
    "lock": "ask the registers and keep their answers in refcheck.lock",
    "index": "put a dump of Crossref, DataCite or OpenAlex into an index on this machine",
    "summary": "sum up the reports of an archive, made with --format jsonl",
    "explain": "explain what a check means, how sure it is and how to fix what it finds",
}
"""What each is for. The module of the same name is loaded when the command is called: others are not waited for."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code. argv: the words after ``refcheck``, None for those of the process."""
    hold_streams()
    if argv is None:
        signal.signal(signal.SIGTERM, _stop)
        seldom()
        atexit.register(gc.freeze)  # an end takes everything with it: going through it all first is an eighth of a run
    words = sys.argv[1:] if argv is None else list(argv)
    if any(Path(__file__).parents[2].glob("refcheck-[0-9]*.dist-info")):
        complain(
            "another tool, the package refcheck, is installed in this environment and writes into the same files; "
            f"give {DISTRIBUTION} an environment of its own"
        )
    if meant := _meant(words):
        complain(meant)
        return BAD_USE
    try:
        options, unknown = command_line(words).parse_known_args(words)
        if unknown:
            complain(_unknown(words, unknown))
            return BAD_USE
        return int(options.run(options))
    except RefcheckError as error:
        complain(str(error))
        return error.exit_code
    except KeyboardInterrupt as stopped:
        complain("stopped; what the registers answered so far is kept in the cache")
        return STOPPED + next(iter(stopped.args), signal.SIGINT)
    except BrokenPipeError:
        # The reader of a pipe (head, less) has gone; flushing the rest on exit must not fail again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK
    except OSError as error:  # a full disk, a folder that is a file: of the machine, not of refcheck
        complain(f"{error.filename or 'input or output'}: {error.strerror or error}")
        return Unwritable.exit_code
    except Exception as error:
        if os.environ.get("REFCHECK_DEBUG"):
            raise
        complain(f"{fault(error)} (please report it; REFCHECK_DEBUG=1 shows where)")
        return BROKEN


def _stop(number: int, _: object) -> NoReturn:
    """End as after Ctrl-C: a job that is cancelled gets SIGTERM."""
    raise KeyboardInterrupt(number)


def _meant(words: Sequence[str]) -> str:
    """The message for a first word that is not a command, with the one meant; "" where argparse has its own."""
    if not words or words[0].startswith("-") or words[0] in COMMANDS:
        return ""
    rest = shlex.join(words)
    if Path(words[0][:LONGEST_PATH]).suffix or os.path.exists(words[0][:LONGEST_PATH]):  # noqa: PTH110 - takes any text
        return f"{words[0]} is not a command; did you mean: refcheck check {rest}? (see refcheck --help)"
    near = _nearest(words[0], COMMANDS)
    if not near:
        return ""
    meant = shlex.join([near, *words[1:]])
    return f"{words[0]} is not a command; did you mean: refcheck {meant}? (see refcheck --help)"


def _unknown(words: Sequence[str], unknown: Sequence[str]) -> str:
    """The message for unknown options, with the nearest known one if there is any."""
    command = next(word for word in words if word in COMMANDS)
    near = _nearest(unknown[0].partition("=")[0], _described(command)._option_string_actions)
    meant = f"; did you mean {near}?" if near else ""
    return f"{command} does not take {shlex.join(unknown)}{meant} (see refcheck {command} --help)"


def _nearest(word: str, possible: Iterable[str]) -> str:
    from difflib import get_close_matches  # where something is misspelt, and else not waited for

    return next(iter(get_close_matches(word, list(possible), n=1)), "")


def help_of(command: str) -> str:
    """The --help text of a command, as the documentation quotes it. Raises KeyError for an unknown one."""
    return _described(command).format_help()


class _Parser(argparse.ArgumentParser):
    def __init__(self, **options: Any) -> None:
        super().__init__(**options, allow_abbrev=False)  # "--only x" asks what was meant, and is not --only-missing

    def print_help(self, file: object = None) -> None:
        """Print --help; where standard output is full or closed, the error is reported as for any output."""
        deliver(self.format_help(), None)

    def error(self, message: str) -> NoReturn:
        """Report bad use in one line, like any bad input."""
        self.exit(BAD_USE, f"{self.prog}: {message} (see {self.prog} --help)\n")


def command_line(words: Iterable[str] = COMMANDS) -> argparse.ArgumentParser:
    """The parser of all commands, with options only for the commands among ``words``, since adding them takes time.

    The manual page and shell completion need all of them.
    """
    parser = _Parser(
        prog="refcheck",
        description="Read an article, find its bibliography, resolve every reference and flag what does not hold.",
        epilog="Exit codes: 0 nothing to report; 1 findings; 2 bad use or unreadable input; 3 not all was checked.",
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="print the version and exit")
    parser.add_argument(
        "--completion", action=_Completion, choices=SHELLS, help="print a completion script for a shell"
    )
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    named = set(words)
    for name, summary in COMMANDS.items():
        own = commands.add_parser(name, help=summary)
        if name in named:
            _described(name, own)
    return parser


def _described(name: str, parser: argparse.ArgumentParser | None = None) -> argparse.ArgumentParser:
    """The parser of a command, or the one given, with all that the command's module says of it."""
    parser = parser or _Parser(prog=f"refcheck {name}")
    command = cast(Command, importlib.import_module(f"refcheck.cli.{name}"))
    parser.description = f"{COMMANDS[name][0].upper()}{COMMANDS[name][1:]}."
    command.fill(parser)
    parser.set_defaults(run=command.run)
    return parser


class _Completion(argparse.Action):
    def __call__(self, parser: argparse.ArgumentParser, _: object, shell: object, *__: object) -> None:
        deliver(script(command_line(), str(shell)), None)
        parser.exit()


class _Version(argparse.Action):
    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        deliver(f"{DISTRIBUTION} {__version__}\n", None)
        parser.exit()
