"""How the head of a letter is written out; Python's own way loses spaces between long words beyond ASCII."""

from __future__ import annotations

from base64 import b64encode
from email.header import Header
from email.headerregistry import Address
from email.policy import EmailPolicy
from typing import Any

_LINE = 76


class HeadPolicy(EmailPolicy):
    """The policy of SMTP, but for subject and names: each is one text, encoded whole where it is not plain ASCII."""

    def header_store_parse(self, name: str, value: Any) -> tuple[str, Any]:
        """A field as it is put in; a text that looks like an encoded word is kept as the text it is."""
        if isinstance(value, str) and "=?" in value and not set(value) & {"\r", "\n"}:
            value = f"=?utf-8?b?{b64encode(value.encode()).decode('ascii')}?="
        return super().header_store_parse(name, value)

    def fold(self, name: str, value: Any) -> str:
        """One field of the head with its line ends."""
        return f"{name}: {said}{self.linesep}" if (said := self._said(name, value)) else super().fold(name, value)

    def fold_binary(self, name: str, value: Any) -> bytes:
        """The same as bytes, which is what goes over the wire."""
        return self.fold(name, value).encode("utf-8" if self.utf8 else "ascii", "surrogateescape")

    def _said(self, name: str, value: Any) -> str:
        if name.lower() == "subject":
            return self._encoded(str(value), name)
        addresses = getattr(value, "addresses", None)
        return ", ".join(self._address(one, name) for one in addresses) if addresses else ""

    def _address(self, one: Address, name: str) -> str:
        if not one.display_name:
            return one.addr_spec
        if _plain(one.display_name):
            return str(one)
        return f"{self._encoded(one.display_name, name)}{self.linesep} <{one.addr_spec}>"

    def _encoded(self, text: str, name: str) -> str:
        if _plain(text):
            return text
        return Header(text, "utf-8", maxlinelen=_LINE, header_name=name).encode(linesep=self.linesep)


NARROW = HeadPolicy(linesep="\r\n", cte_type="7bit")  # so that it goes through any server as it is
WIDE = HeadPolicy(linesep="\r\n", cte_type="7bit", utf8=True)  # for an address beyond ASCII: RFC 6532


def _plain(text: str) -> bool:
    """Whether a text is its own spelling, and not one that a reader would decode into something else."""
    return text.isascii() and "=?" not in text
