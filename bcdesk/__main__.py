"""`python -m bcdesk` opens the window; with arguments it is the command line."""

from __future__ import annotations

import sys


def main() -> int:
    """The exit code of what was asked for."""
    if len(sys.argv) > 1:
        from bcdesk import cli  # noqa: PLC0415  # the command line does not wait for Qt's widgets

        return cli.main(sys.argv[1:])
    from bcdesk import app, places  # noqa: PLC0415  # nor the window for the command line

    return app.run(places.data_folder())


if __name__ == "__main__":
    sys.exit(main())
