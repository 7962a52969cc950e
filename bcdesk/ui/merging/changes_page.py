"""The last step of a merge: what it changes, what stays as the editor wrote it, and what is to be looked at."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QCheckBox, QLabel, QTextBrowser, QVBoxLayout, QWidget

from bcdesk.report.compare import PartChange
from bcdesk.report.consolidation.alignment import words_of_block
from bcdesk.report.consolidation.figures import partial_sums
from bcdesk.report.consolidation.values import Consolidation, Doubt, Gone, Kept
from bcdesk.report.lines import part_titles
from bcdesk.report.merged import Piece
from bcdesk.report.parts import blocks_of
from bcdesk.report.report import Place, Report
from bcdesk.ui.dialogs.changes_view import ChangesView
from bcdesk.ui.style.colours import Colours, colours_in
from bcdesk.ui.style.style import STEP
from bcdesk.vietnamese.numbers import grouped

NOTHING = "Không có gì mới: báo cáo đã có đủ nội dung của các tệp này."
SUMMARY = "Tổng hợp xong sẽ có {told}. Vẫn hoàn tác được (Ctrl+Z)."
DOUBTED = "Cần xem lại"
PARTLY = "Số liệu chưa có đủ đơn vị"
KEPT, GONE = "Phần đã sửa, được giữ nguyên", "Phần đã xóa, không đưa lại"
NOW, NO_MORE = "{units} nay viết: {words}", "{units} nay không còn nội dung này."
OFFER = "Đưa số mới của đơn vị vào {count} đoạn đã sửa, giữ nguyên chữ đã sửa"
OFFERED = "Có thể thành: {words}"
NO_PART = "Mục đã xóa"
_SHOWN = 240


class ChangesPage(QWidget):
    """Shows a merge that is not done yet: what to look at above, below every line that changes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.summary, self.remarks, self.view = QLabel(), Remarks(), ChangesView()
        self.summary.setWordWrap(True)
        self.offers = QCheckBox()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP)
        column.addWidget(self.summary)
        column.addWidget(self.remarks, 2)
        column.addWidget(self.offers)
        column.addWidget(self.view, 3)

    def show_consolidation(self, made: Consolidation, changes: tuple[PartChange, ...]) -> None:
        """Show what this merge does, and the parts it changes."""
        self.summary.setText(_summary(made))
        self.remarks.show_remarks(made)
        self.offers.setText(OFFER.format(count=grouped(len(made.offers))))
        self.offers.setChecked(False)
        self.offers.setVisible(bool(made.offers))
        self.view.show_changes(changes, NOTHING)


class Remarks(QTextBrowser):
    """What the editor should look at; hidden where there is nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Những chỗ cần xem lại, được giữ nguyên")
        self.setOpenLinks(False)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(1.5 * STEP)
        self._shown: Consolidation | None = None

    def show_remarks(self, made: Consolidation) -> None:
        """Show what is to be said of this merge."""
        self._shown = made
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        """Take on the colours of day or night."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._show()

    def _show(self) -> None:
        if self._shown is not None:
            html = "".join(_groups(self._shown, colours_in(self.palette())))
            self.setHtml(html)
            self.setVisible(bool(html))


def _summary(made: Consolidation) -> str:
    """How many paragraphs the merge brings, changes, takes away."""
    kinds = (
        ("đoạn mới", sum(change.came for change in made.changes)),
        ("đoạn đổi theo đơn vị", sum(change.changed for change in made.changes)),
        ("đoạn không còn", sum(change.left for change in made.changes)),
    )
    told = ", ".join(f"{grouped(count)} {words}" for words, count in kinds if count)
    return SUMMARY.format(told=told) if told else ""


def _groups(made: Consolidation, colours: Colours) -> Iterator[str]:
    titles = part_titles(made.report)
    yield from _group(DOUBTED, [_doubt(doubt, made.report, titles) for doubt in made.doubts], colours.amber)
    yield from _group(PARTLY, [("", words, "") for words in partial_sums(made.report)], colours.amber)
    yield from _group(KEPT, [_kept(kept, made.report, titles) for kept in made.kept], colours.accent)
    yield from _group(GONE, [_gone(gone, titles) for gone in made.gone], colours.accent)


def _group(head: str, rows: list[tuple[str, str, str]], colour: str) -> Iterator[str]:
    """Rows of a section's name, a text, and what is said of it."""
    if not rows:
        return
    yield f"<p style='color:{colour}'><b>{escape(head)} ({grouped(len(rows))})</b></p>"
    for title, text, said in rows:
        words = [f"<b>{escape(title)}</b>" if title else "", escape(text), f"<i>{escape(said)}</i>" if said else ""]
        yield f"<p style='margin-left:{STEP}px'>{'<br>'.join(filter(None, words))}</p>"


def _doubt(doubt: Doubt, report: Report, titles: dict[str, str]) -> tuple[str, str, str]:
    return titles.get(doubt.place.part, NO_PART), _words_at(doubt.place, report), doubt.piece.doubt


def _kept(kept: Kept, report: Report, titles: dict[str, str]) -> tuple[str, str, str]:
    return titles.get(kept.place.part, NO_PART), _words_at(kept.place, report), _said_now(kept)


def _said_now(kept: Kept) -> str:
    if not kept.differs:
        return ""
    if kept.now is None:
        return NO_MORE.format(units="; ".join(kept.was.units))
    said = NOW.format(units="; ".join(kept.now.units), words=_words(kept.now))
    return f"{said} {OFFERED.format(words=_short(words_of_block(kept.offer)))}" if kept.offer else said


def _gone(gone: Gone, titles: dict[str, str]) -> tuple[str, str, str]:
    words = NOW.format(units="; ".join(gone.now.units), words=_words(gone.now))
    return titles.get(gone.part, NO_PART), "", words


def _words_at(place: Place, report: Report) -> str:
    return _short(words_of_block(blocks_of(report, place.part)[place.block]))


def _words(piece: Piece) -> str:
    return _short(" ".join(map(words_of_block, piece.blocks)))


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN].rstrip()}…"
