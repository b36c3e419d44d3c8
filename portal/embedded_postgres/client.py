"""`manage.py dbshell` on the bundled server, with the bundled psql."""

from django.db.backends.postgresql import client

from portal.embedded_postgres import places, server


class DatabaseClient(client.DatabaseClient):
    @classmethod
    def settings_to_cmd_args_env(cls, settings_dict, parameters):
        found = places.find_places(settings_dict["HOST"])
        server.use(found)
        of_server = {"HOST": str(found.data), "PORT": places.PORT, "USER": "postgres"}
        arguments, env = super().settings_to_cmd_args_env(settings_dict | of_server, parameters)
        return [str(places.programs() / arguments[0]), *arguments[1:]], env
