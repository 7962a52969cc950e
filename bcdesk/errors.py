"""The errors bcdesk knows, each with the Vietnamese sentence that says what to do.

A `KnownError` is the world's fault (a full disk, a file open in Word, a file that is no report): it is shown to the
clerk as it stands, and nothing is lost. Every other exception is a bug of ours.
All of the program's own error wording stands in this file: a class declares its `sentence`, and its base says which
facts are given to fill the gaps in it.
"""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar


class KnownError(Exception):
    """A trouble the clerk can do something about; `str(error)` is the sentence shown."""


class PlainTrouble(KnownError):
    """A trouble told without any facts."""

    sentence: ClassVar[str]

    def __init__(self) -> None:
        super().__init__(self.sentence)


class PathTrouble(KnownError):
    """A trouble with a file or folder; `{name}` and `{folder}` are the last part of its `{path}` and what is before."""

    sentence: ClassVar[str]

    def __init__(self, path: Path) -> None:
        super().__init__(self.sentence.format(path=path, name=path.name, folder=path.parent))


class SourceTrouble(KnownError):
    """A trouble with what was to be imported, called `{name}` on the screen."""

    sentence: ClassVar[str]

    def __init__(self, name: str) -> None:
        super().__init__(self.sentence.format(name=name))


class FileMissing(PathTrouble):
    """There is no file of that name."""

    sentence = "Không thấy tệp “{path}”. Kiểm tra lại tên tệp và thư mục rồi chọn lại."


class FileIsFolder(PathTrouble):
    """A folder was given where a file is needed."""

    sentence = "“{path}” là một thư mục. Mở thư mục đó và chọn một tệp báo cáo."


class FileUnreadable(PathTrouble):
    """The file may not be read, or another program holds it."""

    sentence = (
        "Không đọc được tệp “{path}”. Đóng tệp đó ở chương trình khác, "
        "hoặc chép tệp vào thư mục Tài liệu rồi nhập bản chép."
    )


class FileIsLink(SourceTrouble):
    """A link stands where a report of a unit was looked for."""

    sentence = "“{name}” là lối tắt tới chỗ khác nên không đọc. Chép chính tệp đó vào thư mục này."


class FolderUnreadable(PathTrouble):
    """The folder in which reports were looked for cannot be opened."""

    sentence = "Không mở được thư mục “{path}”. Kiểm tra thẻ nhớ hoặc ổ mạng còn nối không, hoặc chọn thư mục khác."


class FolderTooFull(PathTrouble):
    """The folder holds more files than units send."""

    sentence = "“{path}” có hơn 500 tệp. Để riêng báo cáo của các đơn vị vào một thư mục rồi chọn thư mục đó."


class FileEmpty(SourceTrouble):
    """Nothing is written in what was to be imported."""

    sentence = "“{name}” không có chữ nào. Kiểm tra lại rồi chọn tệp báo cáo có nội dung."


class FileTooBig(KnownError):
    """What was to be imported is larger than any report."""

    def __init__(self, name: str, limit: str) -> None:
        super().__init__(
            f"“{name}” lớn hơn {limit}, không phải một báo cáo. Tách riêng phần báo cáo thành một tệp rồi nhập tệp đó."
        )


class NotAReport(SourceTrouble):
    """The bytes are no text and no document bcdesk reads."""

    sentence = "“{name}” không phải tệp văn bản. Chọn tệp Word (.docx), tệp chữ (.txt) hoặc tệp .bcdesk."


class WrongEncoding(SourceTrouble):
    """The text is in a code other than Unicode, or was damaged by one."""

    sentence = (
        "Chữ trong “{name}” không theo bảng mã Unicode. Chuyển sang Unicode (trong UniKey: Ctrl+Shift+F6), "
        "lưu tệp với mã UTF-8 rồi nhập lại."
    )


class OldWord(SourceTrouble):
    """A binary Word document."""

    sentence = "“{name}” là tệp Word cũ (.doc). Mở bằng Word, chọn Lưu thành .docx rồi nhập lại."


