"""Under which keys each claim is found by those that may be the same, and which articles wait to be grouped."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables; what is there is grouped anew when something is read next."""
    op.create_table(
        "claim_keys",
        sa.Column("key", sa.BigInteger(), nullable=False),
        sa.Column("claim_id", sa.String(), sa.ForeignKey("claims.claim_id"), nullable=False),
        sa.PrimaryKeyConstraint("key", "claim_id"),
    )
    op.create_index(op.f("ix_claim_keys_claim_id"), "claim_keys", ["claim_id"])
    op.create_table(
        "waiting",
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.String(), sa.ForeignKey("articles.article_id"), nullable=False),
        sa.PrimaryKeyConstraint("place"),
    )
    op.create_table(
        "grouped",
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("mark", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("place"),
    )


def downgrade() -> None:
    """Take the tables away."""
    for name in ("grouped", "waiting", "claim_keys"):
        op.drop_table(name)
