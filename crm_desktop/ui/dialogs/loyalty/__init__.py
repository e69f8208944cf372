"""The dialogs of loyalty: what is booked for a customer at the counter, and what is printed for her."""
