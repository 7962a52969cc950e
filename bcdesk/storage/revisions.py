"""Alembic, called from the program: the only module that loads it."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection


def known_revisions(migrations: Path) -> frozenset[str]:
    """The revisions this program can upgrade from."""
    return frozenset(script.revision for script in ScriptDirectory.from_config(_config(migrations)).walk_revisions())


def run(connection: Connection, migrations: Path) -> None:
    """Run the revisions that are missing, inside the transaction of `connection`."""
    config = _config(migrations)
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def _config(migrations: Path) -> Config:
    config = Config()
    config.set_main_option("script_location", str(migrations).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config
