"""Laid-out cards become one PDF here: letters shaped, codes and pictures made, pages streamed to a file."""
