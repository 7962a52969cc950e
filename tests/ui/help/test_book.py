from __future__ import annotations

import re
import unicodedata

import pytest

from bcdesk.checks.rules import RULES
from bcdesk.ui.help.book import CONTENTS, Topic, open_book
from bcdesk.ui.help.places import topic_of_rule
from bcdesk.ui.help.shortcuts import shortcuts

BOOK = open_book((shortcuts(),))
TOPICS = list(BOOK.topics.values())
FIGURES = re.compile(r"\d+–\d+(?: mm)?|cỡ \d+(?!–)\b|\d+ pt|1,27 cm|1,5 dòng|1/3 đến 1/2")
KEYS = re.compile(r"(?:(?:Ctrl|Alt|Shift)\+)+(?:F\d+|\w+|[↑↓←→+−])|\bF\d+\b")
PLAIN_KEYS = {"Ctrl+V", "Shift+Tab"}  # as everywhere
topics = pytest.mark.parametrize("topic", TOPICS, ids=lambda topic: topic.id)


@topics
def test_a_topic_is_nfc(topic: Topic):
    assert unicodedata.is_normalized("NFC", topic.markdown)


@topics
def test_a_topic_begins_with_its_title_and_says_something(topic: Topic):
    assert topic.markdown.startswith(f"# {topic.title}\n\n")
    assert len(topic.lines) > 1


@topics
def test_every_link_leads_to_another_topic(topic: Topic):
    assert [link for link in topic.links if BOOK.topic(link) is None or link == f"{topic.id}.md"] == []


@topics
def test_nothing_in_a_topic_is_elsewhere(topic: Topic):
    assert re.findall(r"https?:|www\.|<\w+|!\[", topic.markdown) == []


@topics
def test_every_key_a_topic_names_stands_in_the_list_of_keys(topic: Topic):
    listed = set(KEYS.findall(BOOK.topics["shortcuts"].markdown)) | PLAIN_KEYS
    assert set(KEYS.findall(topic.markdown)) - listed == set()


def test_the_contents_name_every_topic_once():
    named = [link.removesuffix(".md") for link in BOOK.topics[CONTENTS].links]
    assert sorted(named) == sorted(set(BOOK.topics) - {CONTENTS})


def test_no_two_topics_are_called_alike():
    assert len({topic.title for topic in TOPICS}) == len(TOPICS)


def test_the_topics_stand_in_the_order_of_the_contents():
    assert list(BOOK.topics)[:3] == [CONTENTS, "start", "questions"]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_the_figures_of_a_rule_stand_in_its_topic(rule):
    said = " ".join(BOOK.topics[topic_of_rule(rule.id)].lines)
    figures = [figure.removeprefix("cỡ ") for figure in FIGURES.findall(rule.clause.partition("(NĐ")[0])]
    assert [figure for figure in figures if figure not in said] == []


@pytest.mark.parametrize("rule", [rule for rule in RULES if "Phụ lục I," in rule.clause], ids=lambda rule: rule.id)
def test_the_topic_of_a_rule_of_the_decree_says_where_it_stands_there(rule):
    topic = BOOK.topics[topic_of_rule(rule.id)]
    assert any("Nghị định 30/2020/NĐ-CP, Phụ lục I" in clause for clause in topic.clauses)


def test_what_is_typed_without_marks_is_found():
    assert BOOK.search("quoc hieu")[0].topic.id == "national-title"


def test_what_is_typed_with_marks_is_found():
    assert BOOK.search("Kính gửi")[0].topic.id == "addressees"


def test_a_topic_called_so_comes_before_one_that_only_speaks_of_it():
    found = [each.topic.id for each in BOOK.search("sao lưu")]
    assert found[0] == "backup"
    assert "saving" in found


def test_a_word_is_found_by_its_beginning_not_by_its_middle():
    book = open_book((Topic("mot", "# Một\n\nChuyển đi xa\n"),))
    ids = {each.topic.id for each in book.search("uyen")}
    assert "mot" not in ids
    assert "mot" in {each.topic.id for each in book.search("chuy xa")}


def test_the_line_that_was_found_shows_the_words():
    found = BOOK.search("gộp ô")[0]
    assert found.topic.id == "table"
    assert [found.line.text[start:end] for start, end in found.line.words][:1] != []


@pytest.mark.parametrize("typed", ["", "  ", "...", "xyzzy"])
def test_where_nothing_is_looked_for_nothing_is_found(typed: str):
    assert BOOK.search(typed) == ()


@pytest.mark.parametrize("link", ["https://thuvien.example/number.md", "../number.md", "number", "", "nowhere.md"])
def test_a_link_out_of_the_book_leads_nowhere(link: str):
    assert BOOK.topic(link) is None
