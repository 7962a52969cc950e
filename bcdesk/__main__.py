"""`python -m bcdesk` opens the window; with arguments it is the command line."""

from __future__ import annotations

import sys

from bcdesk.cli import main

if __name__ == "__main__":
    sys.exit(main())
