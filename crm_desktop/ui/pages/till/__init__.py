"""The till: recording sales, the slips of a day, refunds and voids."""
