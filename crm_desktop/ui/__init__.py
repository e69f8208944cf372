"""The window: with `app` the only room that imports PySide6."""
