"""Giving a suggestion the capitals of what it replaces."""

from __future__ import annotations


def cased_like(word: str, model: str) -> str:
    """`word` in capitals, with a capital or in small letters, as `model` is."""
    if len(model) > 1 and model.isupper():
        return word.upper()
    return word[:1].upper() + word[1:] if model[:1].isupper() else word
