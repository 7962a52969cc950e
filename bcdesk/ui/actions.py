"""What one can do, declared as data: words, icon, keys, and when it can be done."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Flag, auto

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from bcdesk.ui.style.icons import icon

HELP, SHORTCUTS, FAULT_REPORT, TEXT_SIZE = "help", "shortcuts", "fault-report", "text-size"

_CAPS = {"Return": "Enter", "Del": "Delete", "Up": "↑", "Down": "↓", "Left": "←", "Right": "→"}


class When(Flag):
    """What must be so for an action to be possible; several are all needed."""

    ALWAYS = 0
    READY = auto()
    REPORT = auto()
    EDITING = auto()
    UNDO = auto()
    REDO = auto()


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """An action; `tip` says in a sentence what it does, `keys` are as Qt writes them, `short` stands in the toolbar."""

    id: str
    text: str
    tip: str
    icon: str = ""
    keys: tuple[str, ...] = ()
    when: When = When.ALWAYS
    beside: bool = False
    short: str = ""


ACTIONS = (
    ActionSpec("home", "Danh sách báo cáo", "Về danh sách báo cáo", "home", ("Ctrl+L",), When.READY, beside=True),
    ActionSpec("new", "Báo cáo mới", "Lập một báo cáo mới theo mẫu", "new", ("Ctrl+N",), When.READY, beside=True),
    ActionSpec("next", "Lập báo cáo kỳ sau", "Lập báo cáo của kỳ sau từ báo cáo này", "next-period",
               ("Ctrl+Shift+N",), When.READY, beside=True),
    ActionSpec("import", "Lấy từ báo cáo cũ", "Lấy một báo cáo cũ: dán nội dung hoặc chọn tệp", "import", ("Ctrl+O",),
               When.READY, beside=True),
    ActionSpec("undo", "Hoàn tác", "Hoàn tác", "undo", ("Ctrl+Z",), When.REPORT | When.UNDO),
    ActionSpec("redo", "Làm lại", "Làm lại", "redo", ("Ctrl+Y", "Ctrl+Shift+Z"), When.REPORT | When.REDO),
    ActionSpec("bold", "Chữ đậm", "In đậm phần chữ đang chọn", "bold", ("Ctrl+B",), When.EDITING),
    ActionSpec("italic", "Chữ nghiêng", "In nghiêng phần chữ đang chọn", "italic", ("Ctrl+I",), When.EDITING),
    ActionSpec("table", "Bảng", "Chèn một bảng vào chỗ con trỏ", "table", ("Ctrl+Shift+B",), When.EDITING, beside=True),
    ActionSpec("section", "Thêm mục", "Thêm một mục sau mục đang soạn", "add", ("Ctrl+Shift+M",), When.EDITING),
    ActionSpec("find", "Tìm", "Tìm trong cả báo cáo, hoặc trong danh sách", "find", ("Ctrl+F",), When.READY),
    ActionSpec("replace", "Tìm và thay", "Tìm và thay trong cả báo cáo", "find", ("Ctrl+H",), When.EDITING),
    ActionSpec("check", "Kiểm tra thể thức, chính tả", "Kiểm tra thể thức, chính tả, số liệu của báo cáo", "check",
               ("F7",), When.REPORT, beside=True, short="Kiểm tra"),
    ActionSpec("stale", "Nội dung còn của kỳ trước", "Xem những chỗ có thể còn là nội dung của kỳ trước",
               keys=("Shift+F7",), when=When.REPORT),
    ActionSpec("next-finding", "Chỗ cần sửa tiếp theo", "Đến chỗ cần sửa tiếp theo", keys=("F8",), when=When.REPORT),
    ActionSpec("previous-finding", "Chỗ cần sửa trước", "Về chỗ cần sửa trước", keys=("Shift+F8",), when=When.REPORT),
    ActionSpec("accept-finding", "Sửa chỗ này", "Sửa chỗ đang chọn như gợi ý", keys=("Ctrl+F8",), when=When.EDITING),
    ActionSpec("keep-finding", "Giữ nguyên chỗ này", "Giữ nguyên chỗ đang chọn, không nhắc lại trong báo cáo này",
               keys=("Alt+F8",), when=When.EDITING),
    ActionSpec("learn-word", "Thêm vào từ điển", "Luôn coi chữ ở chỗ đang chọn là đúng", keys=("Ctrl+Alt+F8",),
               when=When.EDITING),
    ActionSpec("dictionary", "Từ điển của cơ quan…", "Xem, thêm, xóa các chữ luôn được coi là đúng",
               keys=("Ctrl+Shift+F8",), when=When.READY),
    ActionSpec("figures", "Số liệu", "Xem, sửa số liệu của báo cáo, so với kỳ trước", keys=("F6",), when=When.REPORT),
    ActionSpec("name-figure", "Đặt tên số liệu", "Đặt tên cho số liệu ở chỗ con trỏ để mọi chỗ cùng đổi",
               keys=("Shift+F6",), when=When.EDITING),
    ActionSpec("compare-figure", "Chèn câu so sánh", "Chèn câu so sánh của số liệu đang chọn vào chỗ con trỏ",
               keys=("Ctrl+F6",), when=When.EDITING),
    ActionSpec("series", "Số liệu qua các kỳ…", "Xem số liệu của loại báo cáo này qua các kỳ", keys=("Alt+F6",),
               when=When.READY),
    ActionSpec("clean", "Dọn văn bản…", "Dọn dấu cách thừa, ký tự ẩn, phông cũ, dòng bị ngắt; xem trước rồi mới sửa",
               keys=("Ctrl+Shift+D",), when=When.EDITING),
    ActionSpec("slip", "Phiếu trình ký", "In phiếu trình ký kèm những điều còn phải xem", "print", ("Ctrl+Shift+Y",),
               When.REPORT),
    ActionSpec("print", "In", "In báo cáo ra máy in", "print", ("Ctrl+P",), When.REPORT, beside=True),
    ActionSpec("word", "Xuất Word", "Ghi báo cáo thành tệp Word (.docx)", "word", ("Ctrl+Shift+W",), When.REPORT,
               beside=True),
    ActionSpec("pdf", "Xuất PDF", "Ghi báo cáo thành tệp PDF", "pdf", ("Ctrl+Shift+P",), When.REPORT, beside=True),
    ActionSpec("send", "Chuẩn bị gửi", "Ghi các tệp để gửi, chép các ô cần nhập, soạn thư nháp", "send",
               ("Ctrl+Shift+G",), When.REPORT, beside=True),
    ActionSpec("register", "Sổ văn bản đi…", "Xem, in sổ đăng ký văn bản đi; cấp số ở máy của văn thư",
               keys=("Ctrl+Shift+R",), when=When.READY),
    ActionSpec("step", "Trạng thái, bước tiếp theo", "Trình ký, đã ký, ghi số, gắn bản đã ký, gửi", "send",
               ("Ctrl+Shift+T",), When.REPORT),
    ActionSpec("versions", "Các bản đã lưu…", "Xem các bản đã lưu của báo cáo, so sánh, khôi phục",
               keys=("Ctrl+Shift+H",), when=When.REPORT),
    ActionSpec("template", "Lưu làm mẫu báo cáo…", "Lưu báo cáo này làm mẫu của cơ quan", keys=("Ctrl+Shift+S",),
               when=When.REPORT),
    ActionSpec("template-outline", "Tạo mẫu từ đề cương…", "Tạo mẫu báo cáo từ một đề cương dán vào",
               keys=("Ctrl+Shift+E",), when=When.READY),
    ActionSpec("templates", "Mẫu của cơ quan…", "Sửa, xóa các mẫu báo cáo của cơ quan", keys=("Ctrl+Shift+L",),
               when=When.READY),
    ActionSpec("reoutline", "Đổi sang đề cương mới…", "Chuyển báo cáo này sang một đề cương khác",
               keys=("Ctrl+Shift+O",), when=When.EDITING),
    ActionSpec("merge", "Tổng hợp báo cáo của các đơn vị…",
               "Tổng hợp các báo cáo đã gửi trong một thư mục vào báo cáo này", keys=("Ctrl+Shift+J",),
               when=When.EDITING),
    ActionSpec("sources", "Nguồn của đoạn đang soạn", "Xem đoạn đang soạn lấy từ báo cáo của đơn vị nào",
               keys=("Ctrl+Shift+Q",), when=When.REPORT),
    ActionSpec("save", "Lưu ngay", "Lưu ngay, không chờ tự lưu", keys=("Ctrl+S",), when=When.REPORT),
    ActionSpec("preview", "Ẩn, hiện trang xem trước", "Ẩn hoặc hiện trang xem trước", keys=("F9",), when=When.REPORT),
    ActionSpec("last-period", "Kỳ trước bên cạnh", "Xem mục đang soạn kỳ trước viết gì, bên cạnh chỗ soạn",
               keys=("Ctrl+Shift+K",), when=When.REPORT),
    ActionSpec("library", "Thư viện báo cáo", "Tìm trong mọi báo cáo, mở một báo cáo bên cạnh, lấy đoạn từ đó",
               keys=("Ctrl+Shift+F",), when=When.REPORT),
    ActionSpec("phrases", "Đoạn đã dùng ở mục này", "Chọn một đoạn các báo cáo đã phát hành dùng ở mục này để chèn",
               keys=("Ctrl+Space", "Ctrl+Alt+Space"), when=When.EDITING),
    ActionSpec("reading", "Chỉ xem trang giấy", "Chỉ xem trang giấy; bấm lần nữa để soạn tiếp", keys=("F11",),
               when=When.REPORT),
    ActionSpec(TEXT_SIZE, "Cỡ chữ giao diện…", "Cho chữ và ô bấm trên màn hình to lên hoặc nhỏ lại",
               keys=("Ctrl+Shift+C",)),
    ActionSpec("menu", "Việc khác", "Mở các việc khác", keys=("F10",)),
    ActionSpec(HELP, "Hướng dẫn", "Xem hướng dẫn về chỗ đang làm", "help", ("F1",)),
    ActionSpec(SHORTCUTS, "Phím tắt", "Xem các phím tắt", "keyboard", ("Ctrl+F1",)),
    ActionSpec(FAULT_REPORT, "Báo lỗi…", "Xem và ghi ra tệp những gì người hỗ trợ cần để tìm lỗi của chương trình",
               keys=("Ctrl+Shift+F1",)),
)  # fmt: skip
TOOLBAR = (
    ("home",),
    ("new", "next"),
    ("undo", "redo"),
    ("bold", "italic", "table"),
    ("check",),
    ("print", "word", "pdf", "send"),
)
# What is done more rarely stands in the menu at the end of the bar, its groups apart.
MENU = (
    ("find", "replace", "section"),
    ("stale", "clean", "dictionary"),
    ("figures", "series"),
    ("step", "slip", "versions", "register"),
    ("template", "template-outline", "templates", "reoutline"),
    ("merge", "sources"),
    ("library", "phrases"),
    ("preview", "last-period", "reading", TEXT_SIZE),
    (HELP, SHORTCUTS, FAULT_REPORT),
)


class Actions:
    """The declared actions as Qt's, found by their id."""

    def __init__(self, parent: QObject) -> None:
        self._actions = {spec.id: _made(spec, parent) for spec in ACTIONS}
        self.allow(When.ALWAYS)

    def __getitem__(self, action_id: str) -> QAction:
        return self._actions[action_id]

    def __iter__(self) -> Iterator[QAction]:
        return iter(self._actions.values())

    def allow(self, given: When) -> None:
        """Enable exactly the actions whose needs are all `given`."""
        for spec in ACTIONS:
            self._actions[spec.id].setEnabled(spec.when in given)

    def name_step(self, action_id: str, words: str) -> None:
        """Say in the tip what undo or redo would do."""
        spec = next(spec for spec in ACTIONS if spec.id == action_id)
        self._actions[action_id].setToolTip(_tip(spec, f"{spec.tip}: {words}" if words else spec.tip))


def keys_words(keys: tuple[str, ...]) -> str:
    """Keys as they stand on the keyboard."""
    native = (QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) for key in keys)
    return " hoặc ".join("+".join(_CAPS.get(key, key) for key in each.split("+")) for each in native)


def _made(spec: ActionSpec, parent: QObject) -> QAction:
    action = QAction(spec.text, parent)
    action.setObjectName(spec.id)
    action.setIconText(spec.short or spec.text)
    if spec.icon:
        action.setIcon(icon(spec.icon))
    action.setShortcuts([QKeySequence(key) for key in spec.keys])
    action.setToolTip(_tip(spec, spec.tip))
    return action


def _tip(spec: ActionSpec, sentence: str) -> str:
    return f"{sentence} ({keys_words(spec.keys)})" if spec.keys else sentence
