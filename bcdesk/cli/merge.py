"""The reports of the units merged from the command line: who has sent, what changed, what is to be looked at."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bcdesk.intake.collecting import Collection
    from bcdesk.intake.standing import Line
    from bcdesk.report.consolidation.values import Consolidation
    from bcdesk.report.report import Report


def merge_reports(asked: Namespace) -> None:
    """Merge what lies in a folder into a report, as a file of its own; files of nobody known are told and left out."""
    from bcdesk.intake.files import read_file
    from bcdesk.intake.standing import received, standing
    from bcdesk.parcel.bundle import pack
    from bcdesk.press.files import write_whole
    from bcdesk.report.consolidation.merging import merge

    intake = read_file(asked.into)
    report = intake.report
    lines = standing(_collected(asked, report), report)
    made = merge(report, received(lines))
    written = write_whole(asked.output, pack(made.report, intake.signed_copy))
    if asked.json:
        print(json.dumps({**_plain(lines, made), "written": str(written)}, ensure_ascii=False, indent=2))
    else:
        print("\n".join((*_told(lines, made), f"Đã tổng hợp vào {written}")))


def _collected(asked: Namespace, report: Report) -> Collection:
    """What lies in the folder; the units are those of the list given, else those the office has in its data folder."""
    from bcdesk.intake.collecting import collect

    units, senders = _known(asked.data_dir, report.kind)
    return collect(asked.folder, _listed(asked.units) if asked.units else units, report, senders=senders)


def _listed(path: Path) -> tuple[str, ...]:
    """The units in a text file, a line for each."""
    from bcdesk.intake.files import bytes_in
    from bcdesk.intake.senders import listed_units
    from bcdesk.intake.text import decode

    return listed_units(decode(bytes_in(path), path.name))


def _known(folder: Path, kind: str) -> tuple[tuple[str, ...], dict[str, str]]:
    """The units and senders the office that works in a data folder has; none where nobody has yet."""
    from contextlib import closing

    from bcdesk.cli.commands import store_in
    from bcdesk.session.settings import Settings
    from bcdesk.storage.database import FILE_NAME

    if not (folder / FILE_NAME).exists():
        return (), {}
    with closing(store_in(folder)) as store:
        settings = Settings(store)
        return settings.units(kind), settings.senders


def _told(lines: Sequence[Line], made: Consolidation) -> Iterator[str]:
    from bcdesk.intake.standing import missing

    for line in lines:
        file = f" ({line.arrival.file})" if line.arrival and line.unit else ""
        yield f"- {line.unit or (line.arrival.file if line.arrival else '')}{file}: {line.words}"
    lacking = missing(lines)
    if lacking:
        yield f"Chưa gửi: {'; '.join(lacking)}."
    for words in _remarks(made):
        yield f"Cần xem lại: {words}"


def _remarks(made: Consolidation) -> Iterator[str]:
    """What could not be added up, what stays as it was changed, what was not put back, what was placed by likeness."""
    from bcdesk.report.consolidation.figures import partial_sums
    from bcdesk.report.lines import part_titles

    titles = part_titles(made.report)
    yield from partial_sums(made.report)
    for doubt in made.doubts:
        yield f"{titles[doubt.place.part]}: {doubt.piece.doubt}"
    for kept in made.kept:
        if kept.differs:
            yield f"{titles[kept.place.part]}: {'; '.join(kept.was.units)} nay viết khác, phần đã sửa được giữ nguyên."
    for gone in made.gone:
        yield f"{'; '.join(gone.now.units)} nay viết khác ở chỗ đã xóa, không đưa lại."
    for asked in made.asked:
        yield f"“{' › '.join(asked.titles)}” của {'; '.join(asked.units)}: xem đã vào đúng mục chưa."


def _plain(lines: Sequence[Line], made: Consolidation) -> dict[str, Any]:
    """The same under names that stay."""
    from bcdesk.intake.standing import missing

    return {
        "files": [
            {
                "unit": line.unit,
                "standing": line.standing.name.lower().replace("_", "-"),
                "remark": line.remark,
                "file": line.arrival.file if line.arrival else None,
                "merged": line.taken,
            }
            for line in lines
        ],
        "missing": list(missing(lines)),
        "remarks": list(_remarks(made)),
    }
