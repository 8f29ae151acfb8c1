"""Readings -> a store on SQLite or PostgreSQL: every line cited, two clocks, corrections that can be undone."""
