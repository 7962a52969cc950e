"""The reports of the units in a folder: real files, some of them hostile."""

from __future__ import annotations

import io
import os
import zipfile
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from bcdesk.errors import FolderTooFull, FolderUnreadable
from bcdesk.intake import collecting
from bcdesk.intake.collecting import Collection, collect
from bcdesk.intake.standing import Line, Standing, missing, received, standing
from bcdesk.intake.text import read_text
from bcdesk.parcel.bundle import pack
from bcdesk.report.merged import Contribution, Merged
from bcdesk.report.period import Period, PeriodType
from bcdesk.word import writer
from tests.intake.paper import sheet_of

TEXT = "{head}\nSố: 05/BC-X\n\nBÁO CÁO\nKết quả công tác {period}\n\n1. Kết quả\nĐã làm {count} việc.\n"
OURS = replace(
    read_text(TEXT.format(head="ỦY BAN NHÂN DÂN\nXÃ SƠN KỲ", period="quý I năm 2024", count=0)).report,
    period=Period(PeriodType.QUARTER, 2024, 1),
)
UNITS = ("Phòng Kinh tế", "Công an xã", "Trạm Y tế", "Thôn 1", "Thôn 2")


def text(unit: str = "", *, period: str = "quý I năm 2024", count: int = 5) -> bytes:
    return TEXT.format(head=unit.upper(), period=period, count=count).encode()


