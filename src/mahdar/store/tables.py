"""The tables, once: what SQLite and PostgreSQL both hold."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.dialects.postgresql import JSONB

SCHEMA = "0003"
"""The revision of `migrations/versions/` that these tables are."""

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}
metadata = MetaData(naming_convention=NAMES)
Json = JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql")

pages = Table(
    "pages",
    metadata,
    Column("page_id", String, primary_key=True),
    Column("content", LargeBinary, nullable=False),
    Column("media", String, nullable=False),
    Column("source", Text, nullable=False),
    Column("meta", Json, nullable=False),
)

texts = Table(
    "texts",
    metadata,
    Column("text_id", String, primary_key=True),
    Column("letters", Text, nullable=False),
)

text_alignments = Table(
    "text_alignments",
    metadata,
    Column("old_text", ForeignKey("texts.text_id"), primary_key=True),
    Column("new_text", ForeignKey("texts.text_id"), primary_key=True),
    Column("blocks", Json, nullable=False),
)

articles = Table(
    "articles",
    metadata,
    Column("article_id", String, primary_key=True),
    Column("url", Text, unique=True),
    Column("current_page", ForeignKey("pages.page_id"), nullable=False),
    Column("current_text", ForeignKey("texts.text_id"), nullable=False, index=True),
    Column("outlet", Text),
    Column("published", String),
    Column("title", Text),
    Column("name", Text),
)

article_pages = Table(
    "article_pages",
    metadata,
    Column("article_id", ForeignKey("articles.article_id"), primary_key=True),
    Column("page_id", ForeignKey("pages.page_id"), primary_key=True),
    Column("source", Text, nullable=False),
    Column("name", Text),
    Column("meta", Json, nullable=False),
    Index(None, "page_id"),
    Index(None, "name", "source"),
)

readings = Table(
    "readings",
    metadata,
    Column("reading_id", String, primary_key=True),
    Column("article_id", ForeignKey("articles.article_id"), nullable=False, index=True),
    Column("page_id", ForeignKey("pages.page_id"), nullable=False),
    Column("text_id", ForeignKey("texts.text_id"), nullable=False),
    Column("version", String, nullable=False),
    Column("data_digest", String, nullable=False),
    Column("text_body", Json, nullable=False),
    Column("is_current", Boolean, nullable=False),
    Column("read_at", String, nullable=False),
)
Index(
    "one_current_reading",
    readings.c.article_id,
    unique=True,
    sqlite_where=text("is_current"),
    postgresql_where=text("is_current"),
)

claims = Table(
    "claims",
    metadata,
    Column("claim_id", String, primary_key=True),
    Column("key", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("article_id", ForeignKey("articles.article_id"), nullable=False),
    Column("text_id", ForeignKey("texts.text_id"), nullable=False, index=True),
    Column("reading_id", ForeignKey("readings.reading_id"), nullable=False),
    Column("place", Integer, nullable=False),
    Column("trigger_start", Integer, nullable=False),
    Column("trigger_end", Integer, nullable=False),
    Column("evidence_start", Integer, nullable=False),
    Column("evidence_end", Integer, nullable=False),
    Column("target_start", Integer),
    Column("target_end", Integer),
    Column("sides", Json, nullable=False),
    Column("state", String, nullable=False),
    Column("body", Json, nullable=False),
    Index(None, "article_id", "state"),
    Index(None, "kind", "state"),
)

past_claims = Table(
    "past_claims",
    metadata,
    Column("claim_id", ForeignKey("claims.claim_id"), primary_key=True),
    Column("reading_id", ForeignKey("readings.reading_id"), primary_key=True),
    Column("body", Json, nullable=False),
)

problems = Table(
    "problems",
    metadata,
    Column("place", Integer, primary_key=True),
    Column("reading_id", ForeignKey("readings.reading_id"), index=True),
    Column("article", Text, nullable=False),
    Column("stage", String, nullable=False),
    Column("what", Text, nullable=False),
    Column("remedy", Text, nullable=False),
)

runs = Table(
    "runs",
    metadata,
    Column("place", Integer, primary_key=True),
    Column("run_id", String, nullable=False),
    Column("started", String, nullable=False),
    UniqueConstraint("run_id"),
)

changes = Table(
    "changes",
    metadata,
    Column("place", Integer, primary_key=True),
    Column("run_id", ForeignKey("runs.run_id"), nullable=False, index=True),
    Column("article_id", ForeignKey("articles.article_id"), nullable=False),
    Column("claim_id", ForeignKey("claims.claim_id"), nullable=False),
    Column("act", String, nullable=False),
    Column("field", String),
    Column("old_value", Text),
    Column("new_value", Text),
)

records = Table(
    "records",
    metadata,
    Column("record_id", String, primary_key=True),
    Column("age", Integer, nullable=False, unique=True),
    Column("kind", String, nullable=False),
    Column("state", String, nullable=False),
    Column("redirect_to", ForeignKey("records.record_id")),
    Column("split_from", ForeignKey("records.record_id")),
    Column("body", Json, nullable=False),
    Column("updated", String, nullable=False),
)

record_members = Table(
    "record_members",
    metadata,
    Column("record_id", ForeignKey("records.record_id"), primary_key=True),
    Column("claim_id", ForeignKey("claims.claim_id"), primary_key=True),
    Index(None, "claim_id"),
)

claim_keys = Table(
    "claim_keys",
    metadata,
    Column("key", BigInteger, primary_key=True, autoincrement=False),
    Column("claim_id", ForeignKey("claims.claim_id"), primary_key=True),
    Index(None, "claim_id"),
)
"""Under which numbers each claim is found by those that may be the same."""

waiting = Table(
    "waiting",
    metadata,
    Column("place", Integer, primary_key=True),
    Column("article_id", ForeignKey("articles.article_id"), nullable=False),
)
"""Articles whose claims changed since they were last grouped."""

grouped = Table(
    "grouped",
    metadata,
    Column("place", Integer, primary_key=True),
    Column("mark", String, nullable=False),
)
"""With which code and data all claims were last grouped."""

ledger = Table(
    "ledger",
    metadata,
    Column("place", Integer, primary_key=True),
    Column("run_id", ForeignKey("runs.run_id"), nullable=False, index=True),
    Column("record_id", ForeignKey("records.record_id"), nullable=False, index=True),
    Column("act", String, nullable=False),
    Column("other", ForeignKey("records.record_id")),
    Column("reason", Text, nullable=False),
)

judgements = Table(
    "judgements",
    metadata,
    Column("judgement_id", String, primary_key=True),
    Column("verdict", String, nullable=False),
    Column("value", Text),
    Column("who", Text, nullable=False),
    Column("said_at", String, nullable=False),
    Column("why", Text, nullable=False),
    Column("targets", Json, nullable=False),
)

attachments = Table(
    "attachments",
    metadata,
    Column("judgement_id", ForeignKey("judgements.judgement_id"), primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("article_id", ForeignKey("articles.article_id"), nullable=False, index=True),
    Column("claim_id", ForeignKey("claims.claim_id")),
    Column("state", String, nullable=False),
    Column("reason", Text),
)

search_rows = Table(
    "search_rows",
    metadata,
    Column("place", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=False),
    Column("kind", String, nullable=False),
    Column("article_id", ForeignKey("articles.article_id"), nullable=False, index=True),
    Column("reading_id", ForeignKey("readings.reading_id"), nullable=False, index=True),
    Column("claim_id", ForeignKey("claims.claim_id"), index=True),
    Column("spans", Json, nullable=False),
    Column("mark", String, nullable=False),
)
"""What search finds: articles and claims, each with the spans of its letters; their terms stand in `search_words`."""