class LockedWord(SourceTrouble):
    """An encrypted Word document."""

    sentence = "“{name}” có mật khẩu. Mở bằng Word, bỏ mật khẩu, lưu thành .docx rồi nhập lại."


class WordDamaged(SourceTrouble):
    """A Word document was cut off or broken on its way."""

    sentence = (
        "“{name}” bị hỏng nên không đọc được. Mở bằng Word xem còn chữ không rồi lưu lại, hoặc xin nơi gửi gửi lại tệp."
    )


class NotAnOffice(PathTrouble):
    """A file given as office profile is none."""

    sentence = "“{path}” không phải hồ sơ đơn vị. Chọn tệp .json của hồ sơ đơn vị, hoặc một tệp .bcdesk."


class OtherFormat(KnownError):
    """A document of another program, named `kind`."""

    def __init__(self, name: str, kind: str, advice: str) -> None:
        super().__init__(f"“{name}” là tệp {kind}. {advice}")


class UnreadableReport(KnownError):
    """What is kept of a report is damaged or no report at all; `where` names the first field that is wrong."""

    def __init__(self, where: str) -> None:
        self.where = where
        super().__init__(
            f"Dữ liệu của báo cáo này bị hỏng (ở chỗ “{where}”) nên chưa mở được. Tệp được giữ nguyên: "
            "mở một bản sao lưu, hoặc xin lại tệp từ nơi gửi."
        )


class NewerReport(PlainTrouble):
    """A newer bcdesk has written the report."""

    sentence = "Báo cáo này do phiên bản mới hơn tạo ra. Cài phiên bản mới của chương trình rồi mở lại."


class KindFileWrong(KnownError):
    """The file of a kind of report does not hold what it should; `trouble` says what stands in that line."""

    def __init__(self, path: Path, line: int, trouble: str) -> None:
        self.line = line
        super().__init__(
            f"Tệp loại báo cáo “{path.name}”, dòng {line}: {trouble}. "
            f"Sửa dòng đó trong “{path}” rồi mở lại chương trình."
        )


class KindFileBroken(KindFileWrong):
    """The file is no TOML."""

    def __init__(self, path: Path, line: int) -> None:
        super().__init__(path, line, "sai cú pháp TOML (thiếu dấu nháy, dấu bằng hoặc dấu ngoặc)")


class KindFileUnreadable(KindFileWrong):
    """The file cannot be read as UTF-8."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, 1, "không đọc được tệp (tệp phải lưu với mã UTF-8)")


class KindFileTooBig(KindFileWrong):
    """The file is larger than any outline; `limit` as shown, such as `64 KB`."""

    def __init__(self, path: Path, limit: str) -> None:
        super().__init__(path, 1, f"tệp lớn hơn {limit}, không phải một loại báo cáo")


class KindFileName(KindFileWrong):
    """The name of the file is no id."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, 1, "tên tệp chỉ được gồm chữ thường không dấu, chữ số và dấu gạch nối")


class KindKeyUnknown(KindFileWrong):
    """A key no kind has."""

    def __init__(self, path: Path, line: int, key: str, known: str) -> None:
        super().__init__(path, line, f"không có mục “{key}”, chỉ dùng các mục: {known}")


class KindKeyMissing(KindFileWrong):
    """A key every kind must have is not there."""

    def __init__(self, path: Path, line: int, key: str) -> None:
        super().__init__(path, line, f"thiếu mục “{key}”, hãy thêm vào cuối tệp")


class KindValueWrong(KindFileWrong):
    """The value of a key is of another form than it must be."""

    def __init__(self, path: Path, line: int, key: str, form: str) -> None:
        super().__init__(path, line, f"“{key}” phải là {form}")


class KindOutlineWrong(KindFileWrong):
    """A line of the outline goes two levels down at once, or its indent fits no line above."""

    def __init__(self, path: Path, line: int) -> None:
        super().__init__(path, line, "mục con phải thụt vào hai dấu cách so với mục chứa nó")


