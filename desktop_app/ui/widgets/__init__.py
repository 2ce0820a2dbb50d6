"""The parts every page is put together from; each speaks and looks as the house does, none knows a record."""
