"""Those who want to hear of something, and telling them."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from typing import Generic, ParamSpec

P = ParamSpec("P")


class Listeners(Generic[P]):
    """Callbacks, told one after the other in the order they came."""

    def __init__(self) -> None:
        self._callbacks: list[Callable[P, None]] = []

    def add(self, callback: Callable[P, None]) -> Callable[[], None]:
        """Call `callback` from now on; the function given back stops that."""
        self._callbacks.append(callback)

        def stop() -> None:
            if callback in self._callbacks:
                self._callbacks.remove(callback)

        return stop

    def tell(self, *args: P.args, **kwargs: P.kwargs) -> None:
        """Tell everyone, also where one of them raises: a fault of the preview must not keep the saver from hearing."""
        with ExitStack() as calls:
            for callback in reversed(self._callbacks):
                calls.callback(callback, *args, **kwargs)
