"""The customers page: a list of any length that is searched, filtered, arranged and worked on, and a detail pane."""
