"""How is a dossier written as an e-mail?"""

from __future__ import annotations

from email.message import EmailMessage
from email.policy import SMTP

from mahdar.export.dossier import Dossier
from mahdar.export.dossier_html import dossier_html


def dossier_eml(dossier: Dossier) -> bytes:
    """Return a dossier as a message that any mail program opens, to be addressed and sent."""
    message = letter_of(dossier)
    message["X-Unsent"] = "1"
    return message.as_bytes(policy=SMTP)


def letter_of(dossier: Dossier) -> EmailMessage:
    """Return a dossier as a message with a plain and an HTML part, from and to nobody yet."""
    message = EmailMessage(policy=SMTP)
    message["Subject"] = " ".join(dossier.title.split())
    message.set_content(_plain(dossier))
    message.add_alternative(dossier_html(dossier), subtype="html")
    return message


def _plain(dossier: Dossier) -> str:
    parts = [dossier.title, dossier.deck]
    for section in dossier.sections:
        parts.append(section.title)
        parts += [f"- {''.join(run.words for run in line.runs)} {_numbers(line.numbers)}" for line in section.lines]
    parts.append(dossier.citations_title)
    parts += [f"[{one.number}] {one.outlet}, {one.day}. {one.url or ''} «{one.words}»" for one in dossier.citations]
    return "\n\n".join(parts) + "\n"


def _numbers(numbers: tuple[int, ...]) -> str:
    return "".join(f"[{one}]" for one in numbers)
