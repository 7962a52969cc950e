"""Rules of the house that no linter knows."""

from __future__ import annotations

import ast
import hashlib
import re
import tomllib
import unicodedata

from tests.house.tree import ROOT, files, sources, text, tree

TOP_LEVEL = {
    "bcdesk", "resources", "tests", "packaging", "pyproject.toml", "requirements.lock", "requirements-dev.lock",
    "Makefile", "README.md", "CHANGELOG.md", ".ci", ".github", ".gitignore", ".gitattributes", "LICENSE", "NOTICE",
}  # fmt: skip
EXAMPLE = "resources/samples/bao-cao-tuyen-truyen-cchc-quy-1-2024.txt"
EXAMPLE_SHA256 = "3c73438be427e6cd258f6a9a7377729382e8a1363f9cbc93cfd15b9cb51109f0"
NETWORK = {"socket", "ssl", "http", "urllib", "ftplib", "smtplib", "asyncio", "QtNetwork"}
MACHINE_PATH = re.compile(r"(?<![\w.])/(work|home|root|Users|tmp|farm)/[\w.]+")
ADDRESS = re.compile(r"https?://[\w.-]+/(simple|packages|debian)\b")


def offenders(pattern: re.Pattern[str], suffixes: set[str]) -> list[str]:
    here = "tests/house/test_tree.py"
    return [
        f"{path}: {found[0]}"
        for path in files()
        if path.suffix in suffixes and path.as_posix() != here
        for found in pattern.finditer(text(path))
    ]


def test_the_top_level_holds_only_what_the_design_lists():
    assert {path.parts[0] for path in files()} <= TOP_LEVEL


def test_the_example_is_committed_unchanged():
    assert hashlib.sha256((ROOT / EXAMPLE).read_bytes()).hexdigest() == EXAMPLE_SHA256


def test_no_file_names_a_path_of_some_machine():
    assert offenders(MACHINE_PATH, {".py", ".toml", ".md", ".sh", ".txt", ".lock", ".json"}) == []


def test_no_file_holds_a_download_address():
    assert offenders(ADDRESS, {".py", ".toml", ".md", ".sh", ".txt", ".lock", ".json"}) == []


def test_every_string_of_the_program_is_nfc():
    wrong = [str(path) for path in files() if text(path) != unicodedata.normalize("NFC", text(path))]
    assert [name for name in wrong if name != EXAMPLE and name.startswith(("bcdesk", "resources"))] == []


def test_no_module_is_a_drawer_for_odds_and_ends():
    drawers = {"utils", "util", "common", "misc", "helpers", "helper", "manager"}
    assert [path for path in files() if drawers & set(path.with_suffix("").parts)] == []


def test_no_source_has_more_than_300_lines():
    list_of_sentences = "bcdesk/errors.py"
    read = [path for path in sources() if path.as_posix() != list_of_sentences]
    assert [f"{path}: {len(text(path).splitlines())}" for path in read if len(text(path).splitlines()) > 300] == []


def test_no_function_has_more_than_30_lines():
    long = [
        f"{path}:{node.lineno} {node.name}"
        for path in sources()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or node.lineno) - node.lineno + 1 > 30
    ]
    assert long == []


def test_questions_are_asked_in_one_place():
    asking = [str(path) for path in sources() if "QMessageBox" in text(path)]
    assert [path for path in asking if path != "bcdesk/ui/messages.py"] == []


def test_tables_are_dressed_in_one_place():
    dressing = [str(path) for path in sources() if "setShowGrid" in text(path)]
    assert dressing == ["bcdesk/ui/style/tables.py"]


def imported(path) -> set[str]:
    names = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        if isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module.split(".")[0], *node.module.split(".")[1:2]}
            names |= {alias.name for alias in node.names} & {"QtNetwork"}
    return names


def test_the_program_opens_no_network():
    doorbell = "bcdesk/ui/doorbell.py"  # a local socket between two starts on one machine
    named = [path for path in sources() if NETWORK & set(re.findall(r"\w+", text(path)))]  # to parse all takes seconds
    found = {path.as_posix(): imported(path) & NETWORK for path in named}
    assert {path: names for path, names in found.items() if names} == {doorbell: {"QtNetwork"}}


def test_the_only_socket_is_one_within_this_machine():
    used = re.findall(r"QtNetwork import (.*)", "\n".join(text(path) for path in sources()))
    assert used == ["QLocalServer, QLocalSocket"]


def test_printers_are_made_in_one_place():
    making = [path.as_posix() for path in sources() if re.search(r"\bQPrinter\(", text(path))]
    assert making == ["bcdesk/painting/printer.py"]


def test_every_icon_named_in_the_code_exists():
    drawn = {path.stem for path in files() if path.parts[:2] == ("resources", "icons")}
    named = {found for path in sources() for found in re.findall(r"""icon\(["']([\w-]+)["']""", text(path))}
    assert named - drawn == set()


def test_each_library_the_program_needs_is_explained_in_the_readme():
    project = tomllib.loads(text(ROOT / "pyproject.toml"))["project"]
    names = {re.split(r"[><=\[]", item)[0] for item in project["dependencies"]}
    assert {name for name in names if name not in text(ROOT / "README.md")} == set()


def test_every_dependency_is_locked_with_a_hash():
    for lock in ("requirements.lock", "requirements-dev.lock", "packaging/requirements.lock"):
        blocks = re.split(r"\n(?=[\w.-]+==)", text(ROOT / lock).strip())
        assert [block.split()[0] for block in blocks if "--hash=sha256:" not in block] == []
