"""What giving numbers needs of the outgoing register; `bcdesk.storage` keeps it."""

from __future__ import annotations

from typing import Protocol

from bcdesk.report.register import Book, Entry, Line


class Register(Protocol):
    """The register. Every call is one transaction and may come from any thread; KnownError when it cannot be done."""

    def books(self) -> tuple[Book, ...]:
        """The books in which there is a line, the newest year first."""
        ...

    def entries(self, book: Book) -> tuple[Entry, ...]:
        """The lines of a book as they hold, by number."""
        ...

    def trace(self, book: Book, number: int) -> tuple[Entry, ...]:
        """Everything that was written under a number, the first writing first."""
        ...

    def next_number(self, book: Book) -> int:
        """The number behind the highest one; another may be given it before it is asked for."""
        ...

    def of_report(self, report_id: str) -> Entry | None:
        """The line in which a report has its number; None where it has none."""
        ...

    def give(self, line: Line, who: str, why: str = "") -> Entry:
        """Give the number of the line, or the next one, to what the line says; nobody else gets it.

        A number kept free is given too. Raises NumberTaken for any other that is in the book.
        """
        ...

    def correct(self, entry: Entry, line: Line, who: str, why: str) -> Entry:
        """Write a line of that number anew, and keep what it was. Raises LineChanged where `entry` does not hold."""
        ...
