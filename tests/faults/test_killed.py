from __future__ import annotations

import pytest

from tests.faults.killing import kill_many

pytestmark = pytest.mark.slow


def test_fifty_clerks_killed_at_random_instants_lose_at_most_three_seconds(tmp_path):
    assert list(kill_many(tmp_path, 50)) == []
