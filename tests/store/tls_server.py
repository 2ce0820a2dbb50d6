"""A PostgreSQL server of its own with a certificate by an authority of our own, on this computer only."""

from __future__ import annotations

import datetime as dt
import os
import pwd
import shutil
import socket
import subprocess
from dataclasses import dataclass
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

NAME = "shop-server.example"  # in the certificate; no such host is asked for: hostaddr says where it is
PASSWORD = "a-password-of-the-test"


@dataclass(frozen=True)
class TlsServer:
    """Where it is, and which authority vouches for it."""

    port: int
    authority: Path
    stranger: Path  # an authority that does not

    def address(self, *, host: str = NAME, authority: Path | None = None, more: str = "") -> str:
        """The address of its database as it would be written for a server elsewhere."""
        trusted = authority or self.authority
        return (
            f"postgresql://cordial:{PASSWORD}@{host}:{self.port}/postgres"
            f"?hostaddr=127.0.0.1&sslrootcert={trusted}{more}"
        )


class Running:
    """The server's process and folder; `stop` takes both away."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._binaries = folder, _binaries()
        folder.chmod(0o755)
        authority, key = _authority(folder, "authority")
        _authority(folder, "stranger")
        _certificate(folder, authority, key)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.server = TlsServer(port, folder / "authority.crt", folder / "stranger.crt")
        secret = folder / "password"
        secret.write_text(PASSWORD + "\n")
        self._as: list[str] = []
        if os.geteuid() == 0:  # which initdb refuses, rightly
            user = next(name for name in ("postgres", "nobody") if _known(name))
            for path in (folder, *folder.iterdir()):
                shutil.chown(path, user)
            self._as = ["setpriv", f"--reuid={user}", f"--regid={pwd.getpwnam(user).pw_gid}", "--clear-groups", "--"]
        self._run("initdb", "-D", str(folder / "data"), "-U", "cordial", "--auth=scram-sha-256", f"--pwfile={secret}",
                  "--no-sync")  # fmt: skip
        options = (
            f"-p {port} -k '{folder}' -c listen_addresses=127.0.0.1 -c fsync=off -c ssl=on "
            f"-c ssl_cert_file='{folder}/server.crt' -c ssl_key_file='{folder}/server.key'"
        )
        self._run("pg_ctl", "-D", str(folder / "data"), "-s", "-w", "-l", str(folder / "log"), "-o", options, "start")

    def stop(self) -> None:
        self._run("pg_ctl", "-D", str(self._folder / "data"), "-m", "immediate", "-s", "stop")
        shutil.rmtree(self._folder, ignore_errors=True)

    def _run(self, program: str, *words: str) -> None:
        subprocess.run(
            [*self._as, str(self._binaries / program), *words], check=True, cwd="/", stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )  # fmt: skip


def _binaries() -> Path:
    found = [Path(place).parent for place in [shutil.which("initdb") or ""] if place]
    found += sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    return found[-1]


def _known(name: str) -> bool:
    try:
        pwd.getpwnam(name)
    except KeyError:
        return False
    return True


def _authority(folder: Path, name: str) -> tuple[x509.Name, ec.EllipticCurvePrivateKey]:
    subject, key = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)]), ec.generate_private_key(ec.SECP256R1())
    made = (
        _begun(subject, subject, key)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    (folder / f"{name}.crt").write_bytes(made.public_bytes(serialization.Encoding.PEM))
    return subject, key


def _certificate(folder: Path, authority: x509.Name, authority_key: ec.EllipticCurvePrivateKey) -> None:
    key = ec.generate_private_key(ec.SECP256R1())
    made = (
        _begun(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, NAME)]), authority, key)
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(NAME)]), critical=False)
        .sign(authority_key, hashes.SHA256())
    )
    (folder / "server.crt").write_bytes(made.public_bytes(serialization.Encoding.PEM))
    plain = serialization.NoEncryption()
    secret = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain)
    with open(os.open(folder / "server.key", os.O_CREAT | os.O_WRONLY, 0o600), "wb") as out:
        out.write(secret)


def _begun(subject: x509.Name, issuer: x509.Name, key: ec.EllipticCurvePrivateKey) -> x509.CertificateBuilder:
    now = dt.datetime.now(dt.timezone.utc)
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(hours=1))
        .not_valid_after(now + dt.timedelta(days=1))
    )
