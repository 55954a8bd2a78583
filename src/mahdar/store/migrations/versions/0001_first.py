"""The first tables.

Constraint names follow the naming convention of `tables.py`, which `env.py` hands to Alembic.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

JSON = sa.JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql")
TABLES = (
    "pages",
    "texts",
    "text_alignments",
    "articles",
    "article_pages",
    "readings",
    "claims",
    "past_claims",
    "problems",
    "runs",
    "changes",
    "records",
    "record_members",
    "ledger",
    "judgements",
    "attachments",
)


def upgrade() -> None:
    """Make all tables, those first that others point at."""
    _make_pages()
    _make_articles()
    _make_claims()
    _make_runs()
    _make_records()
    _make_judgements()


def downgrade() -> None:
    """Take all tables away."""
    for name in reversed(TABLES):
        op.drop_table(name)


def _words(name: str, *, null: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Text(), nullable=null)


def _short(name: str, *, null: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.String(), nullable=null)


def _number(name: str, *, null: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Integer(), nullable=null)


def _json(name: str) -> sa.Column[Any]:
    return sa.Column(name, JSON, nullable=False)


def _to(name: str, target: str, *, null: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.String(), sa.ForeignKey(target), nullable=null)


def _make(name: str, key: str, *columns: sa.Column[Any] | sa.Constraint) -> None:
    op.create_table(name, *columns, sa.PrimaryKeyConstraint(*key.split()))


def _index(table: str, columns: str) -> None:
    names = columns.split()
    op.create_index(op.f("_".join(["ix", table, *names])), table, names)


def _make_pages() -> None:
    _make(
        "pages",
        "page_id",
        _short("page_id"),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        _short("media"),
        _words("source"),
        _json("meta"),
    )
    _make("texts", "text_id", _short("text_id"), _words("letters"))
    _make(
        "text_alignments",
        "old_text new_text",
        _to("old_text", "texts.text_id"),
        _to("new_text", "texts.text_id"),
        _json("blocks"),
    )


def _make_articles() -> None:
    _make(
        "articles",
        "article_id",
        _short("article_id"),
        sa.Column("url", sa.Text(), unique=True),
        _to("current_page", "pages.page_id"),
        _to("current_text", "texts.text_id"),
        _words("outlet", null=True),
        _short("published", null=True),
        _words("title", null=True),
        _words("name", null=True),
    )
    _index("articles", "current_text")
    _make(
        "article_pages",
        "article_id page_id",
        _to("article_id", "articles.article_id"),
        _to("page_id", "pages.page_id"),
        _words("source"),
        _words("name", null=True),
        _json("meta"),
    )
    _index("article_pages", "page_id")
    _index("article_pages", "name source")
    _make_readings()


def _make_readings() -> None:
    _make(
        "readings",
        "reading_id",
        _short("reading_id"),
        _to("article_id", "articles.article_id"),
        _to("page_id", "pages.page_id"),
        _to("text_id", "texts.text_id"),
        _short("version"),
        _short("data_digest"),
        _json("text_body"),
        sa.Column("is_current", sa.Boolean(), nullable=False),
        _short("read_at"),
    )
    _index("readings", "article_id")
    current = sa.text("is_current")
    op.create_index(
        "one_current_reading", "readings", ["article_id"], unique=True, sqlite_where=current, postgresql_where=current
    )


def _make_claims() -> None:
    _make(
        "claims",
        "claim_id",
        _short("claim_id"),
        _short("key"),
        _short("kind"),
        _to("article_id", "articles.article_id"),
        _to("text_id", "texts.text_id"),
        _to("reading_id", "readings.reading_id"),
        _number("place"),
        _number("trigger_start"),
        _number("trigger_end"),
        _number("evidence_start"),
        _number("evidence_end"),
        _number("target_start", null=True),
        _number("target_end", null=True),
        _json("sides"),
        _short("state"),
        _json("body"),
    )
    _index("claims", "article_id state")
    _index("claims", "kind state")
    _index("claims", "text_id")
    past = (_to("claim_id", "claims.claim_id"), _to("reading_id", "readings.reading_id"), _json("body"))
    _make("past_claims", "claim_id reading_id", *past)
    met = (_words("article"), _short("stage"), _words("what"), _words("remedy"))
    _make("problems", "place", _number("place"), _to("reading_id", "readings.reading_id", null=True), *met)
    _index("problems", "reading_id")


def _make_runs() -> None:
    _make("runs", "place", _number("place"), _short("run_id"), _short("started"), sa.UniqueConstraint("run_id"))
    _make(
        "changes",
        "place",
        _number("place"),
        _to("run_id", "runs.run_id"),
        _to("article_id", "articles.article_id"),
        _to("claim_id", "claims.claim_id"),
        _short("act"),
        _short("field", null=True),
        _words("old_value", null=True),
        _words("new_value", null=True),
    )
    _index("changes", "run_id")


def _make_records() -> None:
    _make(
        "records",
        "record_id",
        _short("record_id"),
        _number("age"),
        _short("kind"),
        _short("state"),
        _to("redirect_to", "records.record_id", null=True),
        _to("split_from", "records.record_id", null=True),
        _json("body"),
        _short("updated"),
        sa.UniqueConstraint("age"),
    )
    _make("record_members", "record_id claim_id", _to("record_id", "records.record_id"), _to("claim_id", "claims.claim_id"))
    _index("record_members", "claim_id")
    _make(
        "ledger",
        "place",
        _number("place"),
        _to("run_id", "runs.run_id"),
        _to("record_id", "records.record_id"),
        _short("act"),
        _to("other", "records.record_id", null=True),
        _words("reason"),
    )
    _index("ledger", "run_id")
    _index("ledger", "record_id")


def _make_judgements() -> None:
    said = (_words("who"), _short("said_at"), _words("why"), _json("targets"))
    _make("judgements", "judgement_id", _short("judgement_id"), _short("verdict"), _words("value", null=True), *said)
    _make(
        "attachments",
        "judgement_id place",
        _to("judgement_id", "judgements.judgement_id"),
        _number("place"),
        _to("article_id", "articles.article_id"),
        _to("claim_id", "claims.claim_id", null=True),
        _short("state"),
        _words("reason", null=True),
    )
    _index("attachments", "article_id")
