"""Files in and out as plain records: what is this file, its text, its rows, its records; never the database."""
