"""Django's PostgreSQL backend on the bundled server.

HOST is the folder of the server, empty for this checkout's usual one. NAME is created when missing.
"""

from contextlib import contextmanager, suppress

from django.db.backends.postgresql import base
from django.db.backends.postgresql.psycopg_any import errors, sql

from portal.embedded_postgres import places, server
from portal.embedded_postgres.client import DatabaseClient


class DatabaseWrapper(base.DatabaseWrapper):
    client_class = DatabaseClient

    def get_connection_params(self):
        """As Django's, to the server of this checkout, which is started first when needed."""
        found = places.find_places(self.settings_dict["HOST"])
        server.use(found)
        of_server = {"host": str(found.data), "port": places.PORT, "user": "postgres"}
        return super().get_connection_params() | of_server

    def get_new_connection(self, conn_params):
        """As Django's; a database that does not exist yet is created and tried again."""
        try:
            return super().get_new_connection(conn_params)
        except self.Database.OperationalError:
            if database_exists(self.Database, conn_params):
                raise
        create_database(self.Database, conn_params)
        return super().get_new_connection(conn_params)

    def leave_server(self) -> None:
        """Stop the server unless another process uses it; return when that is done."""
        server.leave(places.find_places(self.settings_dict["HOST"]))


@contextmanager
def maintenance_cursor(driver, conn_params: dict):
    """A cursor in autocommit on the database that every server has."""
    of_server = {key: conn_params[key] for key in ("host", "port", "user")}
    connection = driver.connect(dbname="postgres", **of_server)
    try:
        connection.autocommit = True
        yield connection.cursor()
    finally:
        connection.close()


def database_exists(driver, conn_params: dict) -> bool:
    """Whether the server has the database that the parameters name."""
    with maintenance_cursor(driver, conn_params) as cursor:
        cursor.execute("SELECT FROM pg_database WHERE datname = %s", [conn_params["dbname"]])
        return cursor.rowcount > 0


def create_database(driver, conn_params: dict) -> None:
    """Create the database that the parameters name, unless somebody else does so meanwhile."""
    name = sql.Identifier(conn_params["dbname"])
    with (
        maintenance_cursor(driver, conn_params) as cursor,
        suppress(errors.DuplicateDatabase, errors.UniqueViolation),
    ):
        cursor.execute(sql.SQL("CREATE DATABASE {}").format(name))
