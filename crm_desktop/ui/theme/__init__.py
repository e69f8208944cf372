"""Design tokens turned into palette, style sheet and icons."""
