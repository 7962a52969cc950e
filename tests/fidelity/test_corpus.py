"""Made-up documents of 1 to some 45 pages against LibreOffice, to the goal of `layout.md`."""

from __future__ import annotations

import pytest

from bcdesk.painting.fonts import FontMeasure
from tests.fidelity.corpus import Kind, documents
from tests.fidelity.judge import Judge
from tests.fidelity.office import installed, profile_of
from tests.fidelity.run import DOCUMENTS, LINES, NEAR, PAGES

pytestmark = [pytest.mark.office, pytest.mark.slow]
SEED = 2026


@pytest.fixture(scope="module")
def judge(qapp, tmp_path_factory):
    office = installed()
    return Judge(office, FontMeasure(), profile_of(office.version()), tmp_path_factory.mktemp("office"))


@pytest.fixture(scope="module")
def verdict(judge):
    return judge.verdict("text", documents(SEED, 20))


def test_libreoffice_shows_the_documents_whole(verdict):
    assert not verdict.lost
    assert verdict.lines > 10_000


def test_lines_are_those_of_libreoffice(verdict):
    assert verdict.line_share >= LINES, verdict.differences


def test_pages_are_those_of_libreoffice(verdict):
    assert verdict.page_share >= PAGES, verdict.differences


def test_documents_are_those_of_libreoffice_from_first_to_last_line(verdict):
    assert verdict.document_share >= DOCUMENTS, verdict.differences


def test_lines_stand_within_half_a_point_of_libreoffices(verdict):
    assert verdict.near_share >= NEAR


def test_no_document_has_more_or_fewer_pages(verdict):
    assert verdict.wrong_counts == [], verdict.differences


def test_the_same_seed_makes_the_same_documents():
    assert documents(7, 2, Kind.MERGED) == documents(7, 2, Kind.MERGED)
