"""Tests of crm_desktop.ui.dialogs."""
