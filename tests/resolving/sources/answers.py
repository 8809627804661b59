"""What the tests here share."""

from __future__ import annotations


def asked(source, question):
    return source.look_up([question])[question]
