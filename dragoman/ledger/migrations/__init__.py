"""A database of any earlier form, or an empty one -> the tables of dragoman.ledger.schema, by Alembic's migrations."""
