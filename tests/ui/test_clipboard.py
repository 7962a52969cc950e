from __future__ import annotations

import subprocess
import sys

COPY_AND_GO = """
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
application = QGuiApplication([])
copied = QMimeData()
copied.setText("Quý I")
copied.setHtml("<b>Quý I</b>")
application.clipboard().setMimeData(copied)
del copied
"""
LEAVE = """
from bcdesk.ui.clipboard import leave_plain_text
leave_plain_text()
assert application.clipboard().text() == "Quý I"
"""


def test_the_program_ends_soundly_with_its_own_data_on_the_clipboard():
    done = subprocess.run([sys.executable, "-c", COPY_AND_GO + LEAVE], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
