from __future__ import annotations

import shutil
from contextlib import closing
from datetime import datetime, timedelta
from random import Random

import pytest

from bcdesk.errors import DatabaseDamaged, DatabaseMissing, DatabaseOutOfReach
from bcdesk.report.rescue import GAP, Salvage, Way
from bcdesk.session.history import History
from bcdesk.session.session import Session
from bcdesk.storage import shelf
from bcdesk.storage.backups import SqliteBackups
from bcdesk.storage.database import FILE_NAME, open_store
from bcdesk.storage.journal import Journal
from bcdesk.storage.rescue import Rescuer
from bcdesk.storage.setting_aside import finish
from tests.session.reports import report, text_of
from tests.storage import make_database
from tests.storage.clock import WallClock
from tests.storage.sql import rows, run, value

PAGE = 4096
ROWS_ON_A_PAGE = 8
TEXTS = [f"{number} " + "chữ nghĩa " * length for number, length in enumerate((1, 10, 300, 2000) * 2)]


def fill(folder, texts=TEXTS, now=None):
    """A closed database with these reports; their texts by their ids."""
    with closing(open_store(folder, **({"now": now} if now else {}))) as store:
        store.keep_setting("drafter", "Lan")
        return {store.create(report(text)): text.strip() for text in texts}


def texts_in(folder):
    with closing(open_store(folder)) as store:
        return {listed.id: text_of(store.load(listed.id).report).strip() for listed in store.listed()}


def rescuer(folder):
    return Rescuer(folder, WallClock())


def damage(path, at, data):
    whole = bytearray(path.read_bytes())
    whole[at : at + len(data)] = data
    path.write_bytes(whole)


def salvaged(folder, way=Way.SALVAGE):
    """Look, take that way, and what was found."""
    one = rescuer(folder)
    found = one.look()
    one.take(way)
    return found


def noise(length=PAGE, seed=1):
    return Random(seed).randbytes(length)


def test_without_its_first_page_every_report_and_setting_is_salvaged(folder, path):
    told = fill(folder)
    damage(path, 0, noise())
    with pytest.raises(DatabaseDamaged):
        open_store(folder)
    found = salvaged(folder)
    assert {listed.id for listed in found.salvage.whole} == told.keys()
    assert texts_in(folder) == told
    with closing(open_store(folder)) as store:
        assert store.setting("drafter") == "Lan"


def test_a_setting_that_is_gone_is_taken_from_the_backup(folder, path):
    fill(folder)
    with closing(open_store(folder)) as store:
        SqliteBackups(folder, store, WallClock()).take()
    root = value(path, "SELECT rootpage FROM sqlite_master WHERE name = 'setting'")
    damage(path, (root - 1) * PAGE, noise())
    salvaged(folder)
    with closing(open_store(folder)) as store:
        assert store.setting("drafter") == "Lan"


@pytest.fixture
def with_a_log(monkeypatch):
    """As on a local disk, wherever the tests run."""
    monkeypatch.setattr("bcdesk.storage.database.journal_for", lambda _: Journal.WAL)


@pytest.mark.usefixtures("with_a_log")
def test_what_the_log_beside_the_database_holds_is_salvaged_too(folder, tmp_path):
    store = open_store(folder)
    report_id = store.create(report("Một"))
    store.save(report_id, report("Hai"))
    copy = tmp_path / "như lúc tắt máy"
    shutil.copytree(folder, copy)
    store.close()
    assert (copy / f"{FILE_NAME}-wal").stat().st_size
    damage(copy / FILE_NAME, 0, noise())
    salvaged(copy)
    assert texts_in(copy) == {report_id: "Hai"}


@pytest.mark.usefixtures("with_a_log")
def test_a_frame_of_the_log_that_is_noise_harms_no_other(folder, tmp_path):
    store = open_store(folder)
    told = {store.create(report(text)): text.strip() for text in TEXTS}
    copy = tmp_path / "như lúc tắt máy"
    shutil.copytree(folder, copy)
    store.close()
    log = copy / f"{FILE_NAME}-wal"
    damage(log, log.stat().st_size // 2, noise(40))
    damage(copy / FILE_NAME, 0, noise())
    found = salvaged(copy)
    assert len(found.salvage.saved) + len(found.salvage.lost) >= len(told) - 2
    assert all(told[name] == text for name, text in texts_in(copy).items() if name in told and GAP.plain not in text)


def with_noise_in_pages(folder, tmp_path, width):
    """Copies of a data folder, in each of which another page of the database, each fifth, holds bytes of noise."""
    whole, chance = (folder / FILE_NAME).read_bytes(), Random(width)
    for page in range(width % 5, len(whole) // PAGE, 5):
        own = tmp_path / str(page)
        shutil.copytree(folder, own)
        damage(own / FILE_NAME, page * PAGE + chance.randrange(PAGE - width + 1), chance.randbytes(width))
        yield own


@pytest.mark.slow
@pytest.mark.parametrize("width", [PAGE, 40])
def test_noise_in_any_page_leaves_every_other_report_and_gives_no_wrong_text(folder, tmp_path, width):
    told = fill(folder)
    for own in with_noise_in_pages(folder, tmp_path, width):
        salvage, kept = salvaged(own).salvage, texts_in(own)
        assert kept.keys() == {listed.id for listed in salvage.saved}
        assert all(kept[listed.id] == told[listed.id] for listed in salvage.whole)
        assert all(kept[listed.id] in {told[listed.id], GAP.plain} for listed in salvage.partly)
        assert len(salvage.saved) >= len(told) - ROWS_ON_A_PAGE


@pytest.mark.slow
@pytest.mark.parametrize("width", [PAGE, 40])
def test_with_a_backup_noise_in_any_page_loses_nothing(folder, tmp_path, width):
    told = fill(folder)
    with closing(open_store(folder)) as store:
        SqliteBackups(folder, store, WallClock()).take()
    for own in with_noise_in_pages(folder, tmp_path, width):
        salvaged(own, Way.BOTH)
        kept = texts_in(own)
        assert {name: kept[name] for name in told} == told


@pytest.mark.parametrize("share", [0.3, 0.6, 0.9])
def test_of_a_file_that_was_cut_off_the_rest_is_salvaged(folder, path, share):
    told = fill(folder)
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * share)])
    salvage = salvaged(folder).salvage
    assert len(salvage.saved) + len(salvage.lost) >= int(len(told) * share) - 4
    kept = texts_in(folder)
    assert {listed.id for listed in salvage.whole} <= {name for name in kept if kept[name] == told[name]}


