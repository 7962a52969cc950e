from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def _fonts(qapp):
    """Pages are measured with the fonts of the machine, which Qt reads."""
