"""The Settings page: the shop's settings, this desk's, the logo, backups."""
