"""Spans for OpenTelemetry: off, unless `dateline[otel]` is installed and the `OTEL_*` variables say where to."""

from __future__ import annotations

import atexit
import logging
import os
import secrets
import time
from functools import cache
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from service.web.telemetry import Record, Trace

ENDPOINTS = ("OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT")


class Tracer(Protocol):
    """Takes finished requests; `on` says whether it does anything with them."""

    on: bool

    def span(self, record: Record) -> None:
        """Send the request's span, and one for each of its articles."""


class Off:
    """What stands in where nothing is traced."""

    on = False

    def span(self, record: Record) -> None:
        pass


log = logging.getLogger("dateline")


@cache
def tracer() -> Tracer:
    """This process's tracer.  Made at the first request, for the threads that send spans do not survive a fork."""
    wanted = any(os.environ.get(name) for name in ENDPOINTS) and os.environ.get("OTEL_SDK_DISABLED", "") != "true"
    if not wanted:
        return Off()
    try:
        return On()
    except ImportError:
        log.warning("an OpenTelemetry endpoint is set, but its packages (the extra `otel`) are not installed")
        return Off()


class On:
    """Sends spans by OTLP over HTTP.

    Spans are made when a request has ended, and with the id that its answer already carried, so they are handed to the
    processor as they are; the SDK's own way, context managers and all, wants to choose the ids.
    """

    on = True

    def __init__(self) -> None:
        from opentelemetry import trace
        from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
        from opentelemetry.sdk import trace as sdk
        from opentelemetry.sdk.resources import Resource
        from opentelemetry.sdk.trace.export import BatchSpanProcessor
        from opentelemetry.sdk.util.instrumentation import InstrumentationScope

        os.environ.setdefault("OTEL_SERVICE_NAME", "dateline")
        self.api, self.sdk = trace, sdk
        self.resource, self.scope = Resource.create(), InstrumentationScope("dateline")
        self.processor = BatchSpanProcessor(OTLPSpanExporter())
        atexit.register(self.processor.shutdown)

    def span(self, record: Record) -> None:
        trace = record.trace
        if trace is None:
            return
        parent = self.context(trace, trace.parent) if trace.parent else None
        context = self.context(trace, trace.span)
        attributes: dict[str, Any] = {
            "http.request.method": record.method,
            "http.route": record.route,
            "http.response.status_code": record.status,
            "dateline.request_id": record.request_id,
        }
        for ended, found in record.parses:
            counts = {"dateline.characters": found.characters, "dateline.tokens": found.tokens}
            below, begun = self.context(trace, secrets.token_hex(8)), ended - int(found.seconds * 1e9)
            self.send("parse", below, context, self.api.SpanKind.INTERNAL, counts, begun, ended)
        name = f"{record.method} {record.route}"
        failed = record.status >= 500
        self.send(name, context, parent, self.api.SpanKind.SERVER, attributes, record.began, time.time_ns(), failed)

    def context(self, trace: Trace, span: str) -> Any:
        flags = self.api.TraceFlags(int(trace.flags, 16))
        return self.api.SpanContext(int(trace.trace, 16), int(span, 16), is_remote=False, trace_flags=flags)

    def send(
        self,
        name: str,
        context: Any,
        parent: Any,
        kind: Any,
        attributes: dict[str, Any],
        begun: int,
        ended: int,
        failed: bool = False,
    ) -> None:
        status = self.api.Status(self.api.StatusCode.ERROR if failed else self.api.StatusCode.UNSET)
        self.processor.on_end(
            self.sdk.ReadableSpan(
                name,
                context,
                parent,
                self.resource,
                attributes,
                kind=kind,
                status=status,
                start_time=begun,
                end_time=ended,
                instrumentation_scope=self.scope,
            )
        )
