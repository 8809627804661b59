"""The nouns, one file per stage; ``refcheck.model`` exports them all."""
