"""What people do in the workbench: who they are, what they decide, and the log of it.

`accounts` (with `passwords`) says who they are, `desk` writes what they decide (`decided` as rows, `beside` what came
by other ways), `audit` logs it; `corrections` and `figures` tell what it comes to.
"""

from __future__ import annotations

from dateline.store.desk.accounts import Accounts, User
from dateline.store.desk.audit import Who
from dateline.store.desk.desk import Desk

__all__ = ["Accounts", "Desk", "User", "Who"]
