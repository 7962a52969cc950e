"""What the window can do with reports besides showing them: each feature is a small class of its own, made here."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from bcdesk.ui.background import Background, Post
from bcdesk.ui.backing_up import BackingUp
from bcdesk.ui.bars import Bars
from bcdesk.ui.beginning import Beginning
from bcdesk.ui.desk import Desk
from bcdesk.ui.export import Export
from bcdesk.ui.figures.feature import Figuring
from bcdesk.ui.findings.feature import Checking
from bcdesk.ui.home.home import Home
from bcdesk.ui.last_period.feature import LastPeriod
from bcdesk.ui.library.feature import Library
from bcdesk.ui.opening import Opening
from bcdesk.ui.printing import Printing
from bcdesk.ui.register.feature import Registering
from bcdesk.ui.rescuing import Rescuing
from bcdesk.ui.rolling import Rolling
from bcdesk.ui.searching import Searching
from bcdesk.ui.sending.feature import Sending
from bcdesk.ui.states.stepping import Stepping
from bcdesk.ui.status import StatusLine
from bcdesk.ui.telling import Telling
from bcdesk.ui.templates import Templating
from bcdesk.ui.tidying import Tidying
from bcdesk.ui.versions import Versions
from bcdesk.ui.workplace import Workplace


class Features:
    """The features, and which command of `bcdesk.ui.actions` each of them answers.

    `on_desk` acts on the report on the desk, `anywhere` needs none. `follow` lets features know of a new desk.
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
        telling = Telling(status, bars.result, bars.trouble)
        self.export = Export(window, workplace, telling)
        self.printing = Printing(window, workplace, telling, self.export)
        self.opening = Opening(window, workplace, home, bars.result, bars.trouble)
        self.backing_up = BackingUp(window, workplace, bars.reminder, telling, show_home)
        self.stepping = Stepping(window, workplace, telling)
        self.sending = Sending(window, workplace, telling, self.export, self.stepping)
        self.registering = Registering(window, workplace, telling, self.printing, self.export)
        self.tidying = Tidying(window, bars.result)
        self.checking = Checking(window, workplace, telling, self.printing, self.export)
        self.figuring = Figuring(window, workplace, telling, home)
        self.versions = Versions(window, workplace, telling)
        self.templating = Templating(window, workplace, telling)
        self.rescuing = Rescuing(window, workplace, bars.trouble)
        self.last_period = LastPeriod(telling)
        self.rolling = Rolling(window, workplace, telling, home, self.checking.show_last_period)
        self.beginning = Beginning(workplace, telling, home, self.rolling, window)
        answering = _answering(window)
        self.library = Library(workplace, answering, telling)
        self.searching = Searching(workplace.store, answering, telling.failed, window)
        self._connect(home)

    def _connect(self, home: Home) -> None:
        """Let features hear of each other."""
        self.stepping.numbers = self.registering
        self.beginning.made.connect(self.opening.ready)
        self.backing_up.copied.connect(self.opening.refresh)
        self.stepping.made.connect(self.opening.ready)
        home.backups_asked.connect(self.backing_up.ask)
        self.templating.changed.connect(self.opening.name_kinds)
        self.rolling.made.connect(self.opening.ready)
        self.templating.changed.connect(self.beginning.learn_kinds)
        home.search_asked.connect(self.searching.ask)
        self.searching.found.connect(home.show_found)

    @property
    def on_desk(self) -> Mapping[str, Callable[[Desk], object]]:
        """What the commands do with the report on the desk."""
        return {
            "word": self.export.word,
            "pdf": self.export.pdf,
            "print": self.printing.ask,
            "clean": self.tidying.ask,
            "send": self.sending.ask,
            "step": self.stepping.open_menu,
            "versions": self.versions.ask,
            "next": self.rolling.ask_desk,
            "last-period": self.last_period.toggle,
            "library": self.library.toggle,
            "phrases": self.library.offer_phrases,
            **self.checking.on_desk,
            **self.templating.on_desk,
            **self.figuring.on_desk,
        }

    @property
    def anywhere(self) -> Mapping[str, Callable[[], object]]:
        """What the commands do that need no report on the desk."""
        return {
            "new": self.opening.new_report,
            "import": self.opening.import_report,
            "register": self.registering.ask,
            **self.checking.anywhere,
            **self.templating.anywhere,
            "next": self.rolling.ask_chosen,
            "series": self.figuring.show_chosen,
        }

    def follow(self, desk: Desk) -> None:
        """A report was put on the desk; what features add to the desk hears of it here."""
        self.checking.follow(desk)
        self.figuring.follow(desk)
        self.stepping.follow(desk)
        self.registering.follow(desk)
        self.tidying.follow(desk)
        self.last_period.follow(desk)
        self.library.follow(desk)
        desk.editor.period_asked.connect(lambda: self.opening.ask_period(desk.session))


def _answering(window: QWidget) -> Background:
    """A thread of its own for what is asked while one types: it must not wait until a whole report is proofread."""
    answering = Background(Post(window))
    window.destroyed.connect(answering.close)
    return answering
