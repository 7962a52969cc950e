"""Arguments read, and what is wrong with them said, in Vietnamese."""

from __future__ import annotations

import re
import sys
from argparse import ArgumentParser, HelpFormatter
from typing import Any, NoReturn


class WrongCall(Exception):
    """The arguments make no call; the text says which call would."""


class _VietnameseHelp(HelpFormatter):
    """Help without argparse's English."""

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        """The line of usage."""
        super().add_usage(usage, actions, groups, "Cách gọi: " if prefix is None else prefix)


# What argparse says of a wrong call, and what is said instead.
_WRONG = (
    (re.compile("the following arguments are required: (.*)"), "Còn thiếu {}."),
    (re.compile("unrecognized arguments: (.*)"), "Không hiểu “{}”."),
    (re.compile("argument (.*?): expected .*"), "Sau {} còn thiếu một giá trị."),
    (re.compile("argument .*?: invalid choice: '(.*?)' .*"), "Không có lệnh “{}”."),
)


class Parser(ArgumentParser):
    """Reads arguments, and speaks Vietnamese of what it cannot read."""

    def __init__(self, **options: Any) -> None:
        super().__init__(formatter_class=_VietnameseHelp, add_help=False, allow_abbrev=False, **options)
        self.group = self.add_argument_group("Tham số")
        self.group.add_argument("-h", "--help", action="help", help="xem cách gọi rồi thôi")

    def error(self, message: str) -> NoReturn:
        """Raises a wrong call with the sentence for `message`."""
        matches = ((pattern.fullmatch(message), words) for pattern, words in _WRONG)
        told = next((words.format(found[1]) for found, words in matches if found), "Lệnh chưa đúng.")
        raise WrongCall(f"{told} {self.format_usage().strip()}")

    def _print_message(self, message: str, file: Any = None) -> None:
        # A program without a console has None for both streams, which argparse before 3.11.4 writes into.
        if file or sys.stderr:
            super()._print_message(message, file)
