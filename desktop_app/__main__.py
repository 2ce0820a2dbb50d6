"""`python -m desktop_app`: the same program as the command `cordial`."""

import sys

from desktop_app.app import main

if __name__ == "__main__":
    if hasattr(sys, "frozen"):  # a packaged program starts itself again to read a large file in a second process
        from multiprocessing import freeze_support

        freeze_support()
    sys.exit(main())
