"""The index of search: which rows it has, and their terms, for which each database has a table of its own."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB, TSVECTOR

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

JSON = sa.JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql")
PLACE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TOKENS = "unicode61 remove_diacritics 0 tokenchars ''=@#&.:/_-''"
"""Our terms as they are: letters come folded, and the signs belong to ids."""


def upgrade() -> None:
    """Make the tables of the index."""
    op.create_table(
        "search_rows",
        sa.Column("place", PLACE, autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("article_id", sa.String(), sa.ForeignKey("articles.article_id"), nullable=False),
        sa.Column("reading_id", sa.String(), sa.ForeignKey("readings.reading_id"), nullable=False),
        sa.Column("claim_id", sa.String(), sa.ForeignKey("claims.claim_id"), nullable=True),
        sa.Column("spans", JSON, nullable=False),
        sa.Column("mark", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("place"),
    )
    for name in ("article_id", "reading_id", "claim_id"):
        op.create_index(op.f(f"ix_search_rows_{name}"), "search_rows", [name])
    if op.get_bind().dialect.name == "sqlite":
        op.execute(f"CREATE VIRTUAL TABLE search_words USING fts5(surface, lemma, names, tokenize = '{TOKENS}')")
        return
    op.create_table(
        "search_words",
        sa.Column("place", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("words", TSVECTOR(), nullable=False),
        sa.PrimaryKeyConstraint("place"),
    )
    op.create_index("ix_search_words_words", "search_words", ["words"], postgresql_using="gin")


def downgrade() -> None:
    """Take the index away."""
    op.drop_table("search_words")
    op.drop_table("search_rows")
