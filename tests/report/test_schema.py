from __future__ import annotations

import json

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator

from bcdesk.places import resources
from bcdesk.report.record import encode
from tests.report.schema import report_schema
from tests.report.strategies import reports

pytestmark = pytest.mark.slow

PUBLISHED = json.loads((resources() / "schema" / "report.schema.json").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(PUBLISHED)


def test_the_published_schema_is_that_of_the_code():
    """To publish a change: write `json.dumps(report_schema(), ensure_ascii=False, indent=1)` and a line end into it."""
    assert report_schema() == PUBLISHED


def test_the_schema_is_a_schema():
    Draft202012Validator.check_schema(PUBLISHED)


@given(reports())
def test_every_report_fits_the_schema(report):
    VALIDATOR.validate(encode(report))


@pytest.mark.parametrize("wrong", [{"version": 1}, {"kind": 5}, {"foo": ""}, {"sections": [{"title": "I"}]}])
def test_the_schema_refuses_what_the_codec_refuses(wrong):
    period = {"type": "year", "year": 2024}
    assert not VALIDATOR.is_valid({"version": 2, "kind": "khac", "period": period, "office": {}, **wrong})
