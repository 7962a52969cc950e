"""A second start finds the first: it rings at the window that has the data folder open, and that window comes forward.

A local socket of the system between two processes of one person, no network; its name comes from the folder's path.
"""

from __future__ import annotations

import sys
import time
from functools import partial
from getpass import getuser
from hashlib import sha256
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

ANSWER_MS = 3000
AGAIN_SECONDS = 0.05
_ANSWER = b"here"


class Doorbell(QObject):
    """Hangs at a data folder from `hang` on; `rung` each time a second start rings, `brought` if it has a file."""

    rung = Signal()
    brought = Signal(str)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = bell_name(folder)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)

    def hang(self) -> None:
        """Be found from now on; in the place of one whose process was killed."""
        if not (self._server.isListening() or self._server.listen(self._name)):
            QLocalServer.removeServer(self._name)
            self._server.listen(self._name)

    def take_down(self) -> None:
        """Be found no more."""
        self._server.close()

    def _answer(self) -> None:
        caller = self._server.nextPendingConnection()
        caller.disconnected.connect(caller.deleteLater)
        caller.readyRead.connect(partial(self._hear, caller))
        self._hear(caller)

    def _hear(self, caller: QLocalSocket) -> None:
        """Answer whoever has said all: one line, with a file or empty."""
        if not caller.canReadLine():
            return
        file = bytes(caller.readLine().data()).decode(errors="surrogateescape").removesuffix("\n")
        caller.write(_ANSWER)
        caller.flush()
        caller.disconnectFromServer()
        self.rung.emit()
        if file:
            self.brought.emit(file)


def ring(folder: Path, brought: Path | None = None, patience: float = 0.0) -> bool:
    """Ring at the window that has `folder` open, with a file for it to take; whether one has answered.

    Rings again for so many seconds of `patience`: that window may only be about to stand.
    """
    _let_it_come_forward()
    until = time.monotonic() + patience
    while not _answered(folder, brought):
        if time.monotonic() >= until:
            return False
        time.sleep(AGAIN_SECONDS)
    return True


def bell_name(folder: Path) -> str:
    """The name of the socket: one for each person and data folder, however the path to it is written."""
    place = f"{getuser()}\n{folder.resolve()}"
    return f"bcdesk-{sha256(place.encode(errors='surrogateescape')).hexdigest()[:24]}"


def _answered(folder: Path, brought: Path | None) -> bool:
    socket = QLocalSocket()
    socket.connectToServer(bell_name(folder))
    if not socket.waitForConnected(ANSWER_MS):
        return False
    file = str(brought.absolute()) if brought else ""
    socket.write(f"{file}\n".encode(errors="surrogateescape"))
    return socket.waitForReadyRead(ANSWER_MS) and socket.readAll().data() == _ANSWER


def _let_it_come_forward() -> None:
    """Windows lets a window come to the front only where the process the person has just started allows it."""
    if sys.platform == "win32":
        import ctypes  # only Windows has windll

        anyone = -1
        ctypes.windll.user32.AllowSetForegroundWindow(anyone)
