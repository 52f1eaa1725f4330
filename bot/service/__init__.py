"""All that the product can do with a case: :class:`Casework` is the list, one method a use case, each one transaction.

Every method takes the ``actor`` (the practitioner's id, or an Actor where roles count; set by the gateway) and ``now``
(aware). An actor reaches only the case in their own focus, or one that they name and are tied to. What is refused
raises CaseworkError.

The list goes on, over the same cases, in :mod:`bot.casefiles` (a case's page), :mod:`bot.sharing` (colleagues) and
:mod:`bot.reminding` (what is answered under a reminder); :mod:`bot.overview` counts them, and :mod:`bot.versions` moves
them to another version of their policy.
"""

from bot.service.casework import Casework
from bot.service.desk import Desk
from bot.service.store import Cases, CaseStore

__all__ = ["CaseStore", "Cases", "Casework", "Desk"]
