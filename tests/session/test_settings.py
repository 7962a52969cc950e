from __future__ import annotations

from datetime import date

import pytest

from bcdesk.report.guide import GuideStep
from bcdesk.report.office import Office
from bcdesk.report.register import Series
from bcdesk.session.settings import Guide, RegisterChoice, Settings, Where
from bcdesk.storage.database import open_store


@pytest.fixture
def settings(tmp_path):
    store = open_store(tmp_path)
    yield Settings(store)
    store.close()


def test_nothing_is_remembered_at_first(settings):
    assert (settings.drafters, settings.drafter, settings.offices) == ((), "", ())


def test_drafters_are_known_once_and_stand_in_the_order_of_the_alphabet(settings):
    for name in ("Đỗ An", "Bùi Hoa", "Đỗ An"):
        settings.keep_drafter(name)
    assert (settings.drafters, settings.drafter) == (("Bùi Hoa", "Đỗ An"), "Đỗ An")


def test_the_profile_that_holds_on_a_day_is_the_last_one_valid_by_then(settings):
    old, new = Office(name="Ba Bích"), Office(name="Ba Tơ", valid_from=date(2025, 7, 1))
    settings.keep_offices((old, new))
    assert [settings.office(day) for day in (date(2025, 6, 30), date(2025, 7, 1))] == [old, new]


def test_there_is_no_profile_before_the_first(settings):
    settings.keep_offices((Office(valid_from=date(2025, 7, 1)),))
    assert settings.office(date(2025, 6, 30)) is None


def test_a_folder_that_is_gone_is_not_proposed(settings, tmp_path):
    folder = tmp_path / "stick"
    folder.mkdir()
    settings.keep_paper_folder(folder)
    assert settings.paper_folder == folder
    folder.rmdir()
    assert settings.paper_folder is None


def test_the_sides_of_paper_are_remembered(settings):
    assert not settings.two_sided
    settings.keep_two_sided(two_sided=True)
    assert settings.two_sided


def test_the_first_questions_come_once(settings):
    assert not settings.welcomed
    settings.keep_welcomed()
    assert settings.welcomed


def test_where_the_clerk_was_is_remembered_until_the_list_is_shown(settings):
    where = Where("r1", "s1", 2, 7)
    settings.keep_where(where)
    assert (settings.where, where.place.offset) == (where, 7)
    settings.keep_where(None)
    assert settings.where is None


def test_the_register_is_kept_here_only_once_somebody_has_said_so(settings):
    assert settings.register == RegisterChoice(on=False)
    settings.keep_register(RegisterChoice(on=True, series=Series.REPORTS))
    assert settings.register == RegisterChoice(on=True, series=Series.REPORTS)


def test_a_setting_of_the_register_that_makes_no_sense_keeps_none(settings):
    settings._store.keep_setting("register", {"on": True, "series": "?"})
    assert not settings.register.on


def test_how_far_the_guide_is_is_remembered(settings):
    assert settings.guide is None
    settings.keep_guide(Guide("r1", GuideStep.CHECK))
    assert settings.guide == Guide("r1", GuideStep.CHECK)
    settings.keep_guide(Guide())
    assert settings.guide.over


def test_a_step_of_the_guide_nobody_knows_is_none(settings):
    settings._store.keep_setting("guide", {"report_id": "r1", "done": "DANCE"})
    assert settings.guide == Guide("r1")


def test_the_units_of_each_kind_are_remembered_in_their_order(settings):
    settings.keep_units("a", ("Thôn 2", "Công an xã"))
    settings.keep_units("b", ("Thôn 1",))
    assert (settings.units("a"), settings.units("b"), settings.units("c")) == (
        ("Thôn 2", "Công an xã"),
        ("Thôn 1",),
        (),
    )


def test_a_folder_the_system_cannot_tell_of_is_not_proposed(settings, tmp_path):
    folder = tmp_path / ("a" * 300)
    settings.keep_paper_folder(folder)
    settings.keep_units_folder("a", folder)
    assert (settings.paper_folder, settings.units_folder("a")) == (None, None)


def test_the_folder_of_the_units_is_remembered_by_kind_until_it_is_gone(settings, tmp_path):
    folder = tmp_path / "nop"
    folder.mkdir()
    settings.keep_units_folder("a", folder)
    assert (settings.units_folder("a"), settings.units_folder("b")) == (folder, None)
    folder.rmdir()
    assert settings.units_folder("a") is None


def test_answers_about_senders_add_up(settings):
    settings.keep_senders({"bc": "Thôn 1"})
    settings.keep_senders({})
    settings.keep_senders({"cong an": "Công an xã", "bc": "Thôn 2"})
    assert settings.senders == {"bc": "Thôn 2", "cong an": "Công an xã"}
