from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bcdesk.storage.database import FILE_NAME, open_store


class Days:
    """A clock that goes on by a day at each look."""

    def __init__(self):
        self.day = datetime(2024, 3, 1, 7, 30, tzinfo=UTC)

    def __call__(self):
        self.day += timedelta(days=1)
        return self.day


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "dữ liệu"


@pytest.fixture
def path(folder):
    return folder / FILE_NAME


@pytest.fixture
def store(folder):
    store = open_store(folder, now=Days(), wait=0)
    yield store
    store.close()
