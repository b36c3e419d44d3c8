"""Structured logs: one JSON object a line, with request id and user id and no personal data."""

import json
import logging
import re
import uuid
from contextvars import ContextVar

_request_id: ContextVar[str] = ContextVar("request_id", default="")
_user_id: ContextVar[int | None] = ContextVar("user_id", default=None)


class RequestLogMiddleware:
    """Give each request an id that its log lines and its response share. Stands first of all."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        # A thread serves one request after the other: nothing of the last one may remain.
        _request_id.set(uuid.uuid4().hex[:12])
        _user_id.set(None)
        response = self.get_response(request)
        response["X-Request-ID"] = _request_id.get()
        return response

    def process_view(self, request, view, args, kwargs):
        """By now it is known who asks."""
        _user_id.set(request.user.pk if request.user.is_authenticated else None)


def current_request_id() -> str:
    """The id of the request that is being answered; empty outside one."""
    return _request_id.get()


class RequestFilter(logging.Filter):
    """Add the current request's id and user id to a log record."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.request_id = _request_id.get()
        record.user_id = _user_id.get()
        return True


def without_row_values(traceback: str) -> str:
    """A traceback without PostgreSQL's DETAIL lines: they quote rows, names and addresses included."""
    return "\n".join(line for line in traceback.splitlines() if not line.startswith("DETAIL:"))


def without_query(record: logging.LogRecord) -> str:
    """The message; of the web server's lines, without what people searched for."""
    message = record.getMessage()
    return re.sub(r"\?\S*", "", message) if record.name == "django.server" else message


class JsonFormatter(logging.Formatter):
    """A log record as one line of JSON."""

    def format(self, record: logging.LogRecord) -> str:
        line = {
            "at": self.formatTime(record, "%Y-%m-%dT%H:%M:%S%z"),
            "level": record.levelname,
            "logger": record.name,
            "message": without_query(record),
            "request": getattr(record, "request_id", ""),
            "user": getattr(record, "user_id", None),
        }
        if record.exc_info:
            line["traceback"] = without_row_values(self.formatException(record.exc_info))
        return json.dumps(line, ensure_ascii=False, default=str)
