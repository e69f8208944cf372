"""The catalogue: products and services, their prices and how much of them is there."""
