"""Which topic explains what, declared as data: parts of the report, rules of the check, actions and views."""

from __future__ import annotations

from collections.abc import Mapping

from bcdesk.report.report import BASES, CLOSING, OPENING, Report
from bcdesk.vietnamese.misspelling import Kind

# The parts of a report that are no section and no appendix, by the names their places have.
PARTS: Mapping[str, str] = {
    "subject": "subject",
    "date_range": "subject",
    "number": "number",
    "symbol": "number",
    "place": "place-date",
    "date": "place-date",
    "draft_mark": "drafting",
    "addressees": "addressees",
    BASES: "bases",
    "request": "request",
    "drafting_unit": "drafting",
    "drafter": "drafting",
    OPENING: "opening",
    CLOSING: "closing",
    "recipients": "recipients",
    "signature": "signature",
}
SECTION, APPENDIX = "content", "appendix"

# Rules by the longest beginning of their id; what has none here is explained by `check`.
RULES: Mapping[str, str] = {
    "GEN-": "page",
    "GEN-14": "layout",
    "QH-": "national-title",
    "CQ-": "issuing-body",
    "SO-": "number",
    "DD-": "place-date",
    "TL-": "subject",
    "KG-": "addressees",
    "ND-": "content",
    "ND-14": "bases",
    "ND-15": "bases",
    "ND-16": "closing",
    "ND-17": "opening",
    "KY-": "signature",
    "NN-": "recipients",
    "PL-": "appendix",
    "KHAN-": "marks",
    "LH-": "marks",
    "NST-": "marks",
    "DC-": "marks",
    "VH-": "capitals",
    "stale-": "stale",
    "carried-sentence": "stale",
    "replace-all": "stale",
    "abolished-body": "stale",
    "renamed-commune": "stale",
    "two-figures": "figures",
    "ratio": "figures",
    "over-plan": "figures",
    "total": "figures",
    **dict.fromkeys(Kind, "spelling"),
}
ANY_RULE = "check"

ACTIONS: Mapping[str, str] = {
    "home": "home",
    "new": "start",
    "next": "next",
    "import": "import",
    "undo": "writing",
    "redo": "writing",
    "bold": "writing",
    "italic": "writing",
    "table": "table",
    "section": "sections",
    "find": "find",
    "replace": "find",
    "check": "check",
    "stale": "stale",
    "next-finding": "check",
    "previous-finding": "check",
    "accept-finding": "check",
    "keep-finding": "check",
    "learn-word": "dictionary",
    "dictionary": "dictionary",
    "figures": "figures",
    "name-figure": "figures",
    "compare-figure": "figures",
    "series": "series",
    "clean": "clean",
    "slip": "states",
    "print": "print",
    "word": "export",
    "pdf": "export",
    "send": "send",
    "register": "register",
    "step": "states",
    "versions": "versions",
    "template": "templates",
    "template-outline": "templates",
    "templates": "templates",
    "reoutline": "templates",
    "merge": "collect",
    "sources": "collect",
    "save": "saving",
    "preview": "preview",
    "last-period": "last-period",
    "library": "library",
    "phrases": "library",
    "reading": "preview",
    "text-size": "text-size",
    "menu": "shortcuts",
    "help": "contents",
    "shortcuts": "shortcuts",
    "fault-report": "trouble",
}

# Fields of dialogs that have a topic of their own, by the class of the dialog and the name of the field.
FIELDS: Mapping[tuple[str, str], str] = {
    ("OfficeDialog", "issuer"): "issuing-body",
    ("OfficeDialog", "signer"): "signature",
    ("OfficeDialog", "signer_role"): "signature",
    ("OfficeDialog", "drafting_unit"): "drafting",
    ("OfficeDialog", "drafter"): "drafting",
    ("PrescribedDialog", "issuer_name"): "issuing-body",
    ("PrescribedDialog", "header"): "issuing-body",
    ("PrescribedDialog", "superior"): "issuing-body",
    ("PrescribedDialog", "symbol"): "number",
    ("PrescribedDialog", "place"): "place-date",
    ("PrescribedDialog", "unit_capital"): "place-date",
    ("PrescribedDialog", "signer_title"): "signature",
    ("PrescribedDialog", "body_size"): "content",
    ("PrescribedDialog", "head_size"): "national-title",
    ("PrescribedDialog", "pitch"): "content",
    ("PrescribedDialog", "first_line"): "content",
    ("PrescribedDialog", "gap"): "content",
}

# Views and dialogs by the name of their class; a widget belongs to the nearest one around it.
VIEWS: Mapping[str, str] = {
    "Home": "home",
    "Welcome": "start",
    "YearCalendar": "calendar",
    "Desk": "writing",
    "DocumentPage": "document",
    "OpeningPage": "opening",
    "SectionPage": "content",
    "EndPage": "signature",
    "AppendixPage": "appendix",
    "CutOffChoice": "period",
    "DueWords": "period",
    "Sidebar": "sections",
    "FindBar": "find",
    "PreviewPane": "preview",
    "LastPeriodPane": "last-period",
    "SourcesPane": "collect",
    "Results": "library",
    "Reading": "library",
    "StateStrip": "states",
    "FindingsPanel": "check",
    "FiguresPanel": "figures",
    "StatusLine": "saving",
    "RescuePage": "rescue",
    "BackupsDialog": "backup",
    "CleanDialog": "clean",
    "DictionaryDialog": "dictionary",
    "DrafterDialog": "home",
    "FaultReportDialog": "trouble",
    "FirstStartDialog": "start",
    "FootnoteDialog": "footnotes",
    "ImportDialog": "import",
    "IssueDialog": "states",
    "LineDialog": "register",
    "MergeDialog": "collect",
    "NewReportDialog": "start",
    "NextReportDialog": "next",
    "OfficeDialog": "office",
    "OfficesDialog": "office",
    "PeriodDialog": "period",
    "PrescribedDialog": "page",
    "PrintDialog": "print",
    "TextSizeDialog": "text-size",
    "RegisterDialog": "register",
    "ReoutlineDialog": "templates",
    "SendDialog": "send",
    "SeriesDialog": "series",
    "SetupDialog": "register",
    "TemplateDialog": "templates",
    "TemplatesDialog": "templates",
    "TrashDialog": "home",
    "UnitsListDialog": "collect",
    "VersionsDialog": "versions",
}


def topic_of_rule(rule: str) -> str:
    """The topic that explains a rule of the check."""
    known = [beginning for beginning in RULES if rule.startswith(beginning)]
    return RULES[max(known, key=len)] if known else ANY_RULE


def topic_of_part(report: Report, part: str) -> str:
    """The topic that explains a part of a report."""
    of_appendix = any(appendix.id == part for appendix in report.appendices)
    return PARTS.get(part, APPENDIX if of_appendix else SECTION)
