"""The capitals a word or a title has in its place."""

from __future__ import annotations


def cased_like(word: str, model: str) -> str:
    """`word` in capitals, with a capital or in small letters, as `model` is."""
    if len(model) > 1 and model.isupper():
        return word.upper()
    return word[:1].upper() + word[1:] if model[:1].isupper() else word


def in_sentence(title: str) -> str:
    """A title as it goes on in a sentence: it begins small, but for an abbreviation (`CCHC quý I`)."""
    return title if title[1:2].isupper() else title[:1].lower() + title[1:]
