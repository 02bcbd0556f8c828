"""The pages for people: the demo at `/`, the API reference at `/docs`, and the files they are made of.

Every file is read and packed once, before the workers are forked, and served from memory: no path that a client sends
ever reaches the file system, and the pages load nothing from anywhere else.
"""

from __future__ import annotations

import gzip
import hashlib
import html
from dataclasses import dataclass
from pathlib import Path

from flask import Blueprint, Response, request

from schemas.problem import Problem
from service.web import coding
from service.web.accept import accepts

HERE = Path(__file__).parent
FOLDERS = ("assets", "swagger-ui")
TYPES = {  # not the machine's own table, which differs from one to the next
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
}
HTML = "text/html"
# An asset keeps its name when it changes, so a browser asks each time; the entity tag makes that a 304 of no bytes.
CACHE = "no-cache"

STRICT = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self'",
    "connect-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'none'",
    "frame-ancestors": "'none'",
}
# Swagger UI sets style attributes, and its style sheet has icons as data.
REFERENCE = STRICT | {"style-src": "'self' 'unsafe-inline'", "img-src": "'self' data:"}


@dataclass(frozen=True, slots=True)
class File:
    """One file as it is served, plain and packed."""

    content: bytes
    packed: bytes | None  # None where packing is not worth it
    media_type: str
    tag: str


def blueprint(sample: str) -> Blueprint:
    """The routes of the pages.

    Args:
        sample: the article that the demo offers.
    """
    pages = Blueprint("pages", __name__)
    files = {path.name: read(path) for folder in FOLDERS for path in (HERE / folder).iterdir() if path.suffix in TYPES}
    demo = of(filled(HERE / "demo.html", sample), ".html")
    reference = read(HERE / "docs.html")

    @pages.get("/")
    def index() -> Response:
        accepts(HTML)
        return page(demo, STRICT)

    @pages.get("/docs")
    def docs() -> Response:
        accepts(HTML)
        return page(reference, REFERENCE)

    @pages.get("/assets/<name>")
    def asset(name: str) -> Response:
        if name not in files:
            raise Problem(404, "There is nothing at this address.")
        accepts(files[name].media_type.partition(";")[0])
        return send(files[name])

    return pages


def read(path: Path) -> File:
    return of(path.read_bytes(), path.suffix)


def of(content: bytes, suffix: str) -> File:
    packed = gzip.compress(content, mtime=0) if len(content) >= coding.WORTH_IT else None
    return File(content, packed, TYPES[suffix], hashlib.sha256(content).hexdigest()[:32])


def filled(path: Path, sample: str) -> bytes:
    """The demo page with the sample in its place."""
    return path.read_text("utf-8").replace("{{ sample }}", html.escape(sample, quote=False)).encode()


def page(file: File, policy: dict[str, str]) -> Response:
    response = send(file)
    response.headers["Content-Security-Policy"] = "; ".join(f"{name} {value}" for name, value in policy.items())
    response.headers["Referrer-Policy"] = "no-referrer"
    return response


def send(file: File) -> Response:
    """The file, or 304 where the client has it."""
    packed = file.packed is not None and coding.wanted()
    response = Response(file.packed if packed else file.content, content_type=file.media_type)
    if packed:
        response.headers["Content-Encoding"] = coding.GZIP
    response.vary.add("Accept-Encoding")
    response.headers["Cache-Control"] = CACHE
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.set_etag(file.tag, weak=True)  # weak: packed or not, it is the same file
    response.make_conditional(request)
    return response
