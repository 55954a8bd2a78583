"""Alembic's entry: runs the revisions on the connection that `run.py` hands over, inside its transaction."""

from __future__ import annotations

from alembic import context

from mahdar.store.tables import metadata

if hasattr(context, "config"):  # not there when a doctest runner imports the file
    context.configure(connection=context.config.attributes["connection"], target_metadata=metadata, transactional_ddl=True)
    context.run_migrations()
