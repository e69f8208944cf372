"""Workbooks, CSV and vCards in and out: readers, column descriptions, the mapping plan, staging, writers."""
