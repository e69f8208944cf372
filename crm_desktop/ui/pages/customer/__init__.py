"""Everything about one customer: the pane beside the list, the full record, and the form for a new one."""
