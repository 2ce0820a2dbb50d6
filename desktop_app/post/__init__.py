"""Delivery of messages: by a mail server, by links that open another program, or into a folder to look at."""
