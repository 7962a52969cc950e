"""bcdesk: the offline desk on which a commune office writes its reports."""

from __future__ import annotations

__version__ = "2026.1"
