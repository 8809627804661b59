"""Files are written whole or not at all."""

from __future__ import annotations

import os
import socket
import threading
from pathlib import Path

import pytest

from refcheck.errors import RefcheckError, Unwritable
from refcheck.files import is_stream, read_lines, read_regular, write_atomically


def test_new_and_replaced(tmp_path: Path) -> None:
    target = tmp_path / "out.txt"
    write_atomically(target, "één\n")
    assert target.read_bytes() == "één\n".encode()
    target.chmod(0o640)
    write_atomically(target, "two\n")
    assert target.read_text() == "two\n"
    assert target.stat().st_mode & 0o777 == 0o640
    assert [p.name for p in tmp_path.iterdir()] == ["out.txt"]


def test_a_link_is_followed_not_replaced(tmp_path: Path) -> None:
    real = tmp_path / "real.txt"
    real.write_text("old")
    link = tmp_path / "link.txt"
    link.symlink_to(real)
    write_atomically(link, "new")
    assert link.is_symlink()
    assert real.read_text() == "new"


@pytest.mark.fault("the place for a report cannot be written", "one line; what was there stays", "74")
def test_nothing_is_left_when_it_fails(tmp_path: Path) -> None:
    target = tmp_path / "out.txt"
    target.write_text("old")
    with pytest.raises(RefcheckError, match="not in utf-8"):
        write_atomically(target, "\ud800")
    assert target.read_text() == "old"
    assert [p.name for p in tmp_path.iterdir()] == ["out.txt"]


def test_a_place_that_cannot_be_written_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(RefcheckError, match=r"nowhere/out\.txt: cannot be written"):
        write_atomically(tmp_path / "nowhere" / "out.txt", "x")


@pytest.mark.fault("a report goes to a device, a pipe or a socket", "it is written into, never replaced", "as found")
def test_a_pipe_is_written_into_and_stays_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    got: list[str] = []
    reader = threading.Thread(target=lambda: got.append(pipe.read_text()))
    reader.start()
    write_atomically(pipe, ["a report", ", in pieces"])
    reader.join(timeout=10)
    assert got == ["a report, in pieces"]
    assert pipe.is_fifo()


def test_a_socket_stays_a_socket(tmp_path: Path) -> None:
    place = tmp_path / "s"
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(place))
        with pytest.raises(Unwritable, match="cannot be written"):
            write_atomically(place, "x")
        assert place.is_socket()


def test_only_regular_files_within_bounds_are_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(OSError, match="not a regular file"):
        read_regular(tmp_path / "pipe", 10)
    (tmp_path / "long").write_bytes(b"x" * 11)
    with pytest.raises(OSError, match="larger than"):
        read_regular(tmp_path / "long", 10)
    assert read_regular(tmp_path / "long", 11) == b"x" * 11
    with pytest.raises(OSError, match="null"):
        read_regular(tmp_path / "a\0b", 10)


def test_lines_are_read_within_bounds(tmp_path: Path) -> None:
    (tmp_path / "lines").write_bytes(b"12345\n123456\n")
    assert list(read_lines(tmp_path / "lines", 7)) == [b"12345\n", b"123456\n"]
    with pytest.raises(OSError, match="a line is longer than"):
        list(read_lines(tmp_path / "lines", 6))
    with pytest.raises(OSError, match="a line is longer than"):
        next(read_lines(Path("/dev/zero"), 1000))


def test_a_stream_is_told_from_a_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "file").touch()
    (tmp_path / "link").symlink_to("pipe")
    found = [is_stream(path) for path in (tmp_path / "pipe", tmp_path / "link", tmp_path, Path(os.devnull))]
    assert found == [True] * 4
    assert not any(is_stream(path) for path in (tmp_path / "file", tmp_path / "new", tmp_path / "a\0b"))


def test_links_in_a_circle_are_one_line_and_stay(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    with pytest.raises(Unwritable, match="symbolic links"):
        write_atomically(tmp_path / "a", "x")
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_symlink()) == ["a", "b"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root gives files away")
def test_a_file_keeps_its_owner(tmp_path: Path) -> None:
    target = tmp_path / "a"
    target.write_text("old")
    os.chown(target, 1234, 1234)
    write_atomically(target, "new")
    assert (target.stat().st_uid, target.stat().st_gid, target.read_text()) == (1234, 1234, "new")
