"""The calendar of follow-ups, and the editor that every page plans them with."""