def test_with_a_broken_index_nothing_is_lost(folder, path):
    told = fill(folder)
    root = value(path, "SELECT rootpage FROM sqlite_master WHERE name = 'sqlite_autoindex_report_1'")
    damage(path, (root - 1) * PAGE, noise())
    salvaged(folder)
    assert texts_in(folder) == told


def test_reports_in_the_trash_stay_there_and_deleted_ones_stay_deleted(folder, path):
    with closing(open_store(folder)) as store:
        gone, removed = store.create(report("Đã xóa hẳn")), store.create(report("Trong thùng rác"))
        store.remove(gone)
        store.delete(gone)
        store.remove(removed)
    damage(path, 0, b"x" * 16)
    found = salvaged(folder)
    assert found.salvage == Salvage()
    with closing(open_store(folder)) as store:
        assert [trashed.listed.id for trashed in store.trashed()] == [removed]


def test_a_report_that_cannot_be_assembled_is_named(folder, path):
    (report_id,) = fill(folder, ["Một"])
    run(path, "UPDATE report SET skeleton = '{'")
    (lost,) = rescuer(folder).look().salvage.lost
    assert (lost.id, lost.title) == (report_id, report("Một").title)


def test_a_paragraph_that_is_gone_leaves_a_gap_that_says_so(folder, path):
    (report_id,) = fill(folder, ["Một"])
    run(path, "PRAGMA foreign_keys = OFF", "UPDATE part SET body = 'nhiễu'")
    salvage = salvaged(folder).salvage
    assert [listed.id for listed in salvage.partly] == [report_id]
    assert texts_in(folder)[report_id] == GAP.plain


@pytest.mark.slow
@pytest.mark.parametrize("width", [PAGE, 40])
def test_noise_in_any_page_leaves_versions_and_steps_that_can_be_read(folder, tmp_path, width):
    make_database.fill(folder)
    versions = 0
    for own in with_noise_in_pages(folder, tmp_path, width):
        salvaged(own)
        with closing(open_store(own)) as store:
            for kept in [store.load(listed.id) for listed in store.listed()]:
                session = Session(kept.report, history=History(trail=kept.trail))
                while session.can_undo:
                    session.undo()
                versions += len([store.load_version(version.id) for version in store.versions(kept.id)])
    assert versions > 5


# With a backup.


@pytest.fixture
def backed_up(folder):
    """A folder with a backup of one hour ago: `kept` unchanged since, `changed` then, `gone` only there."""
    clock = WallClock()
    clock.go(hours=-1)
    kept, changed, gone = fill(folder, ["Giữ nguyên", "Trước", "Chỉ có trong bản sao lưu"], now=clock)
    with closing(open_store(folder, now=clock)) as store:
        SqliteBackups(folder, store, clock).take()
        clock.go(minutes=30)
        store.save(changed, report("Sau"))
        new = store.create(report("Mới"))
        store.remove(gone)
        store.delete(gone)
    return kept, changed, gone, new


def test_salvage_and_backup_together_give_each_report_from_its_newest_sound_source(folder, path, backed_up):
    kept, changed, gone, new = backed_up
    damage(path, 0, noise())
    found = salvaged(folder, Way.BOTH)
    assert found.ways == (Way.BOTH, Way.SALVAGE, Way.BACKUP)
    assert [listed.id for listed in found.only_in_backup] == [gone]
    assert {listed.id for listed in found.newer_in_salvage} == {changed, new}
    assert texts_in(folder) == {kept: "Giữ nguyên", changed: "Sau", new: "Mới", gone: "Chỉ có trong bản sao lưu"}


