"""The people of the shop: roles, rights and PINs."""
