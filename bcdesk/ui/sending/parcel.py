"""What one dialog of sending makes ready: files in a folder, a mail draft; each kept with the report."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from functools import partial

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from bcdesk.errors import KnownError, SignedCopyGone
from bcdesk.painting.pdf import pdf
from bcdesk.parcel.bundle import pack
from bcdesk.press.files import file_name
from bcdesk.press.sending import Item, Mail, Piece, draft_of, folder_for, write_files
from bcdesk.report.kinds import Kind
from bcdesk.report.prepared import Preparation
from bcdesk.report.report import Report
from bcdesk.ui.desk import Desk
from bcdesk.ui.sending.dialog import SendDialog
from bcdesk.ui.workplace import Workplace

File = tuple[str, bytes]
WRITTEN = "Đã ghi {count} tệp vào thư mục."
BESIDE = "Tệp cùng tên ở đó đang mở, chỉ cho đọc hoặc đã sửa nên được giữ nguyên; bản mới là {names}."
DRAFTED = "Đã ghi thư nháp {name}. Mở tệp đó bằng chương trình thư trên máy có mạng rồi gửi."
WORKING = "Đang ghi…"


class Parcel(QObject):
    """Does what `dialog` asks for with the report on `desk`, for as long as the dialog is there."""

    def __init__(self, dialog: SendDialog, desk: Desk, workplace: Workplace) -> None:
        super().__init__(dialog)
        self._dialog, self._desk, self._workplace = dialog, desk, workplace
        report = desk.session.report
        self._folder = folder_for(workplace.documents, report, _kind_name(report, workplace.templates.kinds))
        dialog.write_asked.connect(self.write)
        dialog.draft_asked.connect(self.write_draft)
        dialog.folder_asked.connect(self._ask_folder)
        dialog.open_asked.connect(self._open_folder)
        stop = desk.session.listen(lambda _: self._show())
        dialog.finished.connect(lambda _: stop())
        dialog.show_target(self._folder)
        self._show()
        self._show_preparations()

    def write(self, items: tuple[Item, ...]) -> None:
        """Write these files into the folder."""
        self._prepare(self._made(items), partial(self._on_written, items))

    def write_draft(self, mail: Mail, items: tuple[Item, ...]) -> None:
        """Write the mail with these files as a draft beside them."""
        files, name = self._made(items), file_name(self._desk.session.report, ".eml")
        self._prepare(lambda: [(name, draft_of(mail, files()))], self._on_drafted)

    def _made(self, items: tuple[Item, ...]) -> Callable[[], list[File]]:
        """What makes the files, in any thread."""
        make = self._makers({item.piece for item in items})
        return lambda: [(item.name, make[item.piece]()) for item in items]

    def _makers(self, pieces: Iterable[Piece]) -> Mapping[Piece, Callable[[], bytes]]:
        paper, copies = self._desk.finished_paper(), self._workplace.signed_copies
        copy = paper.report.signed_copy
        # Painted here, not in the background: Qt's fonts belong to the thread they were made in.
        unsigned = pdf(paper.pages, paper.sheet.title) if Piece.UNSIGNED in pieces else b""
        return {
            Piece.SIGNED: lambda: copies.data(copy) if copy else b"",
            Piece.WORD: paper.docx,
            Piece.UNSIGNED: lambda: unsigned,
            Piece.BUNDLE: lambda: pack(paper.report, self._signed_copy(paper.report)),
        }

    def _signed_copy(self, report: Report) -> bytes:
        """The signed copy for the data file, which goes without it where it is gone."""
        if report.signed_copy is not None:
            with suppress(SignedCopyGone):
                return self._workplace.signed_copies.data(report.signed_copy)
        return b""

    def _prepare(self, make: Callable[[], list[File]], done: Callable[[Preparation], None]) -> None:
        at, folder, store, report_id = self._workplace.now(), self._folder, self._workplace.store, self._desk.report_id

        def work() -> Preparation:
            preparation = write_files(folder, make(), at, store.preparations(report_id))
            store.keep_preparation(report_id, preparation)
            return preparation

        self._dialog.begin(WORKING)
        self._workplace.background.run(work, partial(self._if_there, done), partial(self._if_there, self._failed))

    def _if_there(self, act: Callable[..., None], result: object) -> None:
        if self._dialog.isVisible():
            act(result)

    def _on_written(self, items: tuple[Item, ...], preparation: Preparation) -> None:
        self._dialog.show_written(items, _told(items, preparation))
        self._show_preparations()

    def _on_drafted(self, preparation: Preparation) -> None:
        self._dialog.show_drafted(DRAFTED.format(name=preparation.files[0].name))
        self._show_preparations()

    def _failed(self, error: KnownError) -> None:
        self._dialog.fail(str(error))

    def _show(self) -> None:
        paper = self._desk.paper()
        self._dialog.show_report(paper.report, len(paper.pages))

    def _show_preparations(self) -> None:
        with suppress(KnownError):  # the steps do without
            self._dialog.show_preparations(self._workplace.store.preparations(self._desk.report_id))

    def _ask_folder(self) -> None:
        start = self._folder if self._folder.is_dir() else self._workplace.documents
        folder = self._workplace.messages.folder(self._dialog, "Chọn thư mục để ghi", start)
        if folder is not None:
            self._folder = folder
            self._dialog.show_target(folder)

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))


def _told(items: tuple[Item, ...], preparation: Preparation) -> str:
    """How many files were written, and the names of those that another one has kept from theirs."""
    beside = [made.name for item, made in zip(items, preparation.files, strict=True) if made.name != item.name]
    told = WRITTEN.format(count=len(preparation.files))
    return f"{told} {BESIDE.format(names=', '.join(beside))}" if beside else told


def _kind_name(report: Report, kinds: Iterable[Kind]) -> str:
    return next((kind.name for kind in kinds if kind.id == report.kind), "")
