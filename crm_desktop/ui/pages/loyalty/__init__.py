"""The Loyalty page: the shop's programmes in sentences that are changed where they stand."""
