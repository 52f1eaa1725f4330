"""Microsoft Teams: the Bot Framework's protocol without its SDK.

Inbound: ``route`` (HTTP), ``admission`` and ``keys`` (who may speak), ``activity`` (what was sent), ``reception`` (kept
before it is answered). Outbound: ``desk`` (answers what was kept), ``cards`` (how it looks), ``connector``,
``credentials`` and ``throttle`` (how it is sent), ``channel`` (reminders).
"""
