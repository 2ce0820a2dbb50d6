"""Today: what wants somebody's attention this morning, the missed things first."""
