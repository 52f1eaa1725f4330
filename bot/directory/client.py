"""Asking the directory: the way out to it, the code that comes back, the same again for a session that goes on.

Authorization code flow with PKCE (RFC 7636), the issuer of the answer checked where the provider names it (RFC 9207),
the identity token verified in full (OpenID Connect Core 3.1.3.7). It fails closed, and logs reasons, never tokens.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Mapping
from typing import Any

import requests
from authlib.common.errors import AuthlibBaseError
from authlib.integrations.requests_client import OAuth2Session
from authlib.oidc.core import CodeIDToken
from joserfc import jwt
from joserfc.errors import JoseError

from bot.config.signing_in import SignInSettings
from bot.directory.errors import DirectoryDown, Refused
from bot.directory.flow import Flow
from bot.directory.metadata import Metadata
from bot.directory.vouching import Vouched, vouched

log = logging.getLogger(__name__)

ANSWERS_WITHIN_SECONDS = 8.0
LEEWAY_SECONDS = 120
NOT_VOUCHED_FOR = ("access_denied", "consent_required", "interaction_required", "invalid_grant", "login_required")
"""What the token endpoint says where it is about the person, and not about us."""


class Directory:
    """One OpenID provider. Safe to share between threads."""

    def __init__(self, settings: SignInSettings, home: str, clock: Callable[[], float] = time.time) -> None:
        self._settings = settings
        self._back, self._after = f"{home}/sign-in/callback", f"{home}/signed-out"
        self._clock = clock
        self._metadata = Metadata(settings.issuer, ANSWERS_WITHIN_SECONDS)

    def address(self, flow: Flow) -> str:
        """Where the person says to the directory who they are. Raises DirectoryDown."""
        url, _ = self._session(self._settings.scopes).create_authorization_url(
            self._metadata.endpoint("authorization_endpoint"),
            state=flow.state,
            nonce=flow.nonce,
            code_verifier=flow.verifier,
        )
        return str(url)

    def redeem(self, flow: Flow, answer: Mapping[str, str]) -> Vouched:
        """The person, of whom the answer on the way back brings a code. Raises Refused and DirectoryDown."""
        if not flow.fits(answer.get("state", "")):
            raise Refused("another state")
        if self._metadata.names_issuer() and answer.get("iss") != self._settings.issuer:
            raise Refused("another issuer")
        if "code" not in answer:
            raise Refused(ascii(answer.get("error", "no code"))[:40])
        given = self._tokens(code=answer["code"], code_verifier=flow.verifier, grant_type="authorization_code")
        return self._vouched(given, flow.nonce)

    def renew(self, refresh_token: str) -> Vouched:
        """The same person as the directory sees them now. Raises Refused where it vouches for them no more, and
        DirectoryDown."""
        given = self._tokens(refresh_token=refresh_token, grant_type="refresh_token")
        return self._vouched({"refresh_token": refresh_token, **given}, None)

    def end_address(self) -> str | None:
        """Where the person can end what the directory itself remembers of them; None where it offers no such page."""
        try:
            where = self._metadata.optional("end_session_endpoint")
        except DirectoryDown:
            return None
        if where is None:
            return None
        asked = {"client_id": self._settings.client_id, "post_logout_redirect_uri": self._after}
        return requests.Request("GET", where, params=asked).prepare().url

    def _session(self, scopes: str | None = None) -> OAuth2Session:
        """Scopes are asked for on the way out only: asked for again, those that were not given would be an error."""
        given = self._settings
        session = OAuth2Session(
            given.client_id,
            given.client_secret,
            scope=scopes,
            redirect_uri=self._back,
            code_challenge_method="S256",
            default_timeout=ANSWERS_WITHIN_SECONDS,
        )
        session.max_redirects = 0
        return session

    def _tokens(self, **asked: str) -> Mapping[str, Any]:
        """What the token endpoint gives. Raises Refused and DirectoryDown."""
        where = self._metadata.endpoint("token_endpoint")
        try:
            return dict(self._session().fetch_token(where, **asked))
        except AuthlibBaseError as error:
            if error.error in NOT_VOUCHED_FOR:
                raise Refused(error.error) from None
            raise DirectoryDown(ascii(error.error)[:40]) from None  # such as a client secret that ran out
        except (requests.RequestException, ValueError) as error:
            raise DirectoryDown(type(error).__name__) from None

    def _vouched(self, given: Mapping[str, Any], nonce: str | None) -> Vouched:
        claims = self._verified(str(given.get("id_token", "")), nonce, given.get("access_token"))
        if self._settings.roles_claim not in claims and "access_token" in given:
            claims = {**self._told(given, claims["sub"]), **claims}
        return vouched(claims, self._settings, str(given.get("refresh_token", "")))

    def _verified(self, token: str, nonce: str | None, access_token: Any) -> Mapping[str, Any]:
        """The claims of an identity token that is genuine, ours, fresh, and of this attempt. Raises Refused."""
        settings = self._settings
        wanted: Any = {
            "iss": {"essential": True, "value": settings.issuer},
            "aud": {"essential": True, "value": settings.client_id},
        }
        params = {"nonce": nonce, "client_id": settings.client_id, "access_token": access_token}
        try:
            read = jwt.decode(token, self._metadata.key_for(token), algorithms=self._metadata.algorithms())
            claims = CodeIDToken(read.claims, read.header, options=wanted, params=params)
            claims.validate(now=int(self._clock()), leeway=LEEWAY_SECONDS)
        except (JoseError, ValueError, TypeError, KeyError, RecursionError) as error:
            raise Refused(f"identity token: {getattr(error, 'claim', None) or type(error).__name__}") from None
        return dict(claims)

    def _told(self, given: Mapping[str, Any], subject: str) -> Mapping[str, Any]:
        """What the directory tells beside the identity token, of the same person. Raises Refused and DirectoryDown."""
        where = self._metadata.optional("userinfo_endpoint")
        if where is None:
            return {}
        headers = {"Authorization": f"Bearer {given['access_token']}"}
        told = self._metadata.fetch(where, headers)
        if told.get("sub") != subject:
            raise Refused("userinfo of somebody else")
        return told
