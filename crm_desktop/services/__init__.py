"""One file per job of the user; each opens the unit of work and returns the set of changes."""
