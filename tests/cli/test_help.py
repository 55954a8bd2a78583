"""Every command says what it does, and the page of the command line says the same."""

from __future__ import annotations

import pytest
from quality.pages import CLI, cli_page, commands
from tests.cli.conftest import Run

from mahdar import __version__
from mahdar.cli import main

ALL = dict(commands(main))


@pytest.mark.parametrize("words", sorted(ALL), ids=" ".join)
def test_help(run: Run, words: tuple[str, ...]) -> None:
    result = run(*words, "--help")
    assert result.exit_code == 0 and ALL[words].help
    assert all(param.help for param in ALL[words].params if param.param_type_name == "option")


def test_the_page_is_what_the_commands_say() -> None:
    assert CLI.read_text("utf-8") == cli_page(), "run `make docs`"


def test_version(run: Run) -> None:
    assert run("version").stdout.strip() == __version__ == run("--version").stdout.split()[-1]


def test_no_arguments_is_wrong_usage(run: Run) -> None:
    assert run("read").exit_code == 2 and run("nonsense").exit_code == 2
