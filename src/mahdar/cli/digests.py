"""`digest`: what came in since a moment, sent as one letter."""

from __future__ import annotations

import smtplib
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, make_msgid
from urllib.parse import urlencode

import click

from mahdar.cli.settings import Settings, verb
from mahdar.cli.told import talk, tell_json
from mahdar.errors import SourceError

WAIT = 30
"""Seconds for a mail server to answer."""


@click.command()
@click.option(
    "--to", "readers", multiple=True, help="Who gets it; may be given several times. Without it, the letter is printed."
)
@click.option("--sender", default="mahdar@localhost", show_default=True, help="From whom it comes.")
@click.option("--smtp", default="127.0.0.1:25", show_default=True, help="The mail server, as host:port.")
@click.option("--hours", default=24.0, show_default=True, type=click.FloatRange(0, 24 * 400), help="How far back it reaches.")
@click.option("--since", default="", help="A moment in ISO 8601, in place of --hours.")
@click.option("--breaking", is_flag=True, help="Only what two origins told within hours of each other, all in one letter.")
@click.option("--lang", type=click.Choice(["ar", "en"]), default="ar", show_default=True, help="Its language.")
@click.option("--site", default="http://127.0.0.1:8000", show_default=True, help="The address under which the pages are served.")
@verb
def digest(
    readers: tuple[str, ...], sender: str, smtp: str, settings: Settings, *, hours: float, since: str, **asked: str | bool
) -> None:
    """Send what came into the store in the last day as one letter, each line with its sentences; nothing new, nothing sent."""
    moment = since or (datetime.now(UTC) - timedelta(hours=hours)).isoformat()
    letter = _letter({**asked, "since": moment}, settings)
    if letter is None:
        talk(f"nothing came in since {moment}, and nothing was sent.")
        return
    if not readers:
        click.echo(letter.as_bytes(policy=SMTP), nl=False)
        return
    _address(letter, sender, readers)
    _send(letter, smtp)
    if settings.as_json:
        tell_json({"to": list(readers), "subject": str(letter["Subject"])})
    talk(f"sent to {', '.join(readers)} by {smtp}.")


def _letter(asked: dict[str, str | bool], settings: Settings) -> EmailMessage | None:
    """Return the letter that the pages write, None where it would be empty."""
    from mahdar.serve.app import Settings as Served
    from mahdar.serve.app import create_app
    from mahdar.serve.ask import ask

    site = str(asked.pop("site"))
    query = urlencode({**asked, "breaking": "true" if asked["breaking"] else "false"})
    with settings.store() as store:
        app = create_app(Served(store=store, is_local=True, language=settings.language(), data=settings.data, site=site))
        view = ask(app, f"/digest?{query}&format=csv")
        paper = ask(app, f"/digest?{query}&paper=eml")
    if paper.status != 200:
        raise SourceError(f"no digest was made since {asked['since']!r}. Give a moment as 2025-10-13T06:00+00:00.")
    if len(view.body.strip().splitlines()) < 2:
        return None
    letter = message_from_bytes(paper.body, policy=SMTP)
    del letter["X-Unsent"]
    return letter if isinstance(letter, EmailMessage) else None


def _address(letter: EmailMessage, sender: str, readers: tuple[str, ...]) -> None:
    try:
        letter["From"], letter["To"] = sender, ", ".join(readers)
    except ValueError as error:
        raise SourceError(f"{sender!r} or {', '.join(readers)!r} is no address of e-mail: {error}. Write name@host.") from error
    letter["Date"] = format_datetime(datetime.now(UTC))
    letter["Message-ID"] = make_msgid(domain="mahdar.invalid")
    letter["Auto-Submitted"] = "auto-generated"


def _send(letter: EmailMessage, smtp: str) -> None:
    host, _, port = smtp.rpartition(":")
    if not host or not port.isdecimal():
        raise SourceError(f"{smtp!r} is no mail server; write it as host:port.")
    try:
        with smtplib.SMTP(host, int(port), timeout=WAIT) as server:
            server.send_message(letter)
    except (OSError, smtplib.SMTPException) as error:
        raise SourceError(f"{smtp} did not take the letter: {error}. Nothing was sent; try again.") from error
