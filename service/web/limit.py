"""How many requests one client may make, whichever process it meets: the library `limits` over a small shared table."""

from __future__ import annotations

import ipaddress
import logging
import sqlite3
import threading
import time
from pathlib import Path

import limits
from limits.storage import Storage
from limits.strategies import FixedWindowRateLimiter

PRUNED = 60.0  # seconds between two clearings of what is over

log = logging.getLogger("dateline")


class RateLimit:
    """Windows of so many requests for each client.

    Args:
        rates: in the notation of `limits`: ``10/second``, ``600/minute; 5000/day``.
        path: the table, in a directory that all fronts share.

    Raises:
        ValueError: the rates make no sense.
    """

    def __init__(self, rates: str, path: Path | str) -> None:
        self.rates = limits.parse_many(rates)
        if any(rate.amount < 1 for rate in self.rates):
            raise ValueError(rates)
        self.limiter = FixedWindowRateLimiter(Table(path))

    def wait(self, client: str) -> int:
        """Count a request: 0, or the seconds after which to ask again.  Where it cannot be counted, it may pass."""
        who = household(client)
        try:
            for rate in self.rates:
                if not self.limiter.hit(rate, who):
                    over = self.limiter.get_window_stats(rate, who).reset_time
                    return max(1, int(over - time.time()) + 1)
        except sqlite3.Error as error:
            log.error("requests cannot be counted: %s", error)
        return 0


def household(client: str) -> str:
    """The client, or of an IPv6 address its /64: whoever has one has all of them."""
    try:
        address = ipaddress.ip_address(client)
    except ValueError:
        return client
    if address.version == 4 or address.ipv4_mapped:
        return client
    return str(ipaddress.ip_network((address, 64), strict=False))


class Table(Storage):
    """Counts and when they end, in SQLite: a process that dies leaves no lock behind."""

    STORAGE_SCHEME = None

    def __init__(self, path: Path | str) -> None:
        super().__init__()
        self.path = path
        self.local = threading.local()
        self.pruned = 0.0
        with self.connection() as connection:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("CREATE TABLE IF NOT EXISTS counts (key TEXT PRIMARY KEY, count INT, ends REAL)")
        connection.close()  # the processes to come are not to share it
        del self.local.connection

    @property
    def base_exceptions(self) -> type[Exception]:
        """What a failing store raises."""
        return sqlite3.Error

    def connection(self) -> sqlite3.Connection:
        """This thread's own, for SQLite's are not to be shared."""
        if not hasattr(self.local, "connection"):
            self.local.connection = sqlite3.connect(self.path, timeout=1.0, isolation_level=None)
            self.local.connection.execute("PRAGMA synchronous = OFF")  # counts are worth nothing after a power cut
        found: sqlite3.Connection = self.local.connection
        return found

    def incr(self, key: str, expiry: float, amount: int = 1) -> int:
        """Count in the key's window, which begins with the first."""
        now = time.time()
        if now > self.pruned + PRUNED:
            self.pruned = now
            self.connection().execute("DELETE FROM counts WHERE ends <= ?", (now,))
        row = self.connection().execute(
            "INSERT INTO counts VALUES (:key, :amount, :ends) ON CONFLICT (key) DO UPDATE SET"
            " count = CASE WHEN ends <= :now THEN :amount ELSE count + :amount END,"
            " ends = CASE WHEN ends <= :now THEN :ends ELSE ends END RETURNING count",
            {"key": key, "amount": amount, "ends": now + expiry, "now": now},
        )
        return int(row.fetchone()[0])

    def row(self, key: str) -> tuple[int, float]:
        """Count and end of the key's window."""
        found = self.connection().execute(
            "SELECT count, ends FROM counts WHERE key = ? AND ends > ?", (key, time.time())
        )
        count, ends = found.fetchone() or (0, time.time())
        return int(count), float(ends)

    def get(self, key: str) -> int:
        """The count of the key's window."""
        return self.row(key)[0]

    def get_expiry(self, key: str) -> float:
        """When the key's window ends."""
        return self.row(key)[1]

    def check(self) -> bool:
        """Whether the table can be asked."""
        return self.row("")[0] == 0

    def reset(self) -> int | None:
        """Forget all."""
        return self.connection().execute("DELETE FROM counts").rowcount

    def clear(self, key: str) -> None:
        """Forget one."""
        self.connection().execute("DELETE FROM counts WHERE key = ?", (key,))
