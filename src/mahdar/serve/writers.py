"""Who may write, and does this form come from them?"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from fastapi import Request

from mahdar.errors import SourceError

TOKEN = "mahdar_token"
BEARER = "bearer "


@dataclass(frozen=True, slots=True, kw_only=True)
class Writer:
    """Somebody who may write; `name` is None for the local user, who says it; `key` is what their forms must bring along."""

    name: str | None
    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Writers:
    """All who may write: the local user, and the holders of tokens, by the sha256 of these."""

    is_local: bool
    tokens: Mapping[str, str] = field(default_factory=dict)
    secret: bytes = field(default_factory=lambda: secrets.token_bytes(32))
    """Made anew at each start: no form outlives it."""

    def of(self, request: Request) -> Writer | None:
        """Return who asks, None where they may only read."""
        name = self.named(request.cookies.get(TOKEN, ""))
        if name is not None:
            return Writer(name=name, key=self._key(request.cookies[TOKEN]))
        return Writer(name=None, key=self._key("")) if self.is_local else None

    def bearer(self, request: Request) -> Writer | None:
        """Return who asks by a header, which no other site can make a browser send."""
        given = request.headers.get("authorization", "")
        name = self.named(given[len(BEARER) :].strip()) if given.lower().startswith(BEARER) else None
        return Writer(name=name, key="") if name is not None else None

    def named(self, token: str) -> str | None:
        """Return whose token this is."""
        return self.tokens.get(hashed(token)) if token else None

    def _key(self, token: str) -> str:
        return hmac.new(self.secret, f"form\n{token}".encode(), hashlib.sha256).hexdigest()


def hashed(token: str) -> str:
    """Return what is kept of a token."""
    return hashlib.sha256(token.encode()).hexdigest()


def read_tokens(path: Path) -> dict[str, str]:
    """Return the holders of tokens in a file of lines `sha256 name`."""
    try:
        lines = path.read_text("utf-8").splitlines()
    except OSError as error:
        raise SourceError(f"{path}: {error.strerror}. Make it with `mahdar token NAME --tokens {path}`.") from error
    pairs = [line.split(maxsplit=1) for line in lines if line.strip()]
    if any(len(pair) != 2 or len(pair[0]) != 64 for pair in pairs):
        raise SourceError(f"{path}: each line holds the sha256 of a token and a name. Make it with `mahdar token NAME`.")
    return {pair[0]: pair[1].strip() for pair in pairs}


def add_token(path: Path, name: str) -> str:
    """Give a name a new token, keep its hash in a file that only its owner reads, and return the token: it is shown once."""
    token = secrets.token_urlsafe(24)
    try:
        held = path.read_text("utf-8") if path.exists() else ""
        path.touch(mode=0o600)
        path.write_text(f"{held}{hashed(token)} {name}\n", "utf-8")
    except OSError as error:
        raise SourceError(f"{path}: {error.strerror}. Give a file that can be written.") from error
    return token
