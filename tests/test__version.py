"""The version is said in one place for each reader."""

import tomllib
from pathlib import Path

import refcheck
from refcheck._version import __version__


def test_the_package_is_built_as_the_version_it_says() -> None:
    project = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == __version__ == refcheck.__version__
