"""The office profile: who issues, under which name, and its choices inside the decree's ranges.

A report carries the profile as it was when the report was begun, so that a renamed commune never changes old papers.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Issuer(StrEnum):
    """The bodies of a commune that issue reports (`decree30` §5.2)."""

    COMMITTEE = "committee"
    COUNCIL_OFFICE = "council-office"
    CULTURE = "culture"
    ECONOMY = "economy"
    URBAN = "urban"
    SERVICE_CENTRE = "service-centre"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Layout:
    """The choices the decree leaves open, with the defaults of the project: points, and millimetres for margins.

    Ranges: `body_size` 13 or 14 (ND-01); `pitch` exact, 1.0–1.5 × 1.15 × size (ND-04); `first_line` 10 or 12.7 mm
    (ND-02); `gap` after a paragraph ≥ 6 pt (ND-03); top, bottom 20–25, left 30–35, right 15–20 mm (GEN-03 … 05).
    `head_size` is the Quốc hiệu's, 13 or 12; Tiêu ngữ and date line are one point larger (GEN-13).
    """

    body_size: float = 14
    head_size: float = 13
    pitch: float = 18
    first_line: float = 12.7
    gap: float = 6
    top: float = 20
    bottom: float = 20
    left: float = 30
    right: float = 20


@dataclass(frozen=True, slots=True)
class FormerName:
    """A name the commune had until the day before `until`."""

    unit: str
    name: str
    until: date


@dataclass(frozen=True, slots=True)
class Office:
    """The issuing body.

    `unit` is the kind of commune (`xã`, `phường`, `đặc khu`, in old reports `thị trấn`), `name` its proper name
    (`Ba Tơ`), `province` the full name of the province. `header` and `superior` are the printed lines where the
    office has its own wording; empty, they are derived from `issuer`. `unit_capital`: the unit is named after a
    person, number or event, so its kind is written with a capital and stands in the place name (`DD-02`).
    """

    unit: str = "xã"
    name: str = ""
    province: str = ""
    issuer: Issuer = Issuer.COMMITTEE
    issuer_name: str = ""
    header: tuple[str, ...] = ()
    superior: str = ""
    symbol: str = ""
    place: str = ""
    unit_capital: bool = False
    signer: str = ""
    signer_role: str = "head"
    signer_title: str = ""
    drafting_unit: str = ""
    layout: Layout = Layout()
    valid_from: date | None = None
    former_names: tuple[FormerName, ...] = ()
