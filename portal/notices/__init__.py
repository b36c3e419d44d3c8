"""Notices: what happened that a person should know, in the portal's inbox and by e-mail.

It knows no app: who is told what is for the operation that it happens in, through `notify`.
"""
