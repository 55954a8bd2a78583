"""What did a reader fill into a form of ours?"""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

from fastapi import HTTPException, Request


async def read_form(request: Request, *, most: int) -> dict[str, str]:
    """Return the fields of a form of our own pages; what comes from elsewhere, or is longer than `most` bytes, is refused."""
    origin = request.headers.get("origin")
    if origin is not None and urlsplit(origin).netloc != request.headers.get("host", ""):
        raise HTTPException(403, "a form is answered to our own pages only.")
    length = request.headers.get("content-length", "")
    if not length.isdecimal() or int(length) > most:
        raise HTTPException(413, f"a form has at most {most} bytes.")
    fields = parse_qs((await request.body()).decode("utf-8", "replace"), keep_blank_values=True)
    return {name: values[0] for name, values in fields.items()}
