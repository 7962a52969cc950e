"""Kính gửi: the bodies the report goes up to."""

from __future__ import annotations

from bcdesk.report.report import Place
from bcdesk.sheet.form import Form
from bcdesk.sheet.lengths import mm, pt
from bcdesk.sheet.sheet import Align, Paragraph
from bcdesk.sheet.styles import Name

LABEL = "Kính gửi:"
HYPHEN = "- "
FARTHEST_LEFT = mm(35)
CLOSING_SIGNS = (";", ".", ",")
SPACE_BELOW = pt(12)


def addressees(names: tuple[str, ...], form: Form) -> tuple[Paragraph, ...]:
    """One addressee on the label's line, several each on a line of its own (KG-03, KG-04); nothing for none."""
    kept = tuple((index, name.strip()) for index, name in enumerate(names) if name.strip())
    if len(kept) == 1:
        return (_only(*kept[0], form),)
    return _several(kept, form) if kept else ()


def _only(index: int, name: str, form: Form) -> Paragraph:
    text = f"{LABEL} {name}"
    return form.centred(
        Name.ADDRESSEES, text, Place("addressees", index), len(LABEL) + 1, align=Align.CENTER, after=SPACE_BELOW
    )


def _several(names: tuple[tuple[int, str], ...], form: Form) -> tuple[Paragraph, ...]:
    """The label, then the names with their hyphens under its colon, all together in the middle of the column."""
    lines = [_item(name, last=place == len(names)) for place, (_, name) in enumerate(names, 1)]
    colon, hyphen = form.width(Name.ADDRESSEES, LABEL[:-1]), form.width(Name.ADDRESSEES, HYPHEN)
    widest = colon + max(form.width(Name.ADDRESSEES, line) for line in lines)
    label_left = round(min(max(form.column - widest, 0) / 2, FARTHEST_LEFT))
    left, first = label_left + round(colon + hyphen), -round(hyphen)
    label = form.line(Name.ADDRESSEES, LABEL, Place("addressees"), len(LABEL), left=label_left, after=0)
    items = [
        form.line(Name.ADDRESSEES, line, Place("addressees", index), len(HYPHEN), left=left, first=first, after=0)
        for (index, _), line in zip(names, lines, strict=True)
    ]
    return (label, *items[:-1], items[-1].formatted(after=SPACE_BELOW))


def _item(name: str, *, last: bool) -> str:
    sign = "" if name.endswith(CLOSING_SIGNS) else "." if last else ";"
    return f"{HYPHEN}{name}{sign}"
