"""A relay before a server of another maker, so that a test can act at a certain request of a program under test."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

import httpx

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = ["relay"]

_CARRIED = ("content-type", "accept")


@contextmanager
def relay(root: str, seen: Callable[[str, str], None]) -> Iterator[str]:
    """Carry each request on to the server at `root` and its answer back; `seen` is told the method and path before."""

    class Carrier(BaseHTTPRequestHandler):
        def carry(self) -> None:
            body = self.rfile.read(int(self.headers.get("content-length", "0")))
            seen(self.command, self.path)
            headers = {name: value for name, value in self.headers.items() if name.lower() in _CARRIED}
            answer = httpx.request(self.command, root + self.path, content=body, headers=headers, timeout=60)
            self.send_response(answer.status_code)
            self.send_header("Content-Type", answer.headers.get("content-type", "text/plain"))
            self.send_header("Content-Length", str(len(answer.content)))
            self.end_headers()
            self.wfile.write(answer.content)

        do_GET = do_POST = do_PUT = do_DELETE = carry  # noqa: N815 - the names that http.server calls

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Carrier)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join(10)
