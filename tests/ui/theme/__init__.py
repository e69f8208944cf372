"""Tests of crm_desktop.ui.theme."""
