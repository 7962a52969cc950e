"""What the window can do with reports besides showing them: each feature is a small class of its own, made here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from bcdesk.ui.background import Background, Post
from bcdesk.ui.backing_up import BackingUp
from bcdesk.ui.bars import Bars
from bcdesk.ui.home.home import Home
from bcdesk.ui.opening import Opening
from bcdesk.ui.rescuing import Rescuing
from bcdesk.ui.status import StatusLine
from bcdesk.ui.telling import Telling
from bcdesk.ui.workplace import Workplace

if TYPE_CHECKING:
    from bcdesk.ui.beginning import Beginning
    from bcdesk.ui.desk import Desk
    from bcdesk.ui.export import Export
    from bcdesk.ui.figures.feature import Figuring
    from bcdesk.ui.findings.feature import Checking
    from bcdesk.ui.guiding import Guiding
    from bcdesk.ui.last_period.feature import LastPeriod
    from bcdesk.ui.library.feature import Library
    from bcdesk.ui.merging.feature import Merging
    from bcdesk.ui.printing import Printing
    from bcdesk.ui.register.feature import Registering
    from bcdesk.ui.rolling import Rolling
    from bcdesk.ui.searching import Searching
    from bcdesk.ui.sending.feature import Sending
    from bcdesk.ui.states.stepping import Stepping
    from bcdesk.ui.templates import Templating
    from bcdesk.ui.tidying import Tidying
    from bcdesk.ui.versions import Versions


class Features:
    """The features, and which command of `bcdesk.ui.actions` each of them answers.

    A feature is made, and its modules are loaded, when it is first asked for: it is a cached property that imports
    its class; its commands stand in `ON_DESK`, or in `ANYWHERE` if they need no report on the desk; `follow` lets it
    know of a new desk. Only what every start needs is made in `__init__`.
    """

    def __init__(  # every feature is handed only what it uses of these
        self,
        window: QWidget,
        workplace: Workplace,
        bars: Bars,
        status: StatusLine,
        home: Home,
        show_home: Callable[[], None],
    ) -> None:
        self._window, self._workplace, self._home = window, workplace, home
        self._telling = telling = Telling(status, bars.result, bars.trouble)
        self.opening = Opening(window, workplace, home, bars.result, bars.trouble)
        self.backing_up = BackingUp(window, workplace, bars.reminder, telling, show_home)
        self.rescuing = Rescuing(window, workplace, bars.trouble)
        self.backing_up.copied.connect(self.opening.refresh)
        self.opening.taken.connect(lambda report_id: self.guiding.begin(report_id))
        self._heed(home)

    def _heed(self, home: Home) -> None:
        """Do what is asked for in the list."""
        home.backups_asked.connect(self.backing_up.ask)
        home.register_asked.connect(lambda: self.registering.ask())
        home.next_asked.connect(lambda report_id: self.rolling.ask_listed(report_id))
        home.search_asked.connect(lambda query, wanted: self.searching.ask(query, wanted))
        home.calendar.begun.connect(lambda kind, period: self.beginning.begin(kind, period))
        home.calendar.figures_asked.connect(lambda kind: self.figuring.show(kind))

    @property
    def on_desk(self) -> Mapping[str, Callable[[Desk], object]]:
        """What the commands do with the report on the desk."""
        return {command: partial(act, self) for command, act in ON_DESK.items()}

    @property
    def anywhere(self) -> Mapping[str, Callable[[], object]]:
        """What the commands do that need no report on the desk."""
        return {command: partial(act, self) for command, act in ANYWHERE.items()}

    def follow(self, desk: Desk) -> None:
        """A report was put on the desk; what features add to the desk hears of it here."""
        self.checking.follow(desk)
        self.figuring.follow(desk)
        self.stepping.follow(desk)
        self.registering.follow(desk)
        self.tidying.follow(desk)
        self.last_period.follow(desk)
        self.library.follow(desk)
        self.merging.follow(desk)
        self.guiding.follow(desk)
        desk.editor.period_asked.connect(lambda: self.opening.ask_period(desk.session))

    @cached_property
    def export(self) -> Export:
        from bcdesk.ui.export import Export

        export = Export(self._window, self._workplace, self._telling)
        export.written.connect(lambda: self.guiding.note_paper())
        return export

    @cached_property
    def printing(self) -> Printing:
        from bcdesk.ui.printing import Printing

        printing = Printing(self._window, self._workplace, self._telling, self.export)
        printing.printed.connect(lambda: self.guiding.note_paper())
        return printing

    @cached_property
    def stepping(self) -> Stepping:
        from bcdesk.ui.states.stepping import Stepping

        stepping = Stepping(self._window, self._workplace, self._telling)
        stepping.numbers = self.registering
        stepping.made.connect(self.opening.ready)
        return stepping

    @cached_property
    def sending(self) -> Sending:
        from bcdesk.ui.sending.feature import Sending

        sending = Sending(self._window, self._workplace, self._telling, self.export, self.stepping)
        sending.left.connect(lambda: self.guiding.note_prepared())
        return sending

    @cached_property
    def registering(self) -> Registering:
        from bcdesk.ui.register.feature import Registering

        registering = Registering(self._window, self._workplace, self._telling, self.printing, self.export)
        registering.changed.connect(self.opening.refresh)
        return registering

    @cached_property
    def tidying(self) -> Tidying:
        from bcdesk.ui.tidying import Tidying

        return Tidying(self._window, self._telling.result)

    @cached_property
    def checking(self) -> Checking:
        from bcdesk.ui.findings.feature import Checking

        return Checking(self._window, self._workplace, self._telling, self.printing, self.export)

    @cached_property
    def figuring(self) -> Figuring:
        from bcdesk.ui.figures.feature import Figuring

        return Figuring(self._window, self._workplace, self._telling, self._home)

    @cached_property
    def versions(self) -> Versions:
        from bcdesk.ui.versions import Versions

        return Versions(self._window, self._workplace, self._telling)

    @cached_property
    def templating(self) -> Templating:
        from bcdesk.ui.templates import Templating

        templating = Templating(self._window, self._workplace, self._telling)
        templating.changed.connect(self.opening.learn_kinds)
        return templating

    @cached_property
    def last_period(self) -> LastPeriod:
        from bcdesk.ui.last_period.feature import LastPeriod

        return LastPeriod(self._telling)

    @cached_property
    def rolling(self) -> Rolling:
        from bcdesk.ui.rolling import Rolling

        show_left = self.checking.show_last_period
        rolling = Rolling(self._window, self._workplace, self._telling, self._home, show_left)
        rolling.made.connect(self.opening.ready)
        return rolling

    @cached_property
    def beginning(self) -> Beginning:
        from bcdesk.ui.beginning import Beginning

        beginning = Beginning(self._workplace, self._telling, self._home, self.rolling, self._window)
        beginning.made.connect(self.opening.ready)
        return beginning

    @cached_property
    def library(self) -> Library:
        from bcdesk.ui.library.feature import Library

        return Library(self._workplace, self._answering, self._telling)

    @cached_property
    def guiding(self) -> Guiding:
        from bcdesk.ui.guiding import Guiding

        return Guiding(self._workplace, self._telling, lambda command, desk: ON_DESK[command](self, desk))

    @cached_property
    def merging(self) -> Merging:
        from bcdesk.ui.merging.feature import Merging

        return Merging(self._window, self._workplace, self._telling)

    @cached_property
    def searching(self) -> Searching:
        from bcdesk.ui.searching import Searching

        searching = Searching(self._workplace.store, self._answering, self._telling.failed, self._window)
        searching.found.connect(self._home.show_found)
        return searching

    @cached_property
    def _answering(self) -> Background:
        """A thread of its own for what is asked while one types: it must not wait until a whole report is proofread."""
        answering = Background(Post(self._window))
        self._window.destroyed.connect(answering.close)
        return answering


ON_DESK: Mapping[str, Callable[[Features, Desk], object]] = {
    "word": lambda its, desk: its.export.word(desk),
    "pdf": lambda its, desk: its.export.pdf(desk),
    "print": lambda its, desk: its.printing.ask(desk),
    "clean": lambda its, desk: its.tidying.ask(desk),
    "send": lambda its, desk: its.sending.ask(desk),
    "step": lambda its, desk: its.stepping.open_menu(desk),
    "versions": lambda its, desk: its.versions.ask(desk),
    "next": lambda its, desk: its.rolling.ask_desk(desk),
    "last-period": lambda its, desk: its.last_period.toggle(desk),
    "library": lambda its, desk: its.library.toggle(desk),
    "phrases": lambda its, desk: its.library.offer_phrases(desk),
    "merge": lambda its, desk: its.merging.ask(desk),
    "sources": lambda its, desk: its.merging.show_sources(desk),
    "template": lambda its, desk: its.templating.save(desk),
    "reoutline": lambda its, desk: its.templating.reoutline(desk),
    "check": lambda its, _: its.checking.show(),
    "stale": lambda its, _: its.checking.show_last_period(),
    "next-finding": lambda its, _: its.checking.step(1),
    "previous-finding": lambda its, _: its.checking.step(-1),
    "accept-finding": lambda its, _: its.checking.accept(),
    "keep-finding": lambda its, _: its.checking.keep(),
    "learn-word": lambda its, _: its.checking.learn(),
    "slip": lambda its, desk: its.checking.slip(desk),
    "figures": lambda its, _: its.figuring.show_panel(),
    "name-figure": lambda its, _: its.figuring.name(),
    "compare-figure": lambda its, _: its.figuring.compare(),
    "series": lambda its, desk: its.figuring.show_kind(desk),
}
ANYWHERE: Mapping[str, Callable[[Features], object]] = {
    "new": lambda its: its.opening.new_report(),
    "import": lambda its: its.opening.import_report(),
    "register": lambda its: its.registering.ask(),
    "dictionary": lambda its: its.checking.own_words.show(),
    "template-outline": lambda its: its.templating.paste(),
    "templates": lambda its: its.templating.show(),
    "next": lambda its: its.rolling.ask_chosen(),
    "series": lambda its: its.figuring.show_chosen(),
}
