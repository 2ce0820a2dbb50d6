"""Paper: the designs, the sheets they are printed on and what has been printed."""
