"""Where uploaded files are kept, as the environment says: a local folder, or S3-compatible storage."""

from urllib.parse import parse_qs, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

LOCAL = {"BACKEND": "django.core.files.storage.FileSystemStorage"}
SCHEMES = {"s3": "https", "s3+http": "http"}


def storage_at(url: str) -> dict:
    """The entry of STORAGES for `s3://KEY:SECRET@HOST[:PORT]/BUCKET[/FOLDER][?region=…]`.

    `s3+http` for a server without TLS; characters like / in a key are percent-encoded. Without a
    key boto3 looks where it always does (AWS_ACCESS_KEY_ID, the machine's role). Empty: the local
    folder MEDIA_ROOT. Raises ImproperlyConfigured for anything else.
    """
    if not url:
        return LOCAL
    parts = urlsplit(url)
    bucket, _slash, folder = parts.path.strip("/").partition("/")
    if parts.scheme not in SCHEMES or not parts.hostname or not bucket:
        raise ImproperlyConfigured(
            "STORAGE_URL harus berbentuk s3://KUNCI:RAHASIA@peladen/wadah, atau kosong."
        )
    host = parts.netloc.rpartition("@")[2]
    return {
        "BACKEND": "storages.backends.s3.S3Storage",
        "OPTIONS": {
            "access_key": unquote(parts.username) if parts.username else None,
            "secret_key": unquote(parts.password) if parts.password else None,
            "endpoint_url": f"{SCHEMES[parts.scheme]}://{host}",
            "region_name": parse_qs(parts.query).get("region", ["us-east-1"])[0],
            "bucket_name": bucket,
            "location": folder,
            "file_overwrite": False,
            "client_config": _client_config(),
        },
    }


def _client_config():
    """What every S3-compatible server understands: the bucket in the path, no newer checksums."""
    from botocore.config import Config  # slow to import, and for this only

    return Config(
        s3={"addressing_style": "path"},
        signature_version="s3v4",
        request_checksum_calculation="when_required",
        response_checksum_validation="when_required",
    )
