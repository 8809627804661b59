"""Making a snapshot, dumps -> reduce -> build: the published files, each record as a Work, the index built of them."""
