import type { Migration } from './migration'

export const resumption: Migration = {
  version: 2,
  sql: `
ALTER TABLE answers ADD COLUMN failed_attempts TEXT NOT NULL DEFAULT '[]';
ALTER TABLE answers ADD COLUMN restarted_as TEXT;
-- Where the server can go on; of the newest checkpoint that had such a place.
ALTER TABLE answers ADD COLUMN cursor_response_id TEXT;
ALTER TABLE answers ADD COLUMN cursor_sequence INTEGER;
-- 1 from an interruption until somebody has been told of it, or it goes on.
ALTER TABLE answers ADD COLUMN unfinished INTEGER NOT NULL DEFAULT 0;

CREATE INDEX answers_unfinished ON answers (message_id) WHERE unfinished = 1;
CREATE INDEX answers_complete_of_model ON answers (provider_id, model_id, started_at)
  WHERE state = 'complete';
`,
}
