"""What changed between two reports, to be read: removed words struck through, added ones tinted.

Nothing is underlined: a line would hide the dot below a letter (`hạn` would read `han`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QTextBrowser, QWidget

from bcdesk.report.compare import LineChange, PartChange, PartKind
from bcdesk.report.word_changes import Mark, Stretch, Wording, new_text
from bcdesk.ui.style.colours import Colours, colours_in
from bcdesk.ui.style.style import STEP

KIND_WORDS = {
    PartKind.CHANGED: "",
    PartKind.ADDED: "mới thêm",
    PartKind.REMOVED: "đã bỏ",
    PartKind.MOVED: "",
}
MOVED, REFORMATTED = "đã chuyển chỗ", "chỉ khác cách trình bày"
LEGEND = "Gạch ngang: chữ bản cũ có mà bản sau không còn. Tô nền: chữ bản sau mới có."
_HAIR = "&#8201;"
_AROUND = 1  # unchanged lines shown before and behind a change


class ChangesView(QTextBrowser):
    """Shows changed parts one under another; what did not change is only counted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Những chỗ khác nhau")
        self.setAccessibleDescription(LEGEND)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(1.5 * STEP)
        self._shown: tuple[tuple[PartChange, ...], str] = ((), "")

    def show_changes(self, changes: Iterable[PartChange], nothing: str) -> None:
        """Show these parts; where there are none, a sentence."""
        self._shown = (tuple(changes), nothing)
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        """Take on the colours of day or night."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._show()

    def _show(self) -> None:
        changes, nothing = self._shown
        colours = colours_in(self.palette())
        parts = "".join(_part(change, colours) for change in changes)
        self.setHtml(parts or f"<p style='color:{colours.muted}'>{escape(nothing)}</p>")


def _part(change: PartChange, colours: Colours) -> str:
    words = [KIND_WORDS[change.kind], MOVED if change.moved else ""]
    told = " · ".join(filter(None, words))
    muted = f"<span style='color:{colours.muted}'> · {told}</span>" if told else ""
    lines = change.lines if _says_more(change) else change.lines[1:]
    return f"<p><b>{escape(change.title)}</b>{muted}</p>" + "".join(_lines(lines, colours))


def _says_more(change: PartChange) -> bool:
    """Whether the first line is not just the title again, or the title of what is new altogether."""
    first = change.lines[0] if change.lines else None
    kept = first is not None and (change.kind is PartKind.ADDED or not first.changed)
    return first is None or not kept or new_text(first.wording) != change.title


def _lines(lines: tuple[LineChange, ...], colours: Colours) -> Iterator[str]:
    near = {at + step for at, line in enumerate(lines) if line.changed for step in range(-_AROUND, _AROUND + 1)}
    for shown, group in groupby(enumerate(lines), lambda numbered: numbered[0] in near):
        run = [line for _, line in group]
        if shown:
            yield from (_line(line, colours) for line in run)
        elif len(run) < len(lines):
            yield f"<p style='color:{colours.muted}'>… {len(run)} đoạn không đổi …</p>"


def _line(line: LineChange, colours: Colours) -> str:
    told = f" <span style='color:{colours.muted}'>({REFORMATTED})</span>" if line.reformatted else ""
    return f"<p>{words_html(line.wording, colours)}{told}</p>"


def words_html(wording: Wording, colours: Colours) -> str:
    """The words with a hair's breadth between what went and what came."""
    return "".join(_stretch(stretch, colours) for stretch in wording).replace("</s><span", f"</s>{_HAIR}<span")


def _stretch(stretch: Stretch, colours: Colours) -> str:
    text = escape(stretch.text).replace("\n", "<br>")
    if stretch.mark is Mark.REMOVED:
        return f"<s style='color:{colours.red}'>{text}</s>"
    if stretch.mark is Mark.ADDED:
        return f"<span style='color:{colours.green};background-color:{colours.fresh}'>{text}</span>"
    return text
