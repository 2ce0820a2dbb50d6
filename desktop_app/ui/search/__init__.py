"""The search that reaches everything: hits while one types, grouped by what they are, the keyboard all the way."""
