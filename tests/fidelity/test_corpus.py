"""Made-up documents of 1 to 12 pages against LibreOffice, to the goal of `layout.md`."""

from __future__ import annotations

import pytest

from bcdesk.painting.fonts import FontMeasure
from tests.fidelity.corpus import documents
from tests.fidelity.judge import judge
from tests.fidelity.run import LINES, PAGES

pytestmark = [pytest.mark.office, pytest.mark.slow]


@pytest.fixture(scope="module")
def verdict(qapp, tmp_path_factory):
    return judge(documents(2026, 12), FontMeasure(), tmp_path_factory.mktemp("office"))


def test_libreoffice_shows_the_documents_whole(verdict):
    assert not verdict.lost
    assert verdict.lines > 3000


def test_lines_are_those_of_libreoffice(verdict):
    assert verdict.line_share >= LINES, verdict.differences


def test_pages_are_those_of_libreoffice(verdict):
    assert verdict.page_share >= PAGES, verdict.differences


def test_no_document_has_more_or_fewer_pages(verdict):
    assert verdict.wrong_counts == 0, verdict.differences


def test_the_same_seed_makes_the_same_documents():
    assert documents(7, 2) == documents(7, 2)
