"""What the tests here share."""

from __future__ import annotations

REFERENCES = (
    "Bowlby, J. (1969). Attachment and loss. Basic Books.",
    "Kuhn TS. The structure of scientific revolutions. Chicago: University of Chicago Press; 1962.",
    "x",
    "Müller, A.: „Über Bindung“, in: Psychologie heute 12 (1998), H. 3, S. 5–9.",
)
