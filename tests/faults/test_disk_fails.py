from __future__ import annotations

from collections import defaultdict

import pytest

from bcdesk.storage.journal import Journal
from tests.faults.plug import pull_plug, watch_clerk

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module", params=Journal)
def failures(request, tmp_path_factory):
    """The log of a disk that failed at each operation of a save, and what the clerk was told, by fault."""
    work = tmp_path_factory.mktemp("disk")
    log, printed = watch_clerk(work, request.param, "failing_child")
    told = defaultdict(list)
    for line in printed.splitlines():
        fault, _, sentence = line.split("\t")
        told[fault].append(sentence)
    return request.param, log, told


def test_a_disk_that_fails_at_any_write_of_a_save_loses_nothing_told_as_saved(failures, tmp_path, monkeypatch):
    journal, log, _ = failures
    monkeypatch.setattr("bcdesk.storage.database.journal_for", lambda _: journal)
    assert list(pull_plug(log, tmp_path, points=200)) == []


def test_a_full_disk_is_told_with_what_to_do(failures):
    assert any("Xóa bớt tệp" in sentence for sentence in failures[2]["ENOSPC"])


@pytest.mark.parametrize("fault", ["EIO", "EROFS"])
def test_a_disk_that_fails_is_told_with_what_to_look_at(failures, fault):
    told = {sentence for sentence in failures[2][fault] if sentence != "saved"}
    assert told
    assert all("Kiểm tra ổ đĩa" in sentence for sentence in told)
