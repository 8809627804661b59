from tests.resolving.snapshot.conftest import dump as dump
