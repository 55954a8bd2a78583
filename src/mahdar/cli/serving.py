"""`serve`: the store as pages."""

from __future__ import annotations

import socket
from contextlib import suppress

import click

from mahdar.cli.settings import Settings, verb
from mahdar.cli.told import talk
from mahdar.errors import SourceError


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen at.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535), help="The port to listen at.")
@verb
def serve(host: str, port: int, settings: Settings) -> None:
    """Serve the store as pages until Ctrl-C; full texts only where nobody but this machine can ask for them."""
    import uvicorn  # slow to import, and no other verb needs it

    from mahdar.serve.app import Settings as Served
    from mahdar.serve.app import create_app
    from mahdar.serve.safety import is_loopback

    is_local = is_loopback(host)
    shown = f"[{host}]" if ":" in host else host
    door = _door(host, port)
    with settings.store() as store:
        app = create_app(Served(store=store, is_local=is_local, language=settings.language(), data=settings.data))
        talk(f"Mahdar is at http://{shown}:{port}/ until you press Ctrl-C.")
        if not is_local:
            talk("Others can reach it: they see values, short sentences and links, no full texts.")
        config = uvicorn.Config(app, log_level="warning", server_header=False)
        with suppress(KeyboardInterrupt):
            uvicorn.Server(config).run(sockets=[door])


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
