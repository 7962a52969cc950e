"""The office an old report itself shows: by its header, symbol and date line, else by what its text calls it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from bcdesk.intake.letterhead import Letterhead
from bcdesk.intake.typed import CAPITAL
from bcdesk.report.office import Issuer, Office, header_lines, superior_line, symbol_of
from bcdesk.report.units import Unit, communes, provinces, successors
from bcdesk.vietnamese.folding import fold

_UNITS = r"xã|phường|thị trấn|đặc khu"
_WORD = rf"{CAPITAL}[^\W\d_]*(?:['’][^\W\d_]+)?"
_NAME = rf"(?P<name>{_WORD}(?: {_WORD}){{0,3}})"
_IN_HEADER = re.compile(rf"\b(?P<unit>{_UNITS})\s+(?!hội\b)(?P<name>.+)$", re.IGNORECASE)
_IN_TEXT = re.compile(rf"(?:UBND|[ỦU][ỷy] ban nhân dân|HĐND) (?P<unit>{_UNITS}) {_NAME}")
_PROVINCE = re.compile(rf"\btỉnh {_NAME}")
_COMPLETE = re.compile(
    r"(?:ubnd|uy ban nhan dan|hdnd|hoi dong nhan dan)\s+(?:tinh|thanh pho|huyen|quan|thi|xa|phuong|dac khu)\s"
)
_GOES_ON = re.compile(r"(?:tinh|thanh pho|huyen|quan|thi|xa|phuong|dac khu)\s")
_BODIES = (
    ("phong van hoa", Issuer.CULTURE),
    ("phong kinh te, ha tang", Issuer.URBAN),
    ("phong kinh te", Issuer.ECONOMY),
    ("trung tam phuc vu hanh chinh cong", Issuer.SERVICE_CENTRE),
    ("van phong", Issuer.COUNCIL_OFFICE),
    ("ban ", Issuer.OTHER),
    ("ubnd", Issuer.COMMITTEE),
    ("uy ban nhan dan", Issuer.COMMITTEE),
)


def shown_office(letterhead: Letterhead, text: str) -> Office | None:
    """The office as the report shows it; None where it shows neither a header nor a commune."""
    commune = _from_header(letterhead.issuer, text) or _from_place(letterhead.place, text) or _from_text(text)
    if commune is None and not letterhead.issuer:
        return None
    office = _with_header(_with_province(commune or Office(), text), letterhead.issuer, letterhead.symbol, text)
    typed = letterhead.symbol
    return replace(office, symbol=typed) if typed and symbol_of(office) != typed else office


def header_as_typed(letterhead: Letterhead, office: Office) -> bool:
    """Whether the paper of `office` shows the header lines that were typed."""
    return _words(letterhead.issuer) == _words((superior_line(office), *header_lines(office)))


def _from_header(lines: Iterable[str], text: str) -> Office | None:
    found = next(filter(None, map(_IN_HEADER.search, lines)), None)
    if found is None:
        return None
    return Office(found["unit"].lower(), _as_a_name(" ".join(found["name"].split()), text))


def _as_a_name(capitals: str, text: str) -> str:
    """`BA TƠ` as the text writes it, else with the initials alone in capitals."""
    return _spelling(capitals, text) or capitals.title()


def _in_a_sentence(capitals: str, text: str) -> str:
    """`BAN CHỈ ĐẠO ĐỀ ÁN 06` as far as the text writes it, and on in small letters; else as it stands."""
    words = capitals.split()
    for count in range(len(words), 1, -1):
        spelling = _spelling(" ".join(words[:count]), text)
        if spelling:
            return " ".join((spelling, *(word.lower() for word in words[count:])))
    return capitals


def _spelling(capitals: str, text: str) -> str | None:
    spellings = (found.group() for found in re.finditer(rf"\b{re.escape(capitals)}\b", text, re.IGNORECASE))
    return next((spelling for spelling in spellings if not spelling.isupper()), None)


def _from_place(place: str, text: str) -> Office | None:
    full = re.fullmatch(rf"(?P<unit>{_UNITS})\s+(?P<name>.+)", place, re.IGNORECASE)
    if full:
        return Office(full["unit"].lower(), full["name"], unit_capital=full["unit"][0].isupper())
    units = Counter(re.findall(rf"\b({_UNITS}) {re.escape(place)}\b", text)) if place else Counter()
    return Office(units.most_common(1)[0][0], place) if units else None


def _from_text(text: str) -> Office | None:
    named = Counter((found["unit"], found["name"]) for found in _IN_TEXT.finditer(text))
    return Office(*named.most_common(1)[0][0]) if named else None


def _with_province(office: Office, text: str) -> Office:
    """The office in the province its text names most, else in the only one that has or had such a commune."""
    named = Counter(found["name"] for found in _PROVINCE.finditer(text)).most_common(1)
    if named:
        return replace(office, province=f"Tỉnh {named[0][0]}")
    commune = Unit(office.unit, office.name)
    today = {province for province in provinces() if commune in communes(province)}
    possible = today or {province for province, _ in successors(commune.full_name)}
    return replace(office, province=possible.pop()) if len(possible) == 1 else office


def _with_header(office: Office, lines: list[str], symbol: str, text: str) -> Office:
    """The office whose own header is the typed one; where none's is, with the typed lines."""
    derived = [replace(office, issuer=issuer) for issuer in Issuer if issuer is not Issuer.OTHER]
    if not lines:
        return next((known for known in derived if symbol_of(known) == symbol), office)
    for known in derived:
        if _words(lines) == _words((superior_line(known), *header_lines(known))):
            return known
    above = 1 if len(lines) > 1 and _COMPLETE.match(f"{fold(lines[0])} ") and not _GOES_ON.match(fold(lines[1])) else 0
    header, superior = tuple(lines[above:]), " ".join(lines[:above])
    issuer = _issuer(header)
    name = _in_a_sentence(" ".join(header), text) if issuer is Issuer.OTHER else ""
    return replace(office, issuer=issuer, issuer_name=name, header=header, superior=superior)


def _issuer(header: tuple[str, ...]) -> Issuer:
    folded = fold(" ".join(header))
    return next((issuer for begin, issuer in _BODIES if folded.startswith(begin)), Issuer.OTHER)


def _words(lines: Iterable[str]) -> list[str]:
    return " ".join(lines).casefold().split()
