"""What a data folder remembers of its people: who drafts, for which offices, and where papers and the clerk were."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from bcdesk.report.guide import GuideStep
from bcdesk.report.office import Office
from bcdesk.report.record import decode_office, encode_office
from bcdesk.report.register import Series
from bcdesk.report.report import Place
from bcdesk.session.store import Store
from bcdesk.vietnamese.folding import sort_key
from bcdesk.vietnamese.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class Where:
    """A place in a report, its caret included (two places of the report differ where their offsets do)."""

    report_id: str
    part: str
    block: int
    offset: int

    @property
    def place(self) -> Place:
        """The place in the report."""
        return Place(self.part, self.block, self.offset)


@dataclass(frozen=True, slots=True)
class RegisterChoice:
    """Whether this machine keeps the outgoing register, and in which series reports are numbered."""

    on: bool = False
    series: Series = Series.GENERAL


@dataclass(frozen=True, slots=True)
class Guide:
    """The report one is guided through, and the last step that is done; without a report the guide is over."""

    report_id: str = ""
    done: GuideStep | None = None

    @property
    def over(self) -> bool:
        """Whether there is no more of it."""
        return not self.report_id


class Settings:
    """The settings in a store, each with the type it has; what was never set has a plain default."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @property
    def drafters(self) -> tuple[str, ...]:
        """The drafters known on this PC, in the order of the alphabet."""
        return tuple(sorted(self._texts("drafters"), key=sort_key))

    @property
    def drafter(self) -> str:
        """Who is at the desk; empty before anyone has said so."""
        return self._text("drafter")

    def keep_drafter(self, name: str) -> None:
        """Someone is at the desk, and is known from now on."""
        if name and name not in self._texts("drafters"):
            self._store.keep_setting("drafters", [*self._texts("drafters"), name])
        self._store.keep_setting("drafter", name)

    @property
    def offices(self) -> tuple[Office, ...]:
        """The office profiles, as they were added."""
        kept = self._store.setting("offices")
        return tuple(decode_office(office) for office in kept) if isinstance(kept, list) else ()

    def keep_offices(self, offices: tuple[Office, ...]) -> None:
        """These are the office profiles from now on."""
        self._store.keep_setting("offices", [encode_office(office) for office in offices])

    def office(self, day: date) -> Office | None:
        """The profile that holds on a day: the last one that is valid by then; None before the first."""
        valid = [office for office in self.offices if office.valid_from is None or office.valid_from <= day]
        return max(valid, key=lambda office: office.valid_from or date.min, default=None)

    @property
    def paper_folder(self) -> Path | None:
        """Where the last paper was written; None before the first, or where that folder is gone."""
        return _existing(self._store.setting("paper_folder"))

    def keep_paper_folder(self, folder: Path) -> None:
        """A paper was written there."""
        self._store.keep_setting("paper_folder", str(folder))

    @property
    def two_sided(self) -> bool:
        """Whether papers are printed on both sides."""
        return self._store.setting("two_sided") is True

    def keep_two_sided(self, *, two_sided: bool) -> None:
        """Print so from now on."""
        self._store.keep_setting("two_sided", two_sided)

    @property
    def register(self) -> RegisterChoice:
        """How the outgoing register is kept here; not at all where nobody has said so."""
        match self._store.setting("register"):
            case {"on": bool(on), "series": ("general" | "reports") as series}:
                return RegisterChoice(on, Series(series))
        return RegisterChoice()

    def keep_register(self, choice: RegisterChoice) -> None:
        """The register is kept so from now on."""
        self._store.keep_setting("register", {"on": choice.on, "series": choice.series.value})

    @property
    def lexicon(self) -> Lexicon:
        """The office's own dictionary."""
        return Lexicon.from_plain(self._store.setting("lexicon"))

    def keep_lexicon(self, lexicon: Lexicon) -> None:
        """The office has these words and phrases from now on."""
        self._store.keep_setting("lexicon", lexicon.plain())

    def units(self, kind: str) -> tuple[str, ...]:
        """The units whose reports are merged into those of a kind, in that order; empty before anyone has said so."""
        known = self._values("units").get(kind)
        return tuple(unit for unit in known if isinstance(unit, str)) if isinstance(known, list) else ()

    def keep_units(self, kind: str, units: tuple[str, ...]) -> None:
        """These are the units from now on."""
        self._store.keep_setting("units", {**self._values("units"), kind: list(units)})

    def units_folder(self, kind: str) -> Path | None:
        """Where the units' reports of a kind were last; None before the first, or where that folder is gone."""
        return _existing(self._values("units_folders").get(kind))

    def keep_units_folder(self, kind: str, folder: Path) -> None:
        """They were there."""
        self._store.keep_setting("units_folders", {**self._values("units_folders"), kind: str(folder)})

    @property
    def senders(self) -> dict[str, str]:
        """The units of reports that do not say it themselves, as the clerk has answered."""
        return {key: unit for key, unit in self._values("senders").items() if isinstance(unit, str)}

    def keep_senders(self, senders: dict[str, str]) -> None:
        """The clerk has answered so, too."""
        if senders:
            self._store.keep_setting("senders", {**self.senders, **senders})

    @property
    def welcomed(self) -> bool:
        """Whether the first start has had its questions, answered or skipped."""
        return self._store.setting("welcomed") is True

    def keep_welcomed(self) -> None:
        """The first start has had its questions."""
        self._store.keep_setting("welcomed", value=True)

    @property
    def guide(self) -> Guide | None:
        """How far the guide through the first report is; None before there was one."""
        match self._store.setting("guide"):
            case {"report_id": str(report_id), "done": str(done)}:
                return Guide(report_id, GuideStep.__members__.get(done))
        return None

    def keep_guide(self, guide: Guide) -> None:
        """The guide is that far now."""
        done = guide.done.name if guide.done else ""
        self._store.keep_setting("guide", {"report_id": guide.report_id, "done": done})

    @property
    def where(self) -> Where | None:
        """Where the clerk was when last seen; None at the list."""
        match self._store.setting("where"):
            case {"report_id": str(report_id), "part": str(part), "block": int(block), "offset": int(offset)}:
                return Where(report_id, part, block, offset)
        return None

    def keep_where(self, where: Where | None) -> None:
        """The clerk is there now; None at the list."""
        self._store.keep_setting("where", where and asdict(where))

    def _text(self, name: str) -> str:
        value = self._store.setting(name)
        return value if isinstance(value, str) else ""

    def _values(self, name: str) -> dict[str, object]:
        value = self._store.setting(name)
        return value if isinstance(value, dict) else {}

    def _texts(self, name: str) -> list[str]:
        value = self._store.setting(name)
        return [text for text in value if isinstance(text, str)] if isinstance(value, list) else []


def _existing(folder: object) -> Path | None:
    """The folder of that name; None where there is none, or where the system cannot tell."""
    with suppress(OSError):
        if isinstance(folder, str) and folder and Path(folder).is_dir():
            return Path(folder)
    return None
