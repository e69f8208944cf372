"""The encrypted database: tables, the unit of work (the only writer), repositories, queries, journal, backup."""
