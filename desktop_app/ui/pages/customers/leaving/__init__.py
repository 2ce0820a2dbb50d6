"""When a customer asks what is known of them, or to be forgotten: the statement handed out, the erasing."""
