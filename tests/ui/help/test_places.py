"""Whatever can have the keyboard has a topic; what is declared exists."""

from __future__ import annotations

import importlib
import pkgutil

import pytest

import bcdesk.ui
from bcdesk.checks.rules import RULES
from bcdesk.report.report import Appendix, Report
from bcdesk.ui.actions import ACTIONS
from bcdesk.ui.dialogs.dialog import Dialog
from bcdesk.ui.editor import headerfields
from bcdesk.ui.editor.headerfields import Row
from bcdesk.ui.help import places
from bcdesk.ui.help.book import open_book
from bcdesk.ui.help.shortcuts import shortcuts
from bcdesk.vietnamese.misspelling import Kind
from tests.ui.editor.conftest import made_report

BOOK = open_book((shortcuts(),))


def modules():
    for found in pkgutil.walk_packages(bcdesk.ui.__path__, "bcdesk.ui."):
        yield importlib.import_module(found.name)


def classes() -> dict[str, type]:
    return {
        name: kind
        for module in modules()
        for name, kind in vars(module).items()
        if isinstance(kind, type) and kind.__module__ == module.__name__
    }


def rows() -> list[Row]:
    lists = [value for value in vars(headerfields).values() if isinstance(value, tuple | Row)]
    return [row for each in lists for row in ((each,) if isinstance(each, Row) else each) if isinstance(row, Row)]


def test_every_action_has_a_topic():
    assert {spec.id for spec in ACTIONS} - set(places.ACTIONS) == set()


def test_every_field_of_the_forms_has_a_topic():
    fields = [entry.source.name for row in rows() for entry in row.entries]
    assert len(fields) > 20
    assert set(fields) - set(places.PARTS) == set()


def test_every_dialog_has_a_topic():
    dialogs = {name for name, kind in classes().items() if issubclass(kind, Dialog) and kind is not Dialog}
    assert {
        name for name in dialogs if not any(base.__name__ in places.VIEWS for base in classes()[name].__mro__)
    } == set()


def test_every_view_that_is_declared_exists():
    assert set(places.VIEWS) - set(classes()) == set()


@pytest.mark.parametrize("table", ["PARTS", "RULES", "ACTIONS", "FIELDS", "VIEWS"])
def test_every_topic_that_is_declared_is_written(table: str):
    assert set(getattr(places, table).values()) - set(BOOK.topics) == set()


def test_every_rule_of_the_decree_has_a_topic_of_its_own():
    assert {rule.id for rule in RULES if places.topic_of_rule(rule.id) == places.ANY_RULE} == set()


def test_the_longest_beginning_of_a_rule_counts():
    assert (places.topic_of_rule("ND-01"), places.topic_of_rule("ND-14")) == ("content", "bases")


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_of_misspelling_has_a_topic(kind: Kind):
    assert places.topic_of_rule(kind) == "spelling"


def test_a_rule_nobody_has_written_about_is_explained_by_the_check():
    assert places.topic_of_rule("date-year") == places.ANY_RULE


def test_a_section_and_an_appendix_have_topics():
    from dataclasses import replace

    report: Report = replace(made_report(), appendices=(Appendix("p1"),))
    assert places.topic_of_part(report, "p1") == "appendix"
    assert places.topic_of_part(report, report.sections[0].id) == "content"