def test_the_backup_alone_gives_what_it_has(folder, path, backed_up):
    kept, changed, gone, _ = backed_up
    damage(path, 0, noise())
    salvaged(folder, Way.BACKUP)
    assert texts_in(folder) == {kept: "Giữ nguyên", changed: "Trước", gone: "Chỉ có trong bản sao lưu"}


def test_a_lost_paragraph_is_found_in_the_backup(folder, path, backed_up):
    kept = backed_up[0]
    run(path, "UPDATE part SET body = 'nhiễu' WHERE body LIKE '%Giữ nguyên%'")
    found = salvaged(folder)
    assert kept in {listed.id for listed in found.salvage.whole}
    assert texts_in(folder)[kept] == "Giữ nguyên"


def test_a_report_with_gaps_stays_beside_its_older_whole_state(folder, path, backed_up):
    changed = backed_up[1]
    run(path, "UPDATE part SET body = 'nhiễu' WHERE body LIKE '%Sau%'")
    (partly,) = salvaged(folder, Way.BOTH).salvage.partly
    assert partly.id != changed
    kept = texts_in(folder)
    assert (kept[changed], kept[partly.id]) == ("Trước", GAP.plain)


def test_where_nothing_can_be_read_the_backup_is_offered_first(folder, path, backed_up):
    path.write_bytes(noise(20_000))
    assert rescuer(folder).look().ways == (Way.BACKUP, Way.SALVAGE)


def test_a_broken_backup_is_passed_over_for_the_next(folder, path, backed_up):
    (taken,) = shelf.backups_in(folder / shelf.FOLDER)
    newer = taken.path.with_name(shelf.name_of(taken.at + timedelta(minutes=5)))
    newer.write_bytes(noise(9000))
    path.write_bytes(b"")
    assert rescuer(folder).look().backup == taken


def test_the_backup_at_the_second_place_is_found(folder, path, backed_up, tmp_path):
    stick = tmp_path / "thẻ nhớ"
    stick.mkdir()
    with closing(open_store(folder)) as store:
        SqliteBackups(folder, store, WallClock()).keep_second_place(stick)
    for _, beside in shelf.named_in(folder / shelf.FOLDER):
        beside.unlink()
    path.unlink()
    backup = rescuer(folder).look().backup
    assert backup is not None
    assert backup.path.is_relative_to(stick)


def test_no_empty_program_stands_over_backups(folder, path, backed_up):
    for nothing in (path.unlink, path.touch):
        nothing()
        with pytest.raises(DatabaseMissing, match="bản sao lưu vẫn còn"):
            open_store(folder)


def test_no_empty_program_stands_over_the_log_of_a_lost_file(folder, path):
    folder.mkdir()
    path.with_name(f"{path.name}-wal").write_bytes(b"x")
    with pytest.raises(DatabaseMissing):
        open_store(folder)


# The damaged file.


def test_the_damaged_file_is_set_aside_untouched_with_what_is_beside_it(folder, path):
    fill(folder)
    damage(path, 0, noise())
    path.with_name(f"{path.name}-wal").write_bytes(b"log")
    before = path.read_bytes()
    one = rescuer(folder)
    one.look()
    assert path.read_bytes() == before
    aside = one.take(Way.SALVAGE)
    assert (
        aside
        == folder
        / f"bcdesk-hong-{datetime(2026, 11, 24, 7, 42, 5, tzinfo=WallClock().now.tzinfo):%Y-%m-%d-%H%M%S}.sqlite"
    )
    assert aside.read_bytes() == before
    assert aside.with_name(f"{aside.name}-wal").read_bytes() == b"log"


def test_where_there_was_no_file_none_is_set_aside(folder, path, backed_up):
    path.unlink()
    one = rescuer(folder)
    one.look()
    assert one.take(Way.BACKUP) is None
    assert len(texts_in(folder)) == 3


def test_a_rescue_cut_off_at_any_step_is_finished_at_the_next_start(folder, path, monkeypatch):
    told = fill(folder)
    damage(path, 0, noise())
    before = path.read_bytes()
    one = rescuer(folder)
    one.look()
    monkeypatch.setattr("bcdesk.storage.rescue.finish", lambda _: None)
    one.take(Way.SALVAGE)
    (ready,) = folder.glob("bcdesk-moi-*.sqlite")
    aside = ready.with_name(ready.name.replace("moi", "hong"))
    path.rename(aside)  # the power went here
    assert texts_in(folder) == told
    assert aside.read_bytes() == before
    assert not list(folder.glob("bcdesk-moi-*"))
    finish(path)
    assert texts_in(folder) == told


def test_the_rescued_database_is_sound_and_of_the_newest_schema(folder, path, store):
    store.close()
    fresh = rows(path, "SELECT name FROM sqlite_master ORDER BY name")
    damage(path, 0, noise())
    salvaged(folder)
    assert value(path, "PRAGMA integrity_check") == "ok"
    assert rows(path, "SELECT name FROM sqlite_master ORDER BY name") == fresh


def test_a_folder_that_refuses_is_told(folder, path):
    fill(folder, ["Một"])
    (folder / ".rescue").write_bytes(b"")
    with pytest.raises(DatabaseOutOfReach):
        rescuer(folder).look()