class FrozenReport(PlainTrouble):
    """The text of a signed report was to be changed."""

    sentence = "Báo cáo đã ký nên không sửa được nội dung. Bấm “Mở lại để sửa” nếu cần sửa."


class IssuedReport(FrozenReport):
    """The text of an issued report was to be changed (`PR-09`)."""

    sentence = (
        "Báo cáo đã phát hành nên giữ nguyên. Sai nội dung thì bấm “Lập báo cáo thay thế”; "
        "sai thể thức thì đính chính bằng công văn."
    )


class NotAsSigned(PlainTrouble):
    """The text of a signed report is not the one that was signed."""

    sentence = (
        "Nội dung báo cáo này không còn đúng như khi ký. Đối chiếu với bản giấy đã ký trước khi in hoặc gửi; "
        "nếu sai, mở lại bản đã ký trong lịch sử hoặc bản sao lưu."
    )


class NotSaved(PlainTrouble):
    """A fault of ours stood in the way of saving; the window reports it apart."""

    sentence = (
        "Chưa lưu được báo cáo vì chương trình gặp lỗi. Nội dung vẫn còn trên màn hình: "
        "xuất ra tệp .bcdesk để giữ lại rồi mở lại chương trình."
    )


class FolderRefused(PathTrouble):
    """The folder of the data cannot be made or written."""

    sentence = (
        "Không tạo được thư mục dữ liệu “{path}”. Kiểm tra ổ đĩa còn cắm và bạn có quyền ghi, hoặc chọn thư mục khác."
    )


class FolderInUse(KnownError):
    """Somebody, named `who`, has the folder of the data open since a time such as `07:30 ngày 24/11/2026`."""

    advice: ClassVar[str] = "Đóng chương trình ở đó rồi thử lại."

    def __init__(self, path: Path, who: str, since: str) -> None:
        super().__init__(f"Dữ liệu “{path}” đang được {who} mở từ {since}. {self.advice}")


class FolderInUseElsewhere(FolderInUse):
    """So says the lock in the folder; whether that machine still works there cannot be seen from here."""

    advice = "Đóng chương trình ở máy đó rồi thử lại. Chỉ mở luôn ở đây khi máy đó đã tắt hoặc không dùng nữa."


class DatabaseBusy(PathTrouble):
    """Another program holds the database."""

    sentence = "Dữ liệu “{path}” đang bị chương trình khác giữ. Đóng chương trình đó rồi thử lại."


class DatabaseDiskFull(PathTrouble):
    """There is no room left for the database to grow."""

    sentence = "Ổ đĩa chứa “{path}” đã đầy. Xóa bớt tệp không cần trên ổ đĩa đó rồi thử lại."


class DatabaseReadOnly(PathTrouble):
    """The database may be read but not written."""

    sentence = "Không ghi được vào “{path}” vì tệp chỉ cho đọc. Cấp quyền ghi cho thư mục đó rồi thử lại."


class DatabaseOutOfReach(PathTrouble):
    """The disk, stick or share of the database does not answer, or fails."""

    sentence = "Không đọc ghi được “{path}”. Kiểm tra ổ đĩa, thẻ nhớ hoặc mạng chứa tệp đó rồi thử lại."


class DatabaseGone(PathTrouble):
    """The database was removed while it was open, or another file was put in its place."""

    sentence = (
        "Tệp dữ liệu “{path}” không còn ở chỗ cũ: đã bị xóa, chuyển đi hoặc thay bằng tệp khác. Đưa tệp cũ về đúng "
        "chỗ đó rồi thử lại, hoặc lưu báo cáo sang chỗ khác trước khi đóng chương trình."
    )


class DatabaseDamaged(PathTrouble):
    """The database is damaged, or the file under its name is something else."""

    sentence = (
        "“{path}” bị hỏng hoặc không phải dữ liệu của chương trình này. Tệp được giữ nguyên: "
        "cứu dữ liệu trong cửa sổ của chương trình, hoặc gọi bcdesk restore."
    )