def word(unit: str = "", *, modified: str = "", **rest) -> bytes:
    made = writer.write(sheet_of(read_text(text(unit, **rest).decode()).report))
    if not modified:
        return made
    said = f'<dcterms:modified xmlns:dcterms="http://purl.org/dc/terms/">{modified}</dcterms:modified>'
    data = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(made)) as old, zipfile.ZipFile(data, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name.endswith("core.xml"):
                content = content.replace(b"</cp:coreProperties>", f"{said}</cp:coreProperties>".encode())
            new.writestr(name, content)
    return data.getvalue()


def put(folder: Path, name: str, data: bytes, *, at: str = "") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    if at:
        seconds = datetime.fromisoformat(at).astimezone().timestamp()
        os.utime(path, (seconds, seconds))
    return path


def lines(folder: Path, report=OURS, units=UNITS) -> dict[str, Line]:
    """The lines by the path of their file, or by the unit where they have none."""
    found = standing(collect(folder, units, report), report)
    return {line.arrival.file if line.arrival else line.unit: line for line in found}


def told(folder: Path, report=OURS) -> dict[str, tuple[str, str]]:
    return {key: (line.unit, line.words) for key, line in lines(folder, report).items()}


def test_every_kind_of_report_is_read_and_told_by_its_unit(tmp_path):
    put(tmp_path, "a.docx", word("Phòng Kinh tế"))
    put(tmp_path, "cong an.txt", text())
    drafted = replace(OURS, drafting_unit="Trạm Y tế")
    put(tmp_path, "b.bcdesk", pack(drafted))
    put(tmp_path, "Thôn 1/bao cao.docx", word())
    assert told(tmp_path) == {
        "a.docx": ("Phòng Kinh tế", "đã gửi"),
        "cong an.txt": ("Công an xã", "đã gửi"),
        "b.bcdesk": ("Trạm Y tế", "đã gửi"),
        "Thôn 1/bao cao.docx": ("Thôn 1", "đã gửi"),
        "Thôn 2": ("Thôn 2", "chưa gửi"),
    }


def test_the_units_without_a_report_are_named_in_their_order(tmp_path):
    put(tmp_path, "Thôn 1.txt", text())
    assert missing(lines(tmp_path).values()) == ("Phòng Kinh tế", "Công an xã", "Trạm Y tế", "Thôn 2")


def test_what_is_merged_comes_in_the_order_of_the_units(tmp_path):
    for name in ("a thon 2.txt", "b thon 1.txt", "c cong an.txt"):
        put(tmp_path, name, text(count=len(name)), at="2024-03-14T10:42:05")
    found = received(lines(tmp_path).values())
    assert [each.contribution.unit for each in found] == ["Công an xã", "Thôn 1", "Thôn 2"]
    assert found[0].contribution.file == "c cong an.txt"
    assert found[0].contribution.modified == "2024-03-14T10:42:05"
    assert found[0].report.sections


def test_a_file_named_in_decomposed_letters_is_kept_with_composed_ones(tmp_path):
    put(tmp_path, "Tho\u0302n 1.txt", text())
    (found,) = received(lines(tmp_path).values())
    assert (found.contribution.unit, found.contribution.file) == ("Thôn 1", "Thôn 1.txt")


def test_of_two_files_of_a_unit_the_newer_one_is_taken(tmp_path):
    put(tmp_path, "thon 1 moi.txt", text(count=6), at="2024-03-15T08:00")
    put(tmp_path, "thon 1.txt", text(count=5), at="2024-03-14T08:00")
    assert told(tmp_path)["thon 1 moi.txt"] == ("Thôn 1", "đã gửi")
    assert told(tmp_path)["thon 1.txt"] == ("Thôn 1", "bản cũ")


def test_what_a_word_file_says_of_itself_counts_more_than_when_it_was_copied(tmp_path):
    put(tmp_path, "thon 1 a.docx", word(modified="2024-03-15T01:00:00Z", count=6), at="2024-03-16T08:00")
    put(tmp_path, "thon 1 b.docx", word(modified="2024-03-14T01:00:00Z", count=5), at="2024-03-17T08:00")
    assert lines(tmp_path)["thon 1 a.docx"].standing is Standing.SENT
    assert lines(tmp_path)["thon 1 b.docx"].standing is Standing.OLDER


@pytest.mark.parametrize(
    "said",
    [
        "2013-12-23T23:15:00Z",
        "hôm qua",
        "2024-03-15T01:00:00",
        "9999-12-31T23:59:59-14:00",
        "0001-01-01T00:00:00+14:00",
    ],
)
def test_a_time_a_word_file_has_of_its_template_or_cannot_be_read_is_not_believed(tmp_path, said):
    put(tmp_path, "thon 1.docx", word(modified=said), at="2024-03-16T08:00")
    assert lines(tmp_path)["thon 1.docx"].arrival.modified == "2024-03-16T08:00:00"


@pytest.mark.parametrize("name", ["b/thon 1.txt", "b/ban sao.txt"])
def test_the_very_same_bytes_are_one_report(tmp_path, name):
    put(tmp_path, "a/thon 1.txt", text())
    put(tmp_path, name, text())
    assert told(tmp_path)[name][1] == "trùng tệp khác: a/thon 1.txt"
    assert told(tmp_path)[name][0] == "Thôn 1"


def test_a_copy_of_a_file_of_nobody_known_is_one_report_too(tmp_path):
    put(tmp_path, "tổng hợp 1.txt", text())
    put(tmp_path, "tổng hợp 2.txt", text())
    assert [line.standing for line in lines(tmp_path).values()][-2:] == [Standing.UNKNOWN, Standing.SAME]


def test_two_units_may_send_the_same_words(tmp_path):
    put(tmp_path, "thon 1.txt", text())
    put(tmp_path, "thon 2.txt", text())
    assert all(lines(tmp_path)[name].taken for name in ("thon 1.txt", "thon 2.txt"))


@pytest.mark.parametrize(
    ("period", "words"),
    [
        ("quý IV năm 2023", "khác kỳ: quý IV năm 2023"),
        ("tháng 3 năm 2024", "khác kỳ: tháng 3 năm 2024"),
        ("từ ngày 01/10/2023 đến ngày 31/12/2023", "khác kỳ: từ 01 tháng 10 năm 2023 đến 31 tháng 12 năm 2023"),
        ("từ ngày 15/12/2023 đến ngày 14/3/2024", "đã gửi"),
        ("năm học mới", "đã gửi"),
    ],
)
def test_a_report_of_another_period_is_said_and_not_merged(tmp_path, period, words):
    put(tmp_path, "thon 1.txt", text(period=period))
    line = lines(tmp_path)["thon 1.txt"]
    assert line.words.replace("ngày ", "") == words
    assert line.taken == (words == "đã gửi")
    assert ("Thôn 1" in missing([line])) != line.taken


def test_a_report_of_another_period_is_merged_when_the_clerk_ticks_it(tmp_path):
    put(tmp_path, "thon 1.txt", text(period="quý IV năm 2023"))
    found = collect(tmp_path, UNITS, OURS).taking("thon 1.txt", wanted=True)
    (line,) = (line for line in standing(found, OURS) if line.unit == "Thôn 1")
    assert (line.taken, line.words) == (True, "đã gửi: quý IV năm 2023")


STORM = text("Thôn 1", period="").replace("Kết quả công tác".encode(), "Nhanh tình hình thiên tai do mưa lũ".encode())
MEETING = text("Thôn 1", period="phòng cháy, chữa cháy")


@pytest.mark.parametrize("other", [STORM, MEETING])
def test_another_report_of_a_unit_is_no_newer_version(tmp_path, other):
    put(tmp_path, "thon 1.txt", text("Thôn 1"), at="2024-03-14T08:00")
    put(tmp_path, "thon 1 moi.txt", other, at="2024-03-15T08:00")
    title = read_text(other.decode()).report.title
    assert told(tmp_path) | {"thon 1.txt": ("Thôn 1", "đã gửi")} == told(tmp_path)
    assert told(tmp_path)["thon 1 moi.txt"] == ("Thôn 1", f"báo cáo khác: {title}")


def test_a_report_of_another_kind_and_of_no_period_does_not_stand_for_the_one_asked_for(tmp_path):
    put(tmp_path, "thon 1.txt", STORM)
    assert lines(tmp_path)["thon 1.txt"].standing is Standing.OTHER_REPORT
    assert "Thôn 1" in missing(lines(tmp_path).values())
    found = collect(tmp_path, UNITS, OURS).taking("thon 1.txt", wanted=True)
    assert [line.unit for line in standing(found, OURS) if line.taken] == ["Thôn 1"]


def test_a_report_of_another_kind_that_says_the_period_is_taken_and_its_title_told(tmp_path):
    put(tmp_path, "thon 1.txt", text("Thôn 1").replace("công tác".encode(), "công tác chuyển đổi số".encode()))
    assert told(tmp_path)["thon 1.txt"] == ("Thôn 1", "đã gửi: Kết quả công tác chuyển đổi số quý I năm 2024")


def test_the_clerk_may_take_the_older_one_and_then_the_newer_again(tmp_path):
    put(tmp_path, "thon 1 a.txt", text(count=5), at="2024-03-14T08:00")
    put(tmp_path, "thon 1 b.txt", text(count=6), at="2024-03-15T08:00")
    found = collect(tmp_path, UNITS, OURS).taking("thon 1 a.txt", wanted=True)
    assert _of(found, "Thôn 1") == {"thon 1 a.txt": Standing.SENT, "thon 1 b.txt": Standing.LEFT_OUT}
    found = found.taking("thon 1 b.txt", wanted=True)
    assert _of(found, "Thôn 1") == {"thon 1 b.txt": Standing.SENT, "thon 1 a.txt": Standing.OLDER}


def test_what_the_clerk_leaves_out_is_not_replaced_by_an_older_one(tmp_path):
    put(tmp_path, "thon 1 a.txt", text(count=5), at="2024-03-14T08:00")
    put(tmp_path, "thon 1 b.txt", text(count=6), at="2024-03-15T08:00")
    found = collect(tmp_path, UNITS, OURS).taking("thon 1 b.txt", wanted=False)
    assert _of(found, "Thôn 1") == {"thon 1 a.txt": Standing.LEFT_OUT, "thon 1 b.txt": Standing.LEFT_OUT}


def _of(collection: Collection, unit: str) -> dict[str, Standing]:
    return {line.arrival.file: line.standing for line in standing(collection, OURS) if line.unit == unit}


def test_a_file_of_nobody_known_waits_for_an_answer(tmp_path):
    put(tmp_path, "tổng hợp.txt", text())
    found = collect(tmp_path, UNITS, OURS)
    assert standing(found, OURS)[-1].standing is Standing.UNKNOWN
    assert received(standing(found, OURS)) == ()
    found = found.from_unit("tổng hợp.txt", "Hội Nông dân")
    assert found.units == (*UNITS, "Hội Nông dân")
    assert [each.contribution.unit for each in received(standing(found, OURS))] == ["Hội Nông dân"]


def test_with_another_list_of_units_only_what_they_leave_open_is_looked_at_anew(tmp_path):
    for count, name in enumerate(("tổng hợp.txt", "hoi nong dan.txt", "thon 1.txt")):
        put(tmp_path, name, text(count=count))
    found = collect(tmp_path, UNITS, OURS).from_unit("tổng hợp.txt", "Thôn 2")
    found = found.expecting(("Thôn 2", "Hội Nông dân"), {})
    assert [(line.unit, line.standing) for line in standing(found, OURS)] == [
        ("Thôn 2", Standing.SENT),
        ("Hội Nông dân", Standing.SENT),
        ("Thôn 2", Standing.UNKNOWN),
    ]


def test_without_expected_units_those_that_sent_are_the_units(tmp_path):
    put(tmp_path, "a.docx", word("Công an xã Sơn Kỳ"))
    put(tmp_path, "Thôn 5.txt", text())
    found = collect(tmp_path, (), OURS)
    assert found.units == ("Thôn 5", "Công an xã Sơn Kỳ")
    assert all(line.taken for line in standing(found, OURS))


def test_what_was_merged_before_is_told_apart_from_what_is_new(tmp_path):
    put(tmp_path, "thon 1.txt", text(count=5))
    put(tmp_path, "thon 2.txt", text(count=6))
    before = received(lines(tmp_path).values())
    old = Contribution("Thôn 2", "thon 2.txt", "0" * 64, "2024-03-01T00:00:00")
    gone = Contribution("Trạm Y tế", "tyt.docx", "1" * 64, "2024-03-01T00:00:00")
    report = replace(OURS, merged=Merged((before[0].contribution, old, gone)))
    found = lines(tmp_path, report)
    assert found["thon 1.txt"].standing is Standing.MERGED
    assert found["thon 2.txt"].standing is Standing.NEWER
    assert found["Trạm Y tế"] == Line("Trạm Y tế", Standing.MERGED)
    assert missing(found.values()) == ("Phòng Kinh tế", "Công an xã")


def test_a_file_of_nobody_known_is_of_the_unit_it_was_merged_for(tmp_path):
    put(tmp_path, "tổng hợp.txt", text())
    found = collect(tmp_path, UNITS, OURS).from_unit("tổng hợp.txt", "Thôn 2")
    (before,) = received(standing(found, OURS))
    report = replace(OURS, merged=Merged((before.contribution,)))
    assert told(tmp_path, report)["tổng hợp.txt"] == ("Thôn 2", "đã tổng hợp")
    assert lines(tmp_path, report, ("Thôn 1",))["tổng hợp.txt"].standing is Standing.UNKNOWN


def test_a_unit_merged_before_is_not_missing_when_its_file_is_left_out_now(tmp_path):
    put(tmp_path, "thon 1.txt", text(period="quý IV năm 2023"))
    report = replace(OURS, merged=Merged((Contribution("Thôn 1", "a.txt", "0" * 64, "2024-03-01T00:00:00"),)))
    found = standing(collect(tmp_path, ("Thôn 1",), report), report)
    assert [line.words for line in found] == ["đã tổng hợp", "khác kỳ: quý IV năm 2023"]
    assert missing(found) == ()


def test_no_bad_file_stops_the_others(tmp_path):
    put(tmp_path, "thon 1.txt", text())
    put(tmp_path, "trong.docx", b"")
    put(tmp_path, "cu.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
    put(tmp_path, "khoa.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"))
    put(tmp_path, "quet.pdf", b"%PDF-1.7")
    put(tmp_path, "anh.docx", b"\x89PNG\r\n\x1a\n")
    put(tmp_path, "hong.bcdesk", pack(OURS)[:-50])
    put(tmp_path, "bom.docx", bomb())
    (tmp_path / "duong ong.docx").unlink(missing_ok=True)
    os.mkfifo(tmp_path / "duong ong.docx")
    found = lines(tmp_path)
    bad = {key: line for key, line in found.items() if line.standing is Standing.UNREADABLE}
    assert set(bad) == {
        "trong.docx", "cu.doc", "khoa.docx", "quet.pdf", "anh.docx", "hong.bcdesk", "bom.docx", "duong ong.docx",
    }  # fmt: skip
    assert all(line.remark.endswith(".") and not line.taken for line in bad.values())
    assert "mật khẩu" in bad["khoa.docx"].remark
    assert found["thon 1.txt"].taken


def bomb() -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b" " * 30_000_000)
    return data.getvalue()


