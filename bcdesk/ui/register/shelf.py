"""What one view of the register asks for: books read, lines written, papers made."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from bcdesk.errors import KnownError
from bcdesk.press.paper import Paper
from bcdesk.press.register_csv import register_csv
from bcdesk.report.office import Office
from bcdesk.report.register import Book, Entry, Line, Series, Standing
from bcdesk.ui.export import WORD, Export
from bcdesk.ui.printing import Printing
from bcdesk.ui.register.line import LineDialog
from bcdesk.ui.register.view import RegisterDialog
from bcdesk.ui.workplace import Workplace

TABLE = "Bảng tính (*.csv)"
SERIES_NAMES = {Series.GENERAL: "so-chung", Series.REPORTS: "so-bao-cao"}


class Shelf(QObject):
    """Does what `dialog` asks for, beginning at `book`."""

    def __init__(
        self,
        dialog: RegisterDialog,
        workplace: Workplace,
        book: Book,
        office: Office,
        printing: Printing,
        export: Export,
    ) -> None:
        super().__init__(dialog)
        self._dialog, self._workplace, self._book, self._office = dialog, workplace, book, office
        self._printing, self._export = printing, export
        self._register = workplace.store.register
        dialog.book_chosen.connect(self.show_book)
        dialog.line_chosen.connect(self._show_trace)
        dialog.add_asked.connect(self.add)
        dialog.reserve_asked.connect(self.reserve)
        dialog.correct_asked.connect(self.correct)
        dialog.printed.connect(self.print)
        dialog.export_asked.connect(self.export)
        books = self._register.books()
        dialog.show_books(books if book in books else (book, *books), book)
        self.refresh()

    def show_book(self, book: Book) -> None:
        """Show another book."""
        self._book = book
        self.refresh()

    def refresh(self) -> None:
        """Show the lines as they are now."""
        self._dialog.show_entries(self._register.entries(self._book))

    def add(self) -> None:
        """Ask for a document that was not made here, and give it a number."""
        self._ask("Vào sổ văn bản khác", "Vào sổ", Line(self._book), self._give)

    def reserve(self) -> None:
        """Ask for a number to be kept free."""
        self._ask("Giữ số", "Giữ số", Line(self._book, standing=Standing.RESERVED), self._give)

    def correct(self, entry: Entry) -> None:
        """Ask what is right instead, and why."""
        self._ask("Sửa dòng trong sổ", "Ghi sửa đổi", entry.line, partial(self._register.correct, entry))

    def print(self) -> None:
        """Print the book."""
        paper = self._paper()
        self._printing.ask_for(paper, 0, partial(self._export.pdf_of, paper, self._name(".pdf")))

    def export(self, ending: str) -> None:
        """Write the book into a file of that kind."""
        paper, lines, name = self._paper(), self._lines(), self._name(ending)
        if ending == ".pdf":
            self._export.pdf_of(paper, name)
        elif ending == ".docx":
            self._export.register_of(paper, name, WORD, paper.docx)
        else:
            self._export.register_of(paper, name, TABLE, lambda: register_csv(lines))

    def _ask(self, title: str, verb: str, line: Line, write: Callable[[Line, str, str], Entry]) -> None:
        dialog = LineDialog(title, verb, line, self._register.next_number(self._book), self._dialog)
        dialog.accepted.connect(lambda: self._write(write, dialog.line, dialog.why))
        dialog.open()

    def _give(self, line: Line, who: str, why: str) -> Entry:
        return self._register.give(line, who, why)

    def _write(self, write: Callable[[Line, str, str], Entry], line: Line, why: str) -> None:
        try:
            entry = write(line, self._workplace.settings.drafter, why)
        except KnownError as error:
            self.refresh()
            self._dialog.say(str(error), wrong=True)
        else:
            self.refresh()
            self._dialog.show_number(entry.line.number)

    def _show_trace(self, entry: Entry) -> None:
        self._dialog.show_trace(self._register.trace(entry.line.book, entry.line.number))

    def _lines(self) -> tuple[Line, ...]:
        return tuple(entry.line for entry in self._register.entries(self._book))

    def _paper(self) -> Paper:
        return self._workplace.make_paper.register(self._book, self._lines(), self._office)

    def _name(self, ending: str) -> str:
        return f"so-van-ban-di_{self._book.year}_{SERIES_NAMES[self._book.series]}{ending}"
