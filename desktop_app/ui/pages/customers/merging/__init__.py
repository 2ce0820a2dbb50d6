"""Two customers who may be one: found, compared side by side, merged or told apart."""
