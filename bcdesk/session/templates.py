"""The office's own templates, kept in the store like its profiles, and so in every backup; and the kinds there are."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

from bcdesk.errors import NewerReport, UnreadableReport
from bcdesk.report.kinds import Kind, load_kinds
from bcdesk.report.record import decode_kind, encode_kind
from bcdesk.session.store import Store
from bcdesk.vietnamese.folding import sort_key

_SETTING = "kinds"


class Templates:
    """The templates in a store. Raises what the store does."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @property
    def own(self) -> tuple[Kind, ...]:
        """Those of the office, in the order of the alphabet; one of a newer version is left alone."""
        found = (kind for _, kind in self._kept() if kind)
        return tuple(sorted(found, key=lambda kind: sort_key(kind.name)))

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """Every kind of report, the office's own first."""
        return (*self.own, *load_kinds())

    def keep(self, kind: Kind) -> None:
        """Keep a template, in the place of the one of its id."""
        others = [plain for plain, other in self._kept() if other is None or other.id != kind.id]
        self._store.keep_setting(_SETTING, [*others, encode_kind(kind)])

    def remove(self, kind_id: str) -> None:
        """Take out the template of that id; reports made of it stay as they are."""
        others = [plain for plain, other in self._kept() if other is None or other.id != kind_id]
        self._store.keep_setting(_SETTING, others)

    def _kept(self) -> Iterator[tuple[object, Kind | None]]:
        """What is kept, and the template it is; None for what only a newer version reads."""
        kept = self._store.setting(_SETTING)
        for plain in kept if isinstance(kept, list) else ():
            kind = None
            with suppress(UnreadableReport, NewerReport):
                kind = decode_kind(plain)
            yield plain, kind
