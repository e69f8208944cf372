"""The counter strip: a small window that stays on top of the shop's own till."""
