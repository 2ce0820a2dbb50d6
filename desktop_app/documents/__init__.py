"""What is on the paper, as plain data in millimetres; render/ draws it."""
