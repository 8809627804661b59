"""One file per check; the slug is the file name with "-" for "_". To add a check, add a file here."""
