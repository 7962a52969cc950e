from __future__ import annotations

from contextlib import closing
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bcdesk.report.kind_files import Group
from bcdesk.report.kinds import Kind, load_kinds
from bcdesk.report.period import EVERY_QUARTER, CutOff
from bcdesk.report.record import VERSION, encode_kind
from bcdesk.report.report import Section, paragraph
from bcdesk.report.templates import About, template_of_outline
from bcdesk.session.templates import Templates
from bcdesk.storage.backups import SqliteBackups
from bcdesk.storage.database import open_store

NOW = datetime(2026, 4, 15, 8, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))


@pytest.fixture
def store(tmp_path: Path):
    with closing(open_store(tmp_path)) as opened:
        yield opened


def template(name: str, id_: str) -> Kind:
    outline = (Section("s1", "I.", "Kết quả", (paragraph("Giữ {kỳ}."),)),)
    return template_of_outline(outline, About(name, Group.THEMATIC, EVERY_QUARTER, CutOff.CALENDAR), id_)


def test_the_offices_own_come_first_by_name(store):
    templates = Templates(store)
    for kind in (template("Tôn giáo", "mau-b"), template("Dân vận", "mau-a")):
        templates.keep(kind)
    assert [kind.name for kind in templates.kinds[:2]] == ["Dân vận", "Tôn giáo"]
    assert templates.kinds[2:] == load_kinds()


def test_kept_again_a_template_is_the_new_one(store):
    templates = Templates(store)
    templates.keep(template("Dân vận", "mau-a"))
    templates.keep(template("Công tác dân vận", "mau-a"))
    assert templates.own == (template("Công tác dân vận", "mau-a"),)


def test_a_removed_template_is_gone_and_can_be_kept_again(store):
    templates, kind = Templates(store), template("Dân vận", "mau-a")
    templates.keep(kind)
    templates.remove("mau-a")
    assert templates.own == ()
    templates.keep(kind)
    assert templates.own == (kind,)


def test_what_a_newer_version_wrote_is_left_alone(store):
    newer = {**encode_kind(template("Mới", "mau-n")), "version": VERSION + 1}
    store.keep_setting("kinds", [newer])
    templates = Templates(store)
    templates.keep(template("Dân vận", "mau-a"))
    assert [kind.id for kind in templates.own] == ["mau-a"]
    assert newer in store.setting("kinds")


def test_a_backup_brings_the_templates_of_its_time_back(tmp_path: Path, store):
    backups, templates = SqliteBackups(tmp_path, store, lambda: NOW), Templates(store)
    templates.keep(template("Dân vận", "mau-a"))
    taken = backups.take()
    assert not backups.outdated()
    templates.keep(template("Dân vận khéo", "mau-a"))
    assert backups.outdated()
    backups.bring_back(taken)
    assert [kind.name for kind in templates.own] == ["Dân vận"]
