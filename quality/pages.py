"""`make docs`: the reference pages, made from what the program itself says."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Iterator

import click

from mahdar.cli import main as mahdar
from quality.material import ROOT

CLI = ROOT / "docs" / "cli.md"
COMMON = ("db", "data", "as_json")
"""Options that every command has."""


def main() -> None:
    """Write the pages."""
    CLI.write_text(cli_page(), "utf-8")


def cli_page() -> str:
    """Return the page of the command line."""
    head = (
        "# The command line\n\n"
        "Made by `make docs` from `mahdar --help`; do not edit it.\n\n"
        "Data go to stdout (as JSON with `--json`), talk, problems and progress to stderr. Exit 0: done; 1: done, but for\n"
        "something that could not be read or did not pass; 2: nothing could be done, and stderr says why.\n\n"
        "Every command takes:\n\n"
    )
    first = next(command for _, command in commands(mahdar) if any(param.name == "db" for param in command.params))
    common = "\n".join(_option(param) for param in first.params if param.name in COMMON)
    return head + common + "\n" + "".join(_section(words, command) for words, command in commands(mahdar))


def commands(group: click.Group, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Give every command with the words that call it."""
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from commands(command, (*path, name))
        else:
            yield (*path, name), command


def _section(words: tuple[str, ...], command: click.Command) -> str:
    """Return a command as a section of the page."""
    context = click.Context(command, info_name=" ".join(words))
    taken = [param.make_metavar(context) for param in command.params if isinstance(param, click.Argument)]
    options = "\n".join(
        _option(param) for param in command.params if isinstance(param, click.Option) and param.name not in COMMON
    )
    told = inspect.cleandoc(command.help or "")
    return f"\n## `{' '.join(['mahdar', *words, *taken])}`\n\n{told}\n" + (f"\n{options}\n" if options else "")


def _option(param: click.Parameter) -> str:
    """Return an option as a line of a list."""
    if not isinstance(param, click.Option):
        raise TypeError(f"{param.name} is no option")
    names = ", ".join(f"`{name}`" for name in param.opts)
    variable = f" (`${param.envvar}`)" if param.envvar else ""
    default = f" Default: {param.default}." if param.show_default and param.default is not None else ""
    return f"- {names}{variable}: {param.help}{default}"


if __name__ == "__main__":
    sys.exit(main())
