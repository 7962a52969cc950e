from __future__ import annotations

import pytest

from bcdesk.storage.journal import Journal
from tests.faults.plug import pull_plug, watch_clerk

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("journal", Journal)
def test_a_power_cut_at_200_instants_loses_nothing_told_as_saved(tmp_path, monkeypatch, journal):
    monkeypatch.setattr("bcdesk.storage.database.journal_for", lambda _: journal)
    log = watch_clerk(tmp_path, journal).log
    assert list(pull_plug(log, tmp_path / "left", points=200)) == []