def test_a_link_out_of_the_folder_is_not_followed(tmp_path):
    outside, folder = tmp_path / "khac", tmp_path / "nop"
    put(outside, "thon 1.txt", text())
    folder.mkdir()
    (folder / "thon 1.txt").symlink_to(outside / "thon 1.txt")
    (folder / "thu muc").symlink_to(outside)
    (folder / "thon 2.docx").symlink_to(outside)
    found = lines(folder)
    assert "lối tắt" in found["thon 1.txt"].remark
    assert "lối tắt" in found["thon 2.docx"].remark
    assert not any(line.taken for line in found.values())


def test_a_folder_called_like_a_file_is_a_folder(tmp_path):
    put(tmp_path, "thon 1.docx/bao cao.txt", text())
    assert told(tmp_path)["thon 1.docx/bao cao.txt"] == ("Thôn 1", "đã gửi")


def test_what_is_no_report_hidden_or_deeper_is_not_looked_at(tmp_path):
    for name in ("~$thon 1.docx", ".thon 1.docx", "anh.jpg", "a/b/thon 1.txt", ".a/thon 1.txt"):
        put(tmp_path, name, text())
    assert collect(tmp_path, UNITS, OURS).arrivals == ()


def test_a_subfolder_one_may_not_look_into_is_passed_over(tmp_path, monkeypatch):
    put(tmp_path, "thon 1.txt", text())
    put(tmp_path, "a/thon 2.txt", text())
    really = os.scandir

    def refused(path):
        if path.name == "a":
            raise PermissionError
        return really(path)

    monkeypatch.setattr(os, "scandir", refused)
    assert [each.file for each in collect(tmp_path, UNITS, OURS).arrivals] == ["thon 1.txt"]


