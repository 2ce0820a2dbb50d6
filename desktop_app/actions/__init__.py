"""The only writers: one thing a person does is one function, one transaction, and the Changes it returns."""
