"""One file per format, which turns bytes or text into a Document."""
