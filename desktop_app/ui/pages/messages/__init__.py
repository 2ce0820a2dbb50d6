"""The page of messages: what goes out to customers, and how far each is known to have come."""
