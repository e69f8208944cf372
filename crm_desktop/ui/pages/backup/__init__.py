"""The page about keeping the customer book: backups, restores, the key."""
