"""The provinces and communes since 1 July 2025, with the communes each was made of, and an office to try bcdesk with.

Names are compared with their marks: neighbours differ in nothing else (`resources/language/README.md`).
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from functools import cache

from bcdesk.places import resources
from bcdesk.report.office import Office
from bcdesk.report.record import decode_office

_KINDS = ("xã", "phường", "thị trấn", "đặc khu")
_DISTRICT = re.compile(r"(?P<district>[^:(]+?)(?: \((?P<province>[^)]+)\))?: (?P<communes>.*)")


@dataclass(frozen=True, slots=True)
class Unit:
    """A commune: its kind (`xã`) and its proper name (`Ba Tơ`)."""

    unit: str
    name: str
    origins: str = field(default="", compare=False, repr=False)

    @property
    def full_name(self) -> str:
        """`Xã Ba Tơ`."""
        return f"{self.unit.capitalize()} {self.name}"


@dataclass(frozen=True, slots=True)
class FormerUnit:
    """A commune until 30 June 2025, by its district and province; `divided` among several of today's communes."""

    full_name: str
    district: str
    province: str
    divided: bool


def provinces() -> tuple[str, ...]:
    """The full names of the provinces and cities (`Tỉnh Quảng Ngãi`) by the alphabet of their proper names."""
    return tuple(_communes())


def communes(province: str) -> tuple[Unit, ...]:
    """The communes of a province by the alphabet; none where there is no such province."""
    return _communes().get(province, ())


def former_units(province: str, commune: Unit) -> tuple[FormerUnit, ...]:
    """The communes of which `commune` was made."""
    listed = next((unit.origins for unit in communes(province) if unit == commune), "")
    return tuple(former for group in filter(None, listed.split("; ")) for former in _district(group, province))


def successors(full_name: str, district: str = "") -> tuple[tuple[str, Unit], ...]:
    """The communes of today, each behind its province, in which a former one (`Xã Ba Bích`) went up.

    Where the district (`Huyện Ba Tơ`) is not known, those of every commune of that name.
    """
    return tuple(
        (province, unit)
        for province, units in _communes().items()
        for unit in units
        if full_name in unit.origins
        for former in former_units(province, unit)
        if former.full_name == full_name and district in ("", former.district)
    )


def sample_office() -> Office:
    """An office to try the program with: Ủy ban nhân dân xã Ba Tơ, tỉnh Quảng Ngãi."""
    return decode_office(json.loads((resources() / "samples" / "office.json").read_text(encoding="utf-8")))


@cache
def _communes() -> dict[str, tuple[Unit, ...]]:
    found: dict[str, list[Unit]] = {}
    units: list[Unit] = []
    for line in (resources() / "language" / "units.tsv").read_text(encoding="utf-8").splitlines():
        name, tab, origins = line.partition("\t")
        if tab:
            units.append(_unit(name, origins))
        else:
            units = found.setdefault(name, [])
    return {province: tuple(units) for province, units in found.items()}


def _unit(full_name: str, origins: str) -> Unit:
    kind = next(kind for kind in _KINDS if full_name.lower().startswith(kind))
    return Unit(kind, full_name[len(kind) + 1 :], origins)


def _district(group: str, province: str) -> list[FormerUnit]:
    found = _DISTRICT.fullmatch(group)
    if found is None or not found["communes"]:
        return []
    names = found["communes"].split(", ")
    before = found["province"] or province
    return [FormerUnit(name.rstrip("*"), found["district"], before, name.endswith("*")) for name in names]
