"""Lists of references: finding them, splitting them into entries, and joining broken entries."""
