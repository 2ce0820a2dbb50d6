"""How everything looks: colours by meaning, type, spaces, icons."""
