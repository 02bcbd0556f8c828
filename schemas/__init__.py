"""The public contract: what a request may hold, what a response and a problem look like.  marshmallow and nothing else.

Nothing of `service` is imported here; the limits are handed in.
"""
