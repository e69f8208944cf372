"""Reads for lists and reports: ids first, a page of rows when it is asked for."""
