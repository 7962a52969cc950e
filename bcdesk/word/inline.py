"""The content of a paragraph as runs; a page break ends one list of runs and begins the next."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Protocol

from bcdesk.sheet.sheet import Paragraph, Run
from bcdesk.word.cascade import Cascade, Properties
from bcdesk.word.fields import Fields
from bcdesk.word.legacy import Face, OldFonts, face_of
from bcdesk.word.markup import MC, XML_SPACE, Element, M, attribute, child, legal, tag_of
from bcdesk.word.pictures import alterations, describe, shown_picture
from bcdesk.word.plain import SIGNS, plain_text
from bcdesk.word.reading import Kind
from bcdesk.word.remainder import Remainder
from bcdesk.word.symbols import symbol

# Containers whose content stands in the line as if they were not there.
TRANSPARENT = {
    "hyperlink", "smartTag", "customXml", "sdt", "sdtContent", "ins", "moveTo", "fldSimple", "dir", "bdo", "ruby",
    "rubyBase",
}  # fmt: skip
DELETED = {"del", "moveFrom"}
INSERTED = {"ins", "moveTo"}
EQUATIONS = {f"{{{M}}}oMath", f"{{{M}}}oMathPara"}
ALTERNATIVES = f"{{{MC}}}AlternateContent"
CHOICE = f"{{{MC}}}Choice"
FALLBACK = f"{{{MC}}}Fallback"
BLANKS = " \t\r\n"


class Surroundings(Protocol):
    """What the content of a paragraph refers to."""

    cascade: Cascade
    remainder: Remainder
    old_fonts: OldFonts

    def image(self, relationship: str) -> bytes | None:
        """The bytes of a picture inside the document."""
        ...

    def note(self, kind: str, name: str) -> tuple[Paragraph, ...]:
        """The paragraphs of a footnote or endnote."""
        ...


@dataclass(frozen=True, slots=True)
class Setting:
    """The styles a paragraph stands under."""

    style: str | None
    table: str | None = None


class Inline:
    """Collects the runs of one paragraph."""

    def __init__(self, around: Surroundings, setting: Setting, fields: Fields) -> None:
        self._around = around
        self._leave = around.remainder.leave
        self._setting = setting
        self._fields = fields
        self._pieces: list[list[Run]] = [[]]
        self._faces: list[dict[int, Face]] = [{}]
        self._readers: dict[str, Callable[[Element, Properties], None]] = {
            "t": self._text,
            "br": self._break,
            "sym": self._symbol,
            "footnoteReference": self._note,
            "endnoteReference": self._note,
            "drawing": self._drawing,
            "pict": self._drawing,
            "object": self._object,
            "fldChar": self._field,
            "instrText": self._instruction,
        }

    def read(self, paragraph: Element) -> list[list[Run]]:
        """The runs between the paragraph's page breaks, none of them empty."""
        for element in paragraph:
            self._element(element)
        pieces = map(self._in_unicode, self._pieces, self._faces)
        return [[run for run in piece if run.text or run.footnote or run.picture] for piece in pieces]

    def _in_unicode(self, runs: list[Run], faces: dict[int, Face]) -> list[Run]:
        found = self._around.old_fonts.decoded(runs, faces)
        if found != runs:
            for face in faces.values():
                self._around.remainder.leave_once(Kind.LEGACY, face.encoding)
        return found

    def _element(self, element: Element) -> None:
        tag = tag_of(element)
        if tag == "r":
            self._run(element)
        elif tag in DELETED:
            self._leave(Kind.DELETED, plain_text(element))
        elif tag in EQUATIONS:
            self._leave(Kind.EQUATION, plain_text(element))
        elif tag == ALTERNATIVES:
            for each in chosen(element):
                self._element(each)
        elif tag in TRANSPARENT:
            self._tell_of(element, tag)
            for each in element:
                self._element(each)

    def _tell_of(self, element: Element, tag: str) -> None:
        if tag in INSERTED and not any(tag_of(each) in INSERTED for each in element.iterancestors()):
            self._leave(Kind.INSERTED, plain_text(element))
        if tag == "fldSimple" and not plain_text(element):
            self._leave(Kind.FIELD, (attribute(element, "instr") or "").strip())

    def _run(self, element: Element) -> None:
        found = self._around.cascade.run(child(element, "rPr"), self._setting.style, self._setting.table)
        if found["hidden"]:
            self._leave(Kind.HIDDEN, plain_text(element))
            return
        self._pieces[-1].append(_run(found))
        for each in element:
            self._content(each, found)

    def _content(self, element: Element, found: Properties) -> None:
        """One child of a run."""
        tag = tag_of(element)
        if tag == ALTERNATIVES:
            for each in chosen(element):
                self._content(each, found)
        elif tag in TRANSPARENT:
            self._element(element)
        elif tag in SIGNS:
            self._say(SIGNS[tag], found)
        elif tag in self._readers:
            self._readers[tag](element, found)

    def _say(self, text: str, found: Properties) -> None:
        self._fields.show(something=bool(text))
        last, face = self._last(found), face_of(found["font"], caps=found["caps"])
        if face is not None:
            self._faces[-1][len(self._pieces[-1]) - 1] = face
        shown = text.upper() if found["caps"] and face is None else text
        self._pieces[-1][-1] = replace(last, text=last.text + shown)

    def _last(self, found: Properties) -> Run:
        """The run that goes on, a new one behind a footnote's mark or a picture."""
        last = self._pieces[-1][-1] if self._pieces[-1] else None
        if last is None or last.footnote or last.picture:
            last = _run(found)
            self._pieces[-1].append(last)
        return last

    def _text(self, element: Element, found: Properties) -> None:
        text = element.text or ""
        if element.get(XML_SPACE) != "preserve":
            text = text.strip(BLANKS)
        self._say(text.translate(_AS_BLANK), found)
        self._around.remainder.leave_look(text, found)

    def _break(self, element: Element, found: Properties) -> None:
        if attribute(element, "type") == "page":
            self._pieces.append([])
            self._faces.append({})
        else:
            self._say("\n", found)

    def _symbol(self, element: Element, found: Properties) -> None:
        code = attribute(element, "char") or ""
        if not _CODE.fullmatch(code):
            return
        shown = symbol(chr(int(code, 16)), attribute(element, "font") or "")
        self._leave(Kind.SYMBOL, shown)
        self._say(legal(shown), found)

    def _note(self, element: Element, found: Properties) -> None:
        """Hang a note on the run before its mark."""
        note = self._around.note(tag_of(element).removesuffix("Reference"), attribute(element, "id") or "")
        if not note:
            return
        if not self._last(found).text:
            self._pieces[-1].pop()
        last = self._last(found)
        self._pieces[-1][-1] = replace(last, footnote=note)

    def _drawing(self, element: Element, found: Properties) -> None:
        picture = shown_picture(element, self._around.image)
        if picture is None:
            self._leave(*describe(element))
        else:
            for kind in alterations(element):
                self._leave(kind, describe(element)[1])
            self._pieces[-1].append(replace(_run(found), picture=picture))

    def _object(self, element: Element, _: Properties) -> None:
        self._leave(Kind.OBJECT, plain_text(element))

    def _field(self, element: Element, _: Properties) -> None:
        instruction = self._fields.mark(attribute(element, "fldCharType") or "")
        if instruction:
            self._leave(Kind.FIELD, instruction)

    def _instruction(self, element: Element, _: Properties) -> None:
        self._fields.instruct(element.text or "")


def chosen(alternatives: Element) -> list[Element]:
    """The content of the alternative that newer programs show; the fallback's where there is no other."""
    found = alternatives.find(CHOICE)
    if found is None:
        found = alternatives.find(FALLBACK)
    return [] if found is None else list(found)


def _run(found: Properties) -> Run:
    return Run("", found["size"], found["bold"], found["italic"])


_CODE = re.compile("[0-9A-Fa-f]{1,4}")
_AS_BLANK = str.maketrans(dict.fromkeys("\t\r\n", " "))
