"""One file per register."""
