"""Table models and delegates: ids in memory, rows when the view asks."""
