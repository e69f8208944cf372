"""The loyalty engine in plain Python and whole numbers: rules, earning, lots, tiers, stored value, cards, coupons."""
