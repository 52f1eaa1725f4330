"""One attempt to sign in: a secret that the browser holds meanwhile, and all that follows from it.

State, nonce and PKCE verifier (RFC 7636) are derived from the secret, so that nothing has to be kept between the way
out and the way back, and so that another browser's answer fits none of them.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Flow:
    """The secret of one attempt."""

    secret: str = field(repr=False)

    @classmethod
    def new(cls) -> Flow:
        return cls(secrets.token_urlsafe(32))

    @property
    def state(self) -> str:
        """Ties the answer to this browser."""
        return self._derived("state")

    @property
    def nonce(self) -> str:
        """Ties the identity token to this attempt."""
        return self._derived("nonce")

    @property
    def verifier(self) -> str:
        """Ties the code to whoever asked for it."""
        return self._derived("verifier")

    def fits(self, state: str) -> bool:
        """Whether an answer belongs to this attempt."""
        return hmac.compare_digest(state.encode(errors="replace"), self.state.encode())

    def _derived(self, what: str) -> str:
        return hmac.new(self.secret.encode(errors="replace"), what.encode(), hashlib.sha256).hexdigest()
