"""New records that are staged or committed already: from JSON to texts in the order of their batch."""

from django.db import migrations

FORWARDS = """
UPDATE imports_batch b SET columns = found.columns
FROM (
    SELECT batch_id, jsonb_object_agg(target, keys) AS columns
    FROM (
        SELECT DISTINCT ON (batch_id, target) batch_id, target,
               (SELECT jsonb_agg(key) FROM jsonb_object_keys(values) key) AS keys
        FROM imports_stagedchange WHERE before IS NULL AND values IS NOT NULL
    ) first_of_each
    GROUP BY batch_id
) found
WHERE found.batch_id = b.id;

UPDATE imports_stagedchange c
SET texts = ARRAY(
        SELECT c.values->>name
        FROM jsonb_array_elements_text(b.columns->c.target) WITH ORDINALITY AS names(name, place)
        ORDER BY place
    ),
    values = NULL
FROM imports_batch b
WHERE b.id = c.batch_id AND c.before IS NULL AND c.values IS NOT NULL;
"""

BACKWARDS = """
UPDATE imports_stagedchange c
SET values = jsonb_object(ARRAY(SELECT jsonb_array_elements_text(b.columns->c.target)), c.texts),
    texts = NULL
FROM imports_batch b
WHERE b.id = c.batch_id AND c.texts IS NOT NULL;
"""


class Migration(migrations.Migration):
    dependencies = [("imports", "0003_new_records_as_arrays_and_unchecked_staging")]

    operations = [migrations.RunSQL(FORWARDS, BACKWARDS)]
