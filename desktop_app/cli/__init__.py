"""The same actions and queries from a shell: words in, text or one JSON object out, an exit code for how it went."""
