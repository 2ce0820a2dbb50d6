"""Orders: the list, the record, and how both speak about an order."""
