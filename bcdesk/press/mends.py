"""What the program can mend of what the form check finds in a report: by rule, each one edit and one undo step."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from bcdesk.press.rewording import ended, marked, reworded, titled
from bcdesk.report.edits import Edit, normalised
from bcdesk.report.findings import Finding, Fix
from bcdesk.report.office import abbreviation_of, header_lines, place_of, superior_line, symbol_of
from bcdesk.report.report import Report, Role

_ABOUT = re.compile(r"V\s*/\s*v\b[.:]?\s*", re.IGNORECASE)
_SEPARATOR = re.compile(r"\s*[-–—]\s*")
_YEAR = re.compile(r"[-/]?20\d\d[-/]?")
_SYMBOL = re.compile(r"BC-[A-ZĐƯ0-9&.]+(?:-[A-ZĐƯ0-9&.]+)*")
_ARCHIVE = re.compile(r"[-–—+•\s]*lưu\b\s*:?\s*", re.IGNORECASE)
_WHOLE_LINE = re.compile(r"(?:TM|KT|TL|TUQ|Q)\. [^a-zđ]+")
_SIGNS, _DASHES = " ;,.", "-–—+• "
_FULL = {"UBND": "ỦY BAN NHÂN DÂN", "HĐND": "HỘI ĐỒNG NHÂN DÂN"}
AS_ABOVE = "Như trên"


@dataclass(frozen=True, slots=True)
class Mended:
    """An edit that mends one kind of thing in the report as it is when the edit is made."""

    words: str
    mend: Callable[[Report], Report]
    place: str = ""

    def apply(self, report: Report) -> Report:
        """The mended report."""
        return normalised(self.mend(report))


def mends(finding: Finding, report: Report) -> tuple[Fix, ...]:
    """The mends one may choose for a finding; none where only the clerk can know what is right."""
    edit = MENDS.get(finding.rule) or _by_finding(finding, report)
    return (Fix(edit.words, edit),) if edit and edit.apply(report) != report else ()


def _by_finding(finding: Finding, report: Report) -> Edit | None:
    mend = BY_FINDING.get(finding.rule) or (reworded if finding.rule.startswith("VH") else None)
    return mend(report, finding) if mend else None


def _with_header(report: Report, change: Callable[[str], str]) -> Report:
    header = tuple(map(change, header_lines(report.office)))
    return replace(report, office=replace(report.office, header=header))


def _full_name(report: Report) -> Report:
    return _with_header(report, _spelt_out)


def _spelt_out(line: str) -> str:
    for short, full in _FULL.items():
        line = re.sub(rf"\b{short}\b", full, line)
    return line


def _name_in_capitals(report: Report) -> Report:
    return _with_header(report, str.upper)


def _superior_in_capitals(report: Report) -> Report:
    return replace(report, office=replace(report.office, superior=superior_line(report.office).upper()))


def _number(report: Report) -> Report:
    return replace(report, number=report.number.strip().lstrip("0"))


def _symbol(report: Report) -> Report:
    """The symbol as typed, without blanks and year, where it then is one; else the office's."""
    typed = _YEAR.sub("", _SEPARATOR.sub("-", report.symbol.strip()).replace(" ", "")).upper()
    symbol = typed if _SYMBOL.fullmatch(typed) else symbol_of(report.office)
    return replace(report, symbol=symbol or report.symbol)


def _usual_place(report: Report) -> Report:
    return replace(report, place=place_of(replace(report.office, place="")) or report.place)


def _place_with_unit(report: Report) -> Report:
    return replace(report, place=f"{report.office.unit.capitalize()} {report.place or place_of(report.office)}")


def _place_with_capital(report: Report) -> Report:
    place = report.place or place_of(report.office)
    return replace(report, place=place[:1].upper() + place[1:])


def _without_about(report: Report) -> Report:
    first = _ABOUT.sub("", report.subject[0], count=1)
    return replace(report, subject=(first[:1].upper() + first[1:], *report.subject[1:]))


def _without_stop(report: Report) -> Report:
    *above, last = report.subject
    return replace(report, subject=(*above, last.rstrip(" .")))


def _addressed(report: Report) -> Report:
    """To the body whose document asked for the report."""
    body = report.request.body.strip() if report.request else ""
    return replace(report, addressees=(body,)) if body else report


def _addressees(report: Report) -> Report:
    names = (name.strip(_SIGNS).lstrip(_DASHES) for line in report.addressees for name in line.split(";"))
    return replace(report, addressees=tuple(filter(None, names)))


