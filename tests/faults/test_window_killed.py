from __future__ import annotations

import pytest

from tests.faults.killing_window import kill_windows

pytestmark = pytest.mark.slow


def test_five_windows_killed_under_the_keys_lose_at_most_three_seconds(tmp_path):
    assert list(kill_windows(tmp_path, 5)) == []
