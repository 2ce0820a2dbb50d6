"""Scenes of the wizard for several desks: which server, what it said and who logs in there, the passwords this once."""

from __future__ import annotations

from desktop_app.domain.servers import Content, Login, Role, ServerLook, Verified
from desktop_app.ui.pages.settings.server_dialog import ServerDialog
from tests.ui.around import House

_SEEN = ServerLook(
    "postgresql://anna@db.example.com/veikals", "veikals", "anna", 16, False, "TLSv1.3 TLS_AES_256_GCM_SHA384",
    Content.EMPTY, True, True,
)  # fmt: skip
_ADDRESS = "postgresql://anna@db.example.com/veikals"


def server(house: House) -> None:
    """Which server."""
    house.window.navigate("settings")
    house.settle()
    house.window.stage.page.server.set_up()


def people(house: House) -> None:
    """What it said, and who logs in."""
    _dialog(house)._seen(_SEEN)


def ready(house: House) -> None:
    """The passwords, this once."""
    dialog = _dialog(house)
    dialog._address = _ADDRESS
    dialog.logins = {
        Role.OWNER: Login("veikals_desk", "k7mw-p3xa-9vqe-t2hc-4njr"),
        Role.PACKER: Login("veikals_bench", "x4hd-m8qk-2wca-j9te-6vnp"),
    }
    dialog._tell(Verified(36, 48_120, ""))


def _dialog(house: House) -> ServerDialog:
    server(house)
    found = house.shell.findChild(ServerDialog)
    assert isinstance(found, ServerDialog)
    return found