def _recipients(report: Report) -> Report:
    """Each recipient with its semicolon, the archive line in its prescribed form and last."""
    listed = (line.lstrip(_DASHES).strip(_SIGNS) for line in report.recipients)
    others = (f"{line};" for line in listed if line and not _ARCHIVE.match(line))
    return replace(report, recipients=(*others, _archive_line(report)))


def _archive_line(report: Report) -> str:
    """`Lưu: VT, VHXH.`, with what the report says itself behind `VT`, else with its drafting unit."""
    typed = next((line for line in report.recipients if _ARCHIVE.match(line)), "")
    parts = (part.strip() for part in re.split("[,;]", _ARCHIVE.sub("", typed).strip(_SIGNS)))
    kept = tuple(part for part in parts if part and part.upper() != "VT")
    unit = abbreviation_of(report.drafting_unit)
    return f"Lưu: {', '.join(('VT', *(kept or filter(None, (unit,)))))}."


def _as_above(report: Report) -> Report:
    """`Như trên` first, where the report is addressed to somebody."""
    others = tuple(line for line in report.recipients if not line.lstrip(_DASHES).startswith(AS_ABOVE))
    return replace(report, recipients=(f"{AS_ABOVE};", *others)) if report.addressees else report


def _authority_in_capitals(report: Report) -> Report:
    signed = report.signature
    lines = tuple(line.upper() for line in signed.lines)
    return replace(report, signature=replace(signed, lines=lines, below=signed.below.upper()))


def _authority(report: Report, finding: Finding) -> Edit | None:
    """The line as it should be, where the lines were typed and the finding says the whole line."""
    place, wanted = finding.place, finding.wanted
    if report.signature.role is not Role.TYPED or place is None or not _WHOLE_LINE.fullmatch(wanted):
        return None
    at = place.block

    def change(report: Report) -> Report:
        lines = tuple(wanted if index == at else line for index, line in enumerate(report.signature.lines))
        return replace(report, signature=replace(report.signature, lines=lines))

    return Mended(f"Sửa thành {wanted}", change)


def _signer(report: Report, finding: Finding) -> Edit | None:
    """The name as it should be; what a finding wants of its look is no name."""
    name = finding.wanted
    if name.casefold() not in report.signature.name.casefold():
        return None
    return Mended(
        f"Sửa họ tên thành {name}", lambda report: replace(report, signature=replace(report.signature, name=name))
    )


MENDS: Mapping[str, Mended] = {
    "CQ-01": Mended("Ghi đầy đủ tên cơ quan", _full_name),
    "CQ-03": Mended("Viết hoa tên cơ quan", _name_in_capitals),
    "CQ-04": Mended("Viết hoa tên cơ quan chủ quản", _superior_in_capitals),
    "SO-02": Mended("Sửa số văn bản", _number),
    "SO-04": Mended("Sửa ký hiệu", _symbol),
    "SO-05": Mended("Sửa ký hiệu", _symbol),
    "SO-06": Mended("Sửa ký hiệu", _symbol),
    "SO-09": Mended("Bỏ năm trong ký hiệu", _symbol),
    "DD-01": Mended("Lấy địa danh theo hồ sơ đơn vị", _usual_place),
    "DD-02": Mended("Ghi đầy đủ địa danh", _place_with_unit),
    "DD-06": Mended("Viết hoa địa danh", _place_with_capital),
    "TL-05": Mended("Bỏ “V/v”", _without_about),
    "TL-06": Mended("Bỏ dấu chấm cuối trích yếu", _without_stop),
    "KG-01": Mended("Kính gửi cơ quan yêu cầu báo cáo", _addressed),
    "KG-04": Mended("Mỗi nơi gửi một dòng", _addressees),
    "KY-07": Mended("Viết hoa quyền hạn, chức vụ", _authority_in_capitals),
    "NN-03": Mended("Sửa danh sách nơi nhận", _recipients),
    "NN-04": Mended("Sửa dòng lưu", _recipients),
    "NN-05": Mended("Thêm “Như trên”", _as_above),
}
BY_FINDING: Mapping[str, Callable[[Report, Finding], Edit | None]] = {
    "ND-09": titled,
    "ND-10": marked,
    "ND-12": marked,
    "ND-13": marked,
    "ND-14": ended,
    "ND-16": ended,
    "ND-19": reworded,
    "KY-01": _authority,
    "KY-02": _authority,
    "KY-03": _authority,
    "KY-04": _authority,
    "KY-05": _authority,
    "KY-08": _signer,
    "KY-09": _signer,
    "PL-04": titled,
}
