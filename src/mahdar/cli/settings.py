"""What did the user set? The only place that looks at options and the environment."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar

import click

from mahdar.errors import MahdarError
from mahdar.language.cache import SHIPPED, load_language
from mahdar.language.language import Language
from mahdar.language.layers import lay_over
from mahdar.store.database import Store, open_store

F = TypeVar("F", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Where the store, the data and the compiled language are, and how results are printed."""

    db: str
    data: Path
    own: Path | None
    """The user's own data folder, which lies over the shipped one."""
    cache: Path
    as_json: bool

    def language(self) -> Language:
        """Return the language of the data folder."""
        return load_language(self.data, self.cache)

    def store(self) -> Store:
        """Return the store, open; the caller closes it."""
        return open_store(self.db if "://" in self.db else f"sqlite:///{self.db}")


class Refused(click.ClickException):
    """What could not be done at all: exit 2, as for wrong usage."""

    exit_code = 2

    def show(self, file: Any = None) -> None:
        click.echo(f"mahdar: {self.message}", err=True)


def verb(function: F) -> F:
    """Give a command its `settings`, and let the errors that we name end it with their message and exit 2."""

    @click.option(
        "--db", envvar="MAHDAR_DB", default="mahdar.db", show_default=True, help="The store: a file, or a postgresql:// address."
    )
    @click.option(
        "--data",
        envvar="MAHDAR_DATA",
        type=click.Path(path_type=Path),
        default=None,
        help="A data folder in place of the shipped one.",
    )
    @click.option(
        "--layer",
        envvar="MAHDAR_LAYER",
        type=click.Path(path_type=Path),
        default=None,
        help="A folder of your own data, which lies over the shipped one.",
    )
    @click.option("--json", "as_json", is_flag=True, help="Print JSON.")
    @wraps(function)
    def with_settings(*args: Any, db: str, data: Path | None, layer: Path | None, as_json: bool, **options: Any) -> Any:
        try:
            whole = lay_over(data or SHIPPED, layer, _cache()) if layer else data or SHIPPED
            settings = Settings(db=db, data=whole, own=layer, cache=_cache(), as_json=as_json)
            return function(*args, settings=settings, **options)
        except MahdarError as error:
            raise Refused(str(error)) from error

    return with_settings  # type: ignore[return-value]


def _cache() -> Path:
    """Return the folder of compiled languages."""
    home = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(os.environ.get("MAHDAR_CACHE") or Path(home) / "mahdar")
