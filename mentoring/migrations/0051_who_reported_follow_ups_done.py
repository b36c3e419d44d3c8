"""Follow-ups that were done before verification existed: who reported them, as the history knows.

They keep their state, which now says that they wait for verification: nobody but their reporter
has said that they are done. Where the history does not know the reporter, none is written.
"""

from django.db import migrations

REPORTED = """
INSERT INTO mentoring_followupstep (follow_up_id, from_state, to_state, by_id, at, reason)
SELECT f.id, COALESCE(before.state, 'belum'), 'selesai', person.id, done.pgh_created_at, ''
FROM mentoring_followup f
LEFT JOIN LATERAL (
    SELECT e.pgh_id, e.state FROM mentoring_followupevent e
    WHERE e.pgh_obj_id = f.id AND e.state <> 'selesai'
    ORDER BY e.pgh_id DESC LIMIT 1
) before ON true
JOIN LATERAL (
    SELECT e.pgh_created_at, e.pgh_context_id FROM mentoring_followupevent e
    WHERE e.pgh_obj_id = f.id AND e.state = 'selesai' AND e.pgh_id > COALESCE(before.pgh_id, 0)
    ORDER BY e.pgh_id LIMIT 1
) done ON true
JOIN pghistory_context c ON c.id = done.pgh_context_id
JOIN portal_user person ON person.id = (c.metadata ->> 'user')::bigint
WHERE f.state = 'selesai' AND f.reported_by_id IS NULL;

UPDATE mentoring_followup f SET reported_by_id = s.by_id
FROM mentoring_followupstep s
WHERE s.follow_up_id = f.id AND s.to_state = 'selesai'
  AND f.state = 'selesai' AND f.reported_by_id IS NULL;
"""

# Back to three states: confirmed is done, sent back is being worked on.
FORGOTTEN = """
UPDATE mentoring_followup SET verified_by_id = NULL, reported_by_id = NULL,
    state = CASE state WHEN 'terverifikasi' THEN 'selesai'
                       WHEN 'dikembalikan' THEN 'berjalan' ELSE state END
WHERE state IN ('terverifikasi', 'dikembalikan') OR reported_by_id IS NOT NULL;
DELETE FROM mentoring_followupstep;
"""


def write_reporters(apps, schema_editor):
    schema_editor.execute(REPORTED)


def forget_reporters(apps, schema_editor):
    schema_editor.execute(FORGOTTEN)


class Migration(migrations.Migration):
    dependencies = [("mentoring", "0050_follow_ups_verified_and_issues")]

    operations = [migrations.RunPython(write_reporters, forget_reporters)]
