"""What people do in the workbench: who they are, what they decide, and the log of it."""

from __future__ import annotations

from dateline.store.desk.accounts import Accounts, User
from dateline.store.desk.audit import Who
from dateline.store.desk.desk import Desk

__all__ = ["Accounts", "Desk", "User", "Who"]
