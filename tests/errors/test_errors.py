from __future__ import annotations

import inspect
from collections.abc import Iterator
from pathlib import Path

import pytest

from bcdesk.errors import KnownError

PATH = Path("thẻ nhớ {1}") / "báo cáo {2}.docx"
FACTS = {"path": PATH, "line": 31, "advice": "Lưu lại thành .docx."}


def concrete(error: type[KnownError]) -> Iterator[type[KnownError]]:
    """The errors that are raised: those without a narrower one."""
    narrower = error.__subclasses__()
    if not narrower:
        yield error
    for each in narrower:
        yield from concrete(each)


@pytest.mark.parametrize("error", [*concrete(KnownError)])
def test_every_sentence_names_its_facts_and_says_what_to_do(error):
    facts = {name: FACTS.get(name, f"[{name}]") for name in inspect.signature(error).parameters}
    sentence = str(error(**facts))
    named = [(PATH.name, str(PATH.parent)) if fact == PATH else (str(fact),) for fact in facts.values()]
    assert [names for names in named if not any(name in sentence for name in names)] == []
    trouble, _, advice = sentence.partition(". ")
    assert trouble
    assert advice.endswith(".")
