"""The calendar and the editor of follow-ups, driven as users do."""
