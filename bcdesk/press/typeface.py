"""The typeface a paper is measured and printed with on this machine."""

from __future__ import annotations

from dataclasses import dataclass

from bcdesk.layout.measure import Measure

VIETNAMESE = (
    "ĂÂĐÊĨÔƠŨƯăâđêĩôơũưẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ"
)


@dataclass(frozen=True, slots=True)
class Typeface:
    """Its family, and the Vietnamese letters it lacks; empty where it is complete."""

    family: str
    missing: str = ""


def typeface_of(measure: Measure) -> Typeface:
    """What a measure's typeface is and lacks."""
    face = measure.face(bold=False, italic=False)
    return Typeface(measure.family, "".join(letter for letter in VIETNAMESE if not face.covers(letter)))
