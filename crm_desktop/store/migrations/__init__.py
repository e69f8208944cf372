"""Alembic steps from every released schema to today's."""
