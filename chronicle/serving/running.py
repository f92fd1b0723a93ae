"""The site served until Ctrl-C."""

import asyncio
import socket
from collections.abc import Callable
from pathlib import Path

import uvicorn

from chronicle.serving.site import closed, made

_PATIENCE = 2


def run(path: Path, at: socket.socket, hosts: frozenset[str] | None, ready: Callable[[], None]) -> None:
    """Serves the database at the bound socket; `ready` is called when it answers. Returns after Ctrl-C."""
    datasette, site = made(path, hosts)
    try:
        asyncio.run(datasette.invoke_startup())
        config = uvicorn.Config(
            datasette.app(), log_level="warning", lifespan="on", timeout_graceful_shutdown=_PATIENCE, workers=1
        )
        _Server(config, ready).run(sockets=[at])
    except KeyboardInterrupt:
        # Uvicorn has stopped in good order and hands the signal on.
        pass
    finally:
        closed(site)
        at.close()


class _Server(uvicorn.Server):
    def __init__(self, config: uvicorn.Config, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._ready()