class DatabaseMissing(DatabaseDamaged):
    """Nothing is under the database's name, though its backups or its log are there."""

    sentence = (
        "Không thấy tệp dữ liệu “{path}”, nhưng các bản sao lưu vẫn còn. "
        "Đưa tệp cũ về đúng chỗ đó rồi thử lại, hoặc phục hồi từ bản sao lưu."
    )


class UpgradeFailed(PathTrouble):
    """The database could not be brought up to this program; it is as it was."""

    sentence = (
        "Chưa chuyển được “{path}” sang phiên bản này của chương trình. Dữ liệu được giữ nguyên: "
        "cài lại phiên bản trước để làm việc tiếp, và gửi tệp bcdesk.log cùng thư mục cho người hỗ trợ."
    )


class DatabaseNewer(PathTrouble):
    """A newer bcdesk has written the database."""

    sentence = "“{path}” do phiên bản mới hơn tạo ra. Cài phiên bản mới của chương trình rồi mở lại."


class BackupBroken(PathTrouble):
    """A backup can no longer be read as it was written."""

    sentence = "Bản sao lưu “{name}” bị hỏng nên không dùng được. Chọn một bản khác trong danh sách."


class NotABundle(PlainTrouble):
    """The bytes are no .bcdesk file."""

    sentence = "Tệp này không phải tệp .bcdesk. Chọn đúng tệp do chương trình này xuất ra."


class BundleDamaged(PlainTrouble):
    """A .bcdesk file was cut off or changed on its way."""

    sentence = "Tệp .bcdesk bị hỏng hoặc đã bị sửa. Chép lại từ nơi gửi, hoặc xin gửi lại tệp khác."


class BundleTooBig(KnownError):
    """A .bcdesk file holds more than any report does; `limit` as shown, such as `50 MB`."""

    def __init__(self, limit: str) -> None:
        super().__init__(f"Tệp .bcdesk lớn hơn {limit}, không phải một báo cáo. Xin nơi gửi xuất lại tệp.")


class ReportTooHeavy(KnownError):
    """The pictures of a report find no room in a .bcdesk file that can be opened again; `limit` as in BundleTooBig."""

    def __init__(self, limit: str) -> None:
        super().__init__(
            f"Ảnh trong báo cáo nặng quá nên tệp .bcdesk sẽ lớn hơn {limit}, không mở lại được. "
            "Thu nhỏ hoặc bớt ảnh rồi ghi lại, hoặc xuất Word."
        )


class ReportTooLong(KnownError):
    """The text of a report finds no room in a .bcdesk file that can be opened again; `limit` as in BundleTooBig."""

    def __init__(self, limit: str) -> None:
        super().__init__(
            f"Báo cáo dài hơn {limit} nên tệp .bcdesk sẽ không mở lại được. "
            "Xuất Word để giữ toàn bộ nội dung, rồi tách thành các báo cáo ngắn hơn."
        )


class TargetDiskFull(PathTrouble):
    """There is no room for the file to be written."""

    sentence = "Không còn chỗ trống để ghi “{name}” vào “{folder}”. Xóa bớt tệp không cần ở đó, hoặc chọn ổ đĩa khác."


class FolderReadOnly(PathTrouble):
    """Nothing may be written into that folder."""

    sentence = "Bạn không có quyền ghi vào thư mục “{folder}”. Chọn thư mục khác, chẳng hạn thư mục Tài liệu."


class FolderGone(PathTrouble):
    """The folder, stick or share is not there, or no longer answers."""

    sentence = "Không tìm thấy thư mục “{folder}”. Kiểm tra thẻ nhớ hoặc ổ mạng còn nối không, hoặc chọn thư mục khác."


class FileNameTooLong(PathTrouble):
    """The system takes no name or path that long."""

    sentence = "Tên tệp hoặc đường dẫn của “{name}” dài quá. Đặt tên ngắn hơn, hoặc chọn thư mục khác."


