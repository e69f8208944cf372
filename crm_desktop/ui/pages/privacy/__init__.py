"""The page of privacy: words of consent, who is to be left alone, whom to look through, who was erased, papers."""
