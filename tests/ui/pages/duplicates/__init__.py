"""The pages of duplicates: the queue, customers side by side, merging and taking apart, driven as users do."""
