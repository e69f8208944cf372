"""What the shop took: a day and its close, a month."""
