"""Whether lines look as the decree prescribes: sizes, weight, slant, place in the column."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bcdesk.checks.lines import Line
from bcdesk.checks.rule import Remark
from bcdesk.sheet.sheet import Align


@dataclass(frozen=True, slots=True)
class Look:
    """What is prescribed: sizes in half-points from `smallest` to `largest`; None leaves a thing open."""

    smallest: int
    largest: int
    bold: bool | None = None
    italic: bool | None = False
    align: Align | None = None

    @property
    def words(self) -> str:
        """The look as an office says it: `cỡ 13–14, đứng, đậm, canh giữa`."""
        sizes = points(self.smallest)
        if self.largest != self.smallest:
            sizes += f"–{points(self.largest)}"
        return ", ".join(filter(None, (f"cỡ {sizes}", slant(self.italic), weight(self.bold), ALIGNS.get(self.align))))


ALIGNS: dict[Align | None, str] = {
    Align.CENTER: "canh giữa",
    Align.LEFT: "canh trái",
    Align.RIGHT: "canh phải",
    Align.JUSTIFY: "canh đều hai lề",
}


def points(half_points: int) -> str:
    """A size as it is said: `13`, `13,5`."""
    whole, half = divmod(half_points, 2)
    return f"{whole},5" if half else str(whole)


def slant(italic: bool | None) -> str:  # noqa: FBT001  # a value of a look, not a switch
    """`nghiêng`, `đứng`, or nothing where it is open."""
    return "" if italic is None else "nghiêng" if italic else "đứng"


def weight(bold: bool | None) -> str:  # noqa: FBT001  # a value of a look, not a switch
    """`đậm`, `không đậm`, or nothing where it is open."""
    return "" if bold is None else "đậm" if bold else "không đậm"


def departures(line: Line, look: Look) -> Iterator[str]:
    """In what a line departs from a look, in words; nothing for an empty line, or what cannot be seen."""
    wrong = sorted(size for size in line.sizes if not look.smallest <= size <= look.largest)
    if wrong:
        yield f"cỡ {', '.join(map(points, wrong))}"
    if look.italic is not None and (not look.italic) in line.italic:
        yield slant(not look.italic)
    if look.bold is not None and (not look.bold) in line.bold:
        yield weight(not look.bold)
    if look.align and line.runs and line.align not in {None, look.align}:
        yield ALIGNS[line.align]


def misfit(line: Line, look: Look) -> Iterator[Remark]:
    """One remark on all in which a line departs from a look."""
    found = ", ".join(departures(line, look))
    if found:
        yield Remark(f"“{line.text}”: {found}", look.words, line)
