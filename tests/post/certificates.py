"""Certificates for a test's own servers, by authorities that nobody else knows."""

from __future__ import annotations

import datetime as dt
import ipaddress
from dataclasses import dataclass

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID


@dataclass(frozen=True)
class Authority:
    """An authority: its certificate with the key by which it vouches."""

    certificate: x509.Certificate
    key: ec.EllipticCurvePrivateKey

    @property
    def text(self) -> str:
        """Its certificate as others trust it."""
        return self.certificate.public_bytes(serialization.Encoding.PEM).decode("ascii")


def made_authority(name: str) -> Authority:
    """A new authority."""
    key = ec.generate_private_key(ec.SECP256R1())
    who = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    built = _begun(who, who, key.public_key()).add_extension(x509.BasicConstraints(ca=True, path_length=None), True)
    usage = x509.KeyUsage(False, False, False, False, False, True, True, False, False)
    subject = x509.SubjectKeyIdentifier.from_public_key(key.public_key())
    return Authority(built.add_extension(usage, True).add_extension(subject, False).sign(key, hashes.SHA256()), key)


def made_certificate(authority: Authority, *names: str) -> bytes:
    """A certificate for names or addresses with its key, as one file."""
    key = ec.generate_private_key(ec.SECP256R1())
    who = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, names[0])])
    built = _begun(who, authority.certificate.subject, key.public_key())
    built = built.add_extension(x509.SubjectAlternativeName([_name(one) for one in names]), False)
    issuer = x509.AuthorityKeyIdentifier.from_issuer_public_key(authority.key.public_key())
    made = built.add_extension(issuer, False).sign(authority.key, hashes.SHA256())
    kind = serialization.Encoding.PEM
    private = key.private_bytes(kind, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    return private + made.public_bytes(kind)


def _begun(who: x509.Name, by: x509.Name, key: ec.EllipticCurvePublicKey) -> x509.CertificateBuilder:
    now = dt.datetime.now(dt.timezone.utc)
    begun = x509.CertificateBuilder().subject_name(who).issuer_name(by).public_key(key)
    begun = begun.serial_number(x509.random_serial_number())
    return begun.not_valid_before(now - dt.timedelta(days=1)).not_valid_after(now + dt.timedelta(days=30))


def _name(text: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ipaddress.ip_address(text))
    except ValueError:
        return x509.DNSName(text)
