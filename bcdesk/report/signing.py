"""The lines above a signature: they follow from who signs, in what capacity, for which body (KY-01 … KY-06)."""

from __future__ import annotations

import re

from bcdesk.report.office import Issuer, Office
from bcdesk.report.report import Role, Signature

_HEADS = {
    Issuer.COMMITTEE: "CHỦ TỊCH",
    Issuer.COUNCIL_OFFICE: "CHÁNH VĂN PHÒNG",
    Issuer.CULTURE: "TRƯỞNG PHÒNG",
    Issuer.ECONOMY: "TRƯỞNG PHÒNG",
    Issuer.URBAN: "TRƯỞNG PHÒNG",
    Issuer.SERVICE_CENTRE: "GIÁM ĐỐC",
}
_ON_BEHALF = "TM. ỦY BAN NHÂN DÂN"
_UNIT_ROLES = (Role.UNIT_HEAD, Role.UNIT_DEPUTY)
_COMMITTEE_ROLES = (Role.HEAD, Role.DEPUTY)
_RARE_ROLES = (Role.BY_ORDER, Role.DELEGATED, Role.ACTING)
OPEN_TITLE = frozenset({Role.BY_ORDER, Role.DELEGATED})
"""The capacities that leave the title of the signer open."""
_WORDS = {
    Role.HEAD: "{head}",
    Role.DEPUTY: "phó {head} (ký thay)",
    Role.UNIT_HEAD: "{head}",
    Role.UNIT_DEPUTY: "phó {head} (ký thay)",
    Role.BY_ORDER: "thừa lệnh {head}",
    Role.DELEGATED: "thừa ủy quyền {head}",
    Role.ACTING: "quyền {head}",
    Role.TYPED: "khác…",
}


def head_title(office: Office) -> str:
    """The title of whoever leads the issuing body, in capitals; the office's own word for another body."""
    return _HEADS.get(office.issuer, office.signer_title.upper())


def roles_of(office: Office) -> tuple[Role, ...]:
    """The capacities in which that office's reports are signed, the usual ones first; TYPED is always possible."""
    usual = _COMMITTEE_ROLES if office.issuer is Issuer.COMMITTEE else _UNIT_ROLES
    return (*usual, *_RARE_ROLES)


def role_words(role: Role, office: Office) -> str:
    """What a capacity is called where it is chosen: `Chủ tịch`, `Phó chủ tịch (ký thay)`, `Khác…`."""
    words = _WORDS[role].format(head=head_title(office).lower() or "thủ trưởng")
    return words[0].upper() + words[1:]


def signature_lines(signature: Signature, office: Office) -> tuple[str, ...]:
    """Authority and titles as printed, in capitals: `TM. ỦY BAN NHÂN DÂN`, `KT. CHỦ TỊCH`, `PHÓ CHỦ TỊCH`."""
    if signature.role is Role.TYPED:
        return signature.lines
    title = (signature.title or office.signer_title).upper()
    return tuple(line for line in _lines(signature.role, head_title(office), title, office) if line)


def _lines(role: Role, head: str, title: str, office: Office) -> tuple[str, ...]:
    on_behalf = (_ON_BEHALF,) if office.issuer is Issuer.COMMITTEE else ()
    match role:
        case Role.DEPUTY | Role.UNIT_DEPUTY:
            return (*on_behalf, f"KT. {head}", f"PHÓ {head}")
        case Role.ACTING:
            return (*on_behalf, f"Q. {head}")
        case Role.BY_ORDER:
            return (f"TL. {head}", title)
        case Role.DELEGATED:
            return (f"TUQ. {head}", title)
        case _:
            return (*on_behalf, head)


def recognised(lines: tuple[str, ...], office: Office) -> Role | None:
    """The capacity that prints these lines, whatever their case and spacing; None where none does."""
    typed = tuple(filter(None, map(_plain, lines)))
    return next((role for role in roles_of(office) if _prints(role, typed, office)), None)


def signature_of(lines: tuple[str, ...], office: Office, name: str = "", below: str = "") -> Signature:
    """The signature block these typed lines are; kept as typed where they fit no capacity."""
    role = recognised(lines, office)
    if role is None:
        return Signature(Role.TYPED, name, lines=lines, below=below)
    title = _plain(lines[-1]) if role in OPEN_TITLE else ""
    return Signature(role, name, title, below=below)


def _prints(role: Role, typed: tuple[str, ...], office: Office) -> bool:
    title = typed[-1] if typed else ""
    return typed == _lines(role, head_title(office), title, office)


def _plain(line: str) -> str:
    spaced = re.sub(r"\b(TM|KT|TL|TUQ|Q)\s*\.\s*", r"\1. ", line.upper())
    return " ".join(spaced.replace("UỶ", "ỦY").split())
