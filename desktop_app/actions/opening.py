"""The link that opens a prepared text in another program, for windows that have the text but no message kept yet."""

from __future__ import annotations

from desktop_app.post.links import dialled, link, takes_text

__all__ = ["dialled", "link", "takes_text"]