class FileNotWritten(PathTrouble):
    """The file could not be written for a reason the system does not make clear."""

    sentence = "Không ghi được tệp “{path}”. Chọn tên khác hoặc thư mục khác rồi ghi lại."


class NoTypeface(PlainTrouble):
    """There is no font at all on the machine that Qt can read."""

    sentence = (
        "Máy này không có phông chữ nào dùng được nên không dựng được trang in. "
        "Hãy cài phông Times New Roman hoặc Liberation Serif 2 rồi mở lại chương trình."
    )


class PrinterRefused(KnownError):
    """The printer takes no job."""

    def __init__(self, printer: str) -> None:
        super().__init__(
            f"Máy in “{printer}” không nhận lệnh in. Kiểm tra máy in đã bật và còn giấy rồi in lại, "
            "hoặc xuất PDF để in ở máy khác."
        )


class PasteTooBig(PlainTrouble):
    """What was copied is larger than any report."""

    sentence = "Nội dung vừa sao chép quá lớn để dán vào báo cáo. Sao chép từng phần rồi dán lại."


class PictureUnreadable(PathTrouble):
    """The file chosen as a picture is none the paper can show."""

    sentence = "“{path}” không phải ảnh JPEG hoặc PNG đọc được. Lưu ảnh thành JPEG hoặc PNG rồi chọn lại."


class PictureTooBig(KnownError):
    """The picture would make the report too heavy to send; `limit` as shown, such as `10 MB`."""

    def __init__(self, path: Path, limit: str) -> None:
        super().__init__(f"Ảnh “{path}” lớn hơn {limit}. Thu nhỏ ảnh rồi chọn lại.")


class PictureDamaged(PlainTrouble):
    """What was pasted or found in a document as a picture is no whole JPEG or PNG."""

    sentence = "Ảnh bị hỏng hoặc không phải JPEG, PNG. Lưu lại ảnh thành JPEG hoặc PNG rồi chèn lại."


class SignedCopyUnknown(SourceTrouble):
    """The file chosen as signed copy is no scanned paper."""

    sentence = "“{name}” không phải tệp PDF, JPEG hoặc PNG. Quét bản đã ký thành PDF hoặc ảnh rồi chọn lại."


class SignedCopyDamaged(SourceTrouble):
    """The scanned paper was cut off or broken on its way."""

    sentence = "“{name}” bị hỏng hoặc chưa chép xong. Mở tệp đó xem thử, quét lại hoặc chép lại rồi chọn lại."


class SignedCopyTooBig(KnownError):
    """The scanned paper is too heavy to be kept and sent; `limit` as shown, such as `50 MB`."""

    def __init__(self, name: str, limit: str) -> None:
        super().__init__(f"“{name}” lớn hơn {limit}. Quét lại với độ phân giải thấp hơn (150–200 dpi) rồi chọn lại.")


class NoViewer(SourceTrouble):
    """The system has no program to show a file of that kind."""

    sentence = "Máy này chưa có chương trình mở được “{name}”. Cài chương trình xem PDF, hoặc xem ở máy khác."


class SignedCopyGone(SourceTrouble):
    """The file of a signed copy is not in the data folder, or no longer as it was attached."""

    sentence = "Không còn tệp của bản đã ký “{name}” trên máy này. Quét lại, hoặc chép lại từ nơi giữ, rồi gắn lại."


class NumberTaken(KnownError):
    """The number has been given to another document; `{number}` with its symbol, `{subject}` of the one that has it."""

    def __init__(self, number: str, subject: str) -> None:
        holder = f"“{subject}”" if subject else "một văn bản khác"
        super().__init__(f"Số {number} đã cấp cho {holder}. Lấy số kế tiếp, hoặc mở sổ văn bản đi để xem.")


class LineChanged(PlainTrouble):
    """Somebody else has written the line of the register meanwhile."""

    sentence = "Dòng này của sổ vừa được sửa ở cửa sổ khác. Xem lại dòng đó rồi sửa tiếp."
