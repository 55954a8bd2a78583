"""How does a view become JSON?"""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from typing import TypeAlias

from fastapi import Response

Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json] | None"


def json_answer(view: object, *, status: int = 200) -> Response:
    """Return a view as JSON, Arabic as it is."""
    body = json.dumps(to_json(view), ensure_ascii=False, indent=1)
    return Response(body + "\n", status_code=status, media_type="application/json")


def to_json(held: object) -> Json:
    """Return a record, and all that it holds, as JSON.

    >>> to_json((1, None, ("a",)))
    [1, None, ['a']]
    """
    if held is None or isinstance(held, str | int | float | bool):
        return held
    if isinstance(held, tuple | list):
        return [to_json(each) for each in held]
    if is_dataclass(held):
        return {one.name: to_json(getattr(held, one.name)) for one in fields(held)}
    raise TypeError(f"{type(held).__name__} has no JSON form; a view holds records, tuples and plain values.")
