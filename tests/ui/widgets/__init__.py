"""Tests of crm_desktop.ui.widgets."""
