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
    (`Ba Tơ`), `province` the full name of the province (`Tỉnh Quảng Ngãi`). `header` and `superior` are the printed
    lines where the office has its own wording, `symbol` the whole symbol (`BC-UBND`); empty, they are derived from
    `issuer`. `unit_capital`: the unit is named after a person, number or event, so its kind is written with a capital
    and stands in the place name (`DD-02`).
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


@dataclass(frozen=True, slots=True)
class _Body:
    """How an issuing body is called: in the text, in the header, in the symbol."""

    name: str
    header: tuple[str, ...]
    abbreviation: str


# The header lines are broken to fit the 64 mm of the left column in 13 pt bold (`decree30` §8).
_BODIES = {
    Issuer.COMMITTEE: _Body("Ủy ban nhân dân", ("ỦY BAN NHÂN DÂN",), "UBND"),
    Issuer.COUNCIL_OFFICE: _Body(
        "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân",
        ("VĂN PHÒNG", "HỘI ĐỒNG NHÂN DÂN", "VÀ ỦY BAN NHÂN DÂN"),
        "VP",
    ),
    Issuer.CULTURE: _Body("Phòng Văn hóa - Xã hội", ("PHÒNG VĂN HÓA - XÃ HỘI",), "VHXH"),
    Issuer.ECONOMY: _Body("Phòng Kinh tế", ("PHÒNG KINH TẾ",), "KT"),
    Issuer.URBAN: _Body("Phòng Kinh tế, Hạ tầng và Đô thị", ("PHÒNG KINH TẾ,", "HẠ TẦNG VÀ ĐÔ THỊ"), "KTHTĐT"),
    Issuer.SERVICE_CENTRE: _Body(
        "Trung tâm Phục vụ hành chính công", ("TRUNG TÂM PHỤC VỤ", "HÀNH CHÍNH CÔNG"), "TTPVHCC"
    ),
}


_ECONOMY = {"xã": (Issuer.ECONOMY,), "phường": (Issuer.URBAN,)}


def issuers_of(unit: str) -> tuple[Issuer, ...]:
    """The bodies a commune of that kind has; for its economy a đặc khu may have either (`decree30` §5.2)."""
    economy = _ECONOMY.get(unit, (Issuer.ECONOMY, Issuer.URBAN))
    return (Issuer.COMMITTEE, Issuer.COUNCIL_OFFICE, Issuer.CULTURE, *economy, Issuer.SERVICE_CENTRE)


def unit_name(office: Office) -> str:
    """The commune as it stands in a sentence: `xã Ba Tơ`, but `Phường Điện Biên Phủ` (VH-03, VH-04)."""
    unit = office.unit.capitalize() if _is_written_in_full(office) else office.unit
    return f"{unit} {office.name}".strip()


def province_name(office: Office) -> str:
    """The province as it stands in a sentence: `tỉnh Quảng Ngãi`, but `Thành phố Hồ Chí Minh` (VH-05)."""
    name = office.province
    return name if name == "Thành phố Hồ Chí Minh" else name[:1].lower() + name[1:]


def body_name(issuer: Issuer) -> str:
    """What the bodies of every commune are called: `Phòng Văn hóa - Xã hội`; empty for OTHER."""
    return _BODIES[issuer].name if issuer in _BODIES else ""


def abbreviation_of(body: str) -> str:
    """The abbreviation of a body of the commune: `VHXH` of `Phòng Văn hóa - Xã hội`; empty for any other name."""
    return next((known.abbreviation for known in _BODIES.values() if known.name == body), "")


def issuer_name(office: Office) -> str:
    """The issuing body as it stands in a sentence: `Ủy ban nhân dân xã Ba Tơ` (VH-06)."""
    if office.issuer_name or office.issuer is Issuer.OTHER:
        return office.issuer_name
    return f"{body_name(office.issuer)} {unit_name(office)}".strip()


def header_lines(office: Office) -> tuple[str, ...]:
    """The issuing body's lines of the header, in capitals (CQ-03, CQ-06)."""
    if office.header:
        return office.header
    if office.issuer_name or office.issuer is Issuer.OTHER:
        return (office.issuer_name.upper(),)
    lines = _BODIES[office.issuer].header
    return (*lines, unit_name(office).upper()) if office.issuer is Issuer.COMMITTEE else lines


def superior_line(office: Office) -> str:
    """The superior body's line above them: none for the committee, `UBND XÃ BA TƠ` for its offices (CQ-02).

    Another body's superior is not known unless it is said.
    """
    if office.superior or office.issuer in (Issuer.COMMITTEE, Issuer.OTHER):
        return office.superior
    return f"UBND {unit_name(office).upper()}".strip()


def symbol_of(office: Office) -> str:
    """The symbol of a report of that office: `BC-UBND` (SO-04)."""
    if office.symbol or office.issuer is Issuer.OTHER:
        return office.symbol
    return f"BC-{_BODIES[office.issuer].abbreviation}"


def place_of(office: Office) -> str:
    """The place of the date line: `Ba Tơ`, with its kind where named after a person, number or event (DD-01, DD-02)."""
    if office.place:
        return office.place
    return unit_name(office) if _is_written_in_full(office) else office.name


def _is_written_in_full(office: Office) -> bool:
    return office.unit_capital or office.name[:1].isdigit()
