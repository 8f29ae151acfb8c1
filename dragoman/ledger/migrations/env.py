"""Alembic's way in: runs the migrations on the connection that dragoman.ledger.tables gives, inside its transaction."""

from alembic import context

from dragoman.ledger.schema import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata, transactional_ddl=False)
context.run_migrations()
