"""The imports of the past: what each did, and how to take one back."""
