from __future__ import annotations

import pytest

from tests.faults.killing_window import kill_windows
from tests.faults.screen import ComposingScreen

pytestmark = pytest.mark.slow


def test_five_windows_killed_under_the_keys_lose_at_most_three_seconds(tmp_path):
    assert list(kill_windows(tmp_path, 5)) == []


@pytest.mark.skipif(not ComposingScreen.can_be(), reason="ibus-unikey is not installed")
def test_windows_killed_while_an_input_method_composes_lose_at_most_three_seconds(tmp_path):
    assert list(kill_windows(tmp_path, 3, composing=True)) == []
