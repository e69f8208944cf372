"""The pane, the record and the form for one customer, driven as a user drives them."""