def test_a_file_taken_away_while_it_is_read_still_counts_as_read(tmp_path, monkeypatch):
    path = put(tmp_path, "thon 1.txt", text())
    read = collecting.read_bytes

    def taken_away(*given):
        path.unlink()
        return read(*given)

    monkeypatch.setattr(collecting, "read_bytes", taken_away)
    assert collect(tmp_path, UNITS, OURS).arrivals[0].modified.startswith("1970-01-01")


def test_five_hundred_files_are_read_and_one_more_is_too_many(tmp_path):
    for number in range(500):
        put(tmp_path, f"{number}.txt", b"a" if number else text())
    heard = []
    found = collect(tmp_path, UNITS, OURS, told=lambda done, every: heard.append((done, every)))
    assert len(found.arrivals) == 500
    assert heard == [(done, 500) for done in range(501)]
    put(tmp_path, "500.txt", b"a")
    with pytest.raises(FolderTooFull, match="500"):
        collect(tmp_path, UNITS, OURS)


def test_one_may_stop_on_the_way(tmp_path):
    for number in range(9):
        put(tmp_path, f"{number}.txt", text())
    heard: list[int] = []
    found = collect(tmp_path, UNITS, OURS, told=lambda done, _: heard.append(done), stop=lambda: len(heard) == 3)
    assert (len(found.arrivals), found.complete) == (3, False)


@pytest.mark.parametrize("name", ["khong co", "tep.txt"])
def test_a_folder_that_cannot_be_opened_is_said(tmp_path, name):
    put(tmp_path, "tep.txt", text())
    with pytest.raises(FolderUnreadable, match="Không mở được thư mục"):
        collect(tmp_path / name, UNITS, OURS)


def test_nothing_in_the_folder_is_written(tmp_path):
    put(tmp_path, "thon 1.docx", word(), at="2024-03-14T08:00")
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in tmp_path.iterdir()}
    collect(tmp_path, UNITS, OURS)
    assert {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in tmp_path.iterdir()} == before
