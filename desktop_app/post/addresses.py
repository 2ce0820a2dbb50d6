"""E-mail addresses as letters and servers have them: their domain in ASCII, a name beside them that stays a name."""

from __future__ import annotations

from email.headerregistry import Address


def written_address(name: str, address: str) -> Address:
    """A name and an address as they stand in the head of a letter; raises ValueError for what cannot."""
    whole = on_the_wire(address)
    if whole.isascii():
        return Address(display_name=name, addr_spec=whole)
    local, _, domain = whole.rpartition("@")  # `addr_spec` takes ASCII only
    return Address(display_name=name, username=local, domain=domain)


def on_the_wire(address: str) -> str:
    """An address with its domain as servers know it, `мыло.рф` as xn--…; what is before the @ stays."""
    local, _, domain = address.rpartition("@")
    if domain.isascii():
        return address
    from email_validator import validate_email  # slow to load: first use, not start

    return f"{local}@{validate_email(f'a@{domain}', check_deliverability=False).ascii_domain}"
