"""The window: pages over the queries and actions; the only room of Qt."""
