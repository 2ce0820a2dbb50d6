"""How long a message takes from the outbox to a mail server on this computer; the floor is smtplib, keeping nothing."""

from __future__ import annotations

import argparse
import datetime as dt
import smtplib
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from desktop_app.actions.outbox import put
from desktop_app.actions.sending import send_waiting
from desktop_app.domain.mail import Mail, Security
from desktop_app.domain.messages import Draft, Means, MessageKind
from desktop_app.post.letter import Envelope, letter
from desktop_app.store.connect import open_shop
from tests.post.postman import PASSWORD, USER, Ledger, postman

_TEXT = "Sveika!\n\nJūsu pasūtījums šodien ir ceļā.\n\nIlze\nMazais veikals"


def main() -> None:
    """Sends so many messages both ways and tells milliseconds for each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--messages", type=int, default=500)
    count = parser.parse_args().messages
    drafts = [
        Draft(f"free:{n}", MessageKind.FREE, Means.EMAIL, f"anna{n}@x.example", _TEXT, f"{n}. sūtījums")
        for n in range(count)
    ]
    with postman(Ledger(keep=False)) as server, tempfile.TemporaryDirectory() as folder:
        mail = Mail("127.0.0.1", server.port, Security.NONE, USER, "shop@x.example", per_minute=6_000)
        shop = open_shop(Path(folder) / "shop.db")
        began = time.perf_counter()
        put(shop, drafts, actor="")
        putting = time.perf_counter() - began

        def turn(deed: Any) -> Any:
            return deed(shop)

        floor = _bare(server.port, mail, drafts)
        began = time.perf_counter()
        sent = send_waiting(turn, mail, actor="", password_of=lambda _: PASSWORD)
        ours = time.perf_counter() - began
        shop.close()
    assert len(sent.handed) == count, sent
    print(f"put into the outbox  {putting / count * 1000:7.2f} ms a message")
    print(f"floor: bare smtplib  {floor / count * 1000:7.2f} ms a message")
    print(f"sent                 {ours / count * 1000:7.2f} ms a message, {ours / floor:.2f} × the floor")


def _bare(port: int, mail: Mail, drafts: list[Draft]) -> float:
    """Seconds for the same letters over one connection, with nothing written down."""
    written = dt.datetime.now(dt.timezone.utc)
    began = time.perf_counter()
    with smtplib.SMTP("127.0.0.1", port) as talk:
        for number, draft in enumerate(drafts):
            talk.send_message(letter(draft, mail, Envelope(f"<{number}@x.example>", written)))
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
