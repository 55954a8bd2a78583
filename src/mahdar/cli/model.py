"""Which language model is asked, if any? None is, unless its name is given."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

import click

from mahdar.cli.settings import Refused
from mahdar.extract.aid import Aid

F = TypeVar("F", bound=Callable[..., Any])
LOCAL = "http://127.0.0.1:8080/v1"
_NAME = re.compile(r"[A-Za-z0-9][\w.:/@-]{0,79}")


def model_options(function: F) -> F:
    """Give a command its `aids`: the model that was named, or none."""

    @click.option(
        "--model", envvar="MAHDAR_MODEL", help="Also ask this language model for claims; needs the extra llm. None is asked else."
    )
    @click.option(
        "--model-url", envvar="MAHDAR_MODEL_URL", default=LOCAL, show_default=True, help="Its OpenAI-compatible address."
    )
    @wraps(function)
    def with_aids(*args: Any, model: str | None, model_url: str, **options: Any) -> Any:
        return function(*args, aids=aids_of(model, model_url), **options)

    return with_aids  # type: ignore[return-value]


def aids_of(model: str | None, url: str) -> tuple[Aid, ...]:
    """Return the model of a name as the only aid, nothing where no name is given; its key is MAHDAR_MODEL_KEY."""
    if not model:
        return ()
    if not _NAME.fullmatch(model):
        raise Refused(f"{model!r} cannot be the name of a model.")
    try:
        from mahdar.batch.asking import Model
    except ModuleNotFoundError as error:
        raise Refused("asking a model needs the extra llm. Run `pip install 'mahdar[llm]'`.") from error
    return (Model(name=model, url=url, key=os.environ.get("MAHDAR_MODEL_KEY") or "none"),)
