"""The book of help: its topics as Markdown, the words in them, and what is found there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from bcdesk.places import resources
from bcdesk.report.excerpt import Excerpt, excerpt, words_of
from bcdesk.vietnamese.folding import fold
from bcdesk.vietnamese.text import nfc

CONTENTS = "contents"
ENDING = ".md"
_HEAD, _CLAUSE = "# ", "> "
_LINK = re.compile(r"\[([^\]]*)\]\(([^)\s]*)\)")
_SIGNS = re.compile(r"^[#>\-\d. ]*|\*\*|[|`]|:?-{3,}:?")


@dataclass(frozen=True)
class Topic:
    """A page of help: `markdown` begins with its title; what the decree says stands in it as a quotation."""

    id: str
    markdown: str

    @cached_property
    def title(self) -> str:
        """What the page is called."""
        return self.markdown.partition("\n")[0].removeprefix(_HEAD).strip()

    @cached_property
    def clauses(self) -> tuple[str, ...]:
        """What the decree says, line by line, as plain words."""
        return tuple(_plain(line) for line in self.markdown.splitlines() if line.startswith(_CLAUSE))

    @cached_property
    def links(self) -> tuple[str, ...]:
        """Where its links lead, as written."""
        return tuple(target for _, target in _LINK.findall(self.markdown))

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """Its words line by line, without signs of Markdown."""
        return tuple(filter(None, map(_plain, self.markdown.splitlines())))

    @cached_property
    def folded(self) -> tuple[str, ...]:
        """Its lines without marks, for finding."""
        return tuple(map(fold, self.lines))


@dataclass(frozen=True, slots=True)
class Found:
    """A topic that holds the words looked for, and its line with most of them."""

    topic: Topic
    line: Excerpt


@dataclass(frozen=True)
class Book:
    """The topics by their id, in the order of the contents."""

    topics: Mapping[str, Topic]

    def topic(self, link: str) -> Topic | None:
        """The topic a link leads to; None where it leads out of the book."""
        return self.topics.get(link.removesuffix(ENDING)) if link.endswith(ENDING) else None

    def search(self, typed: str) -> tuple[Found, ...]:
        """The topics with every word typed, marks or none: first in their title, then in one line, then at all."""
        words = words_of(typed)
        keys = [fold(word) for word in words]
        told = [topic for topic in self.topics.values() if topic.id != CONTENTS]
        held = [topic for topic in told if words and _holds("\n".join(topic.folded), keys)]
        held.sort(
            key=lambda topic: (not _holds(topic.folded[0], keys), not any(_holds(it, keys) for it in topic.folded))
        )
        return tuple(Found(topic, excerpt(topic.lines[1:], topic.folded[1:], words)) for topic in held)


def link_to(topic_id: str) -> str:
    """The link to a topic."""
    return f"{topic_id}{ENDING}"


def open_book(extra: Iterable[Topic] = ()) -> Book:
    """The book as it lies in the resources, with `extra` topics, in the order in which the contents name them."""
    texts = (resources() / "help").glob(f"*{ENDING}")
    read = [Topic(path.stem, nfc(path.read_text(encoding="utf-8"))) for path in texts]
    by_id = {topic.id: topic for topic in (*read, *extra)}
    named = [link.removesuffix(ENDING) for link in by_id[CONTENTS].links]
    order = {topic_id: place for place, topic_id in enumerate((CONTENTS, *named))}
    return Book({name: by_id[name] for name in sorted(by_id, key=lambda name: order.get(name, len(order)))})


def _holds(folded: str, keys: Iterable[str]) -> bool:
    """Whether each of the words begins a word of the text."""
    return all(re.search(rf"(?<![^\W_]){re.escape(key)}", folded) for key in keys)


def _plain(line: str) -> str:
    return _SIGNS.sub("", _LINK.sub(r"\1", line)).strip()
