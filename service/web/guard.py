"""Who may ask: API keys and rates, checked before anything of a request is read; and what browsers are told."""

from __future__ import annotations

import re
from dataclasses import dataclass

from flask import Response, request

from schemas.problem import Problem
from service.web.keys import Keys
from service.web.limit import RateLimit
from service.web.telemetry import RECORD, UNROUTED

GUARDED = "/v1/"
BEARER = re.compile(r"bearer +(\S+)", re.IGNORECASE)
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}
CORS = {
    "Access-Control-Allow-Methods": "GET, POST",
    "Access-Control-Allow-Headers": "Authorization, Content-Encoding, Content-Type, X-API-Key, X-Request-ID",
    "Access-Control-Expose-Headers": "Retry-After, X-Request-ID, traceparent",
    "Access-Control-Max-Age": "600",
}


@dataclass(frozen=True, slots=True)
class Guard:
    """What is asked of a client; all of it off where it is None, or empty.

    Args:
        proxies: how many of ours a request passes: the last so many `X-Forwarded-For` are theirs, and true.
    """

    keys: Keys | None = None
    limit: RateLimit | None = None
    proxies: int = 0
    origins: frozenset[str] = frozenset()

    def check(self) -> None:
        """Let the request in.

        Raises:
            Problem: 401 without a key that is known, 429 over the rate.
        """
        record = request.environ[RECORD]
        record.route = request.url_rule.rule if request.url_rule else UNROUTED
        if not request.path.startswith(GUARDED) or request.method == "OPTIONS":
            return
        client = self.address()
        if self.keys is not None:
            client = record.client = self.owner()
        if self.limit is not None and (seconds := self.limit.wait(client)):
            raise Problem(
                429,
                f"Too many requests of one client. The next is let in in {seconds} s.",
                headers={"Retry-After": str(seconds)},
            )

    def owner(self) -> str:
        assert self.keys is not None
        bearer = BEARER.fullmatch(request.headers.get("Authorization", ""))
        key = bearer[1] if bearer else request.headers.get("X-API-Key", "")
        owner = self.keys.owner(key) if key else None
        if owner is None:
            detail = "Send an API key that is known here: Authorization: Bearer …, or X-API-Key: …"
            raise Problem(401, detail, headers={"WWW-Authenticate": "Bearer"})
        return owner

    def address(self) -> str:
        """The client's address, as the outermost of our proxies saw it."""
        hops = [hop.strip() for value in request.headers.getlist("X-Forwarded-For") for hop in value.split(",")]
        if self.proxies and len(hops) >= self.proxies:
            return hops[-self.proxies]
        return request.remote_addr or ""

    def dress(self, response: Response) -> Response:
        """Headers for browsers; a page may have set its own."""
        there = {name.lower() for name, _ in response.headers}
        response.headers.extend({name: value for name, value in HEADERS.items() if name.lower() not in there})
        if self.origins:
            response.vary.add("Origin")
            origin = request.headers.get("Origin", "")
            if origin and (origin in self.origins or "*" in self.origins):
                response.headers["Access-Control-Allow-Origin"] = "*" if "*" in self.origins else origin
                response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
                response.headers.update(CORS)
        return response
