"""Customers: the list, the record, and how both speak about a person."""
