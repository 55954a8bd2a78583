"""`serve`: the store as pages."""

from __future__ import annotations

import socket
from contextlib import suppress
from pathlib import Path
from typing import Any

import click

from mahdar.cli.settings import Settings, verb
from mahdar.cli.told import talk
from mahdar.errors import SourceError, StoreError


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen at.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535), help="The port to listen at.")
@click.option("--public", is_flag=True, help="Read only, for everybody; refused where the store holds full texts.")
@click.option("--tokens", type=click.Path(path_type=Path), help="Who else may judge: a file that `mahdar token` writes.")
@click.option("--briefings", type=click.Path(path_type=Path), help="A folder of briefings to serve at /briefings/.")
@click.option("--site", default="", help="The address under which others know the pages; ids of feeds begin so.")
@verb
def serve(host: str, port: int, tokens: Path | None, settings: Settings, *, briefings: Path | None, **more: Any) -> None:
    """Serve the store as pages until Ctrl-C; full texts only where nobody but this machine can ask for them.

    The local user may judge records on their pages, others with a token.
    """
    import uvicorn  # slow to import, and no other verb needs it

    from mahdar.batch.judging import judge_and_name
    from mahdar.export.public import holds_full_texts
    from mahdar.serve.app import Settings as Served
    from mahdar.serve.app import create_app
    from mahdar.serve.safety import is_loopback
    from mahdar.serve.writers import read_tokens

    public = more["public"]
    if public and tokens:
        raise SourceError("--public is for reading only. Leave out --tokens, or --public.")
    is_local, language = is_loopback(host) and not public, settings.language()
    shown = f"[{host}]" if ":" in host else host
    with settings.store() as store, _door(host, port) as door:
        if public and holds_full_texts(store):
            raise StoreError(
                "this store holds full texts, which are not for the public. Make a copy without: `mahdar publish FILE`."
            )
        served = Served(
            store=store,
            is_local=is_local,
            language=language,
            data=settings.data,
            judge=None if public else lambda said: judge_and_name(store, said, language),
            tokens=read_tokens(tokens) if tokens else {},
            briefings=briefings,
            site=more["site"],
        )
        app = create_app(served)
        talk(f"Mahdar is at http://{shown}:{port}/ until you press Ctrl-C.")
        if not is_local:
            talk("Others can reach it: they see values, short sentences and links, no full texts.")
        with suppress(KeyboardInterrupt):
            uvicorn.Server(uvicorn.Config(app, log_level="warning", server_header=False)).run(sockets=[door])


@click.command()
@click.argument("name")
@click.option("--tokens", type=click.Path(path_type=Path), default="mahdar.tokens", show_default=True, help="The file of tokens.")
def token(name: str, tokens: Path) -> None:
    """Give NAME a token for judging on the pages, and print it; only its hash is kept, in the file for `serve --tokens`."""
    from mahdar.serve.writers import add_token

    click.echo(add_token(tokens, name))


def _door(host: str, port: int) -> socket.socket:
    """Return a socket that is bound to an address and port."""
    try:
        family, *_, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        door = socket.socket(family)
        door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        door.bind(address)
    except OSError as error:
        raise SourceError(f"nothing can be served at {host}:{port}: {error.strerror}. Give another --port or --host.") from error
    return door
