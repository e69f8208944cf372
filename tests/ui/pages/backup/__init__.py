"""Tests of the page of backups."""
