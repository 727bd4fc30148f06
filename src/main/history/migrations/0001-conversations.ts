import type { Migration } from './migration'

export const conversations: Migration = {
  version: 1,
  sql: `
CREATE TABLE conversations (
  position INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  chosen_message_id TEXT,
  -- Hidden since then; gone at the next start.
  deleted_at INTEGER
) STRICT;

CREATE TABLE messages (
  -- The order of their making.
  position INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  conversation_id TEXT NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
  parent_id TEXT,
  role TEXT NOT NULL CHECK (role IN ('user', 'assistant')),
  created_at INTEGER NOT NULL,
  text TEXT NOT NULL,
  -- UTF-16, where "text" cannot hold it: a NUL, half a surrogate pair.
  text_exact BLOB,
  UNIQUE (conversation_id, id),
  CHECK (role = 'user' OR parent_id IS NOT NULL),
  -- No cascade from parent to child: a conversation of thousands of messages is a chain of that
  -- depth, and SQLite stops at 1,000.
  FOREIGN KEY (conversation_id, parent_id) REFERENCES messages (conversation_id, id)
    DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX messages_of_conversation ON messages (conversation_id, position);
CREATE INDEX messages_of_parent ON messages (conversation_id, parent_id);

CREATE TABLE answers (
  message_id TEXT PRIMARY KEY REFERENCES messages (id) ON DELETE CASCADE,
  provider_id TEXT NOT NULL,
  model_id TEXT NOT NULL,
  attempt INTEGER NOT NULL,
  -- running, complete, stopped, interrupted, failed
  state TEXT NOT NULL,
  finish_reason TEXT,
  failure TEXT,
  reasoning TEXT NOT NULL,
  reasoning_exact BLOB,
  seams TEXT NOT NULL,
  input_tokens INTEGER,
  output_tokens INTEGER,
  started_at INTEGER NOT NULL,
  first_text_at INTEGER,
  ended_at INTEGER
) STRICT, WITHOUT ROWID;

CREATE INDEX answers_running ON answers (message_id) WHERE state = 'running';
CREATE INDEX answers_by_start ON answers (started_at);

-- What was received of a running answer; folded into the message when it ends.
CREATE TABLE checkpoints (
  position INTEGER PRIMARY KEY,
  message_id TEXT NOT NULL REFERENCES answers (message_id) ON DELETE CASCADE,
  at INTEGER NOT NULL,
  -- UTF-16 units of text before this one.
  start INTEGER NOT NULL,
  -- UTF-16, because a piece may end within a surrogate pair.
  text BLOB NOT NULL,
  reasoning BLOB NOT NULL
) STRICT;

CREATE INDEX checkpoints_of_message ON checkpoints (message_id, position);

-- The prefix indexes are for the first two letters that somebody types: without them a single letter
-- takes half a second in 100,000 messages, and everything else in this thread waits.
CREATE VIRTUAL TABLE messages_index USING fts5 (
  text, content = 'messages', content_rowid = 'position', prefix = '1 2',
  tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER messages_index_insert AFTER INSERT ON messages BEGIN
  INSERT INTO messages_index (rowid, text) VALUES (new.position, new.text);
END;
CREATE TRIGGER messages_index_delete AFTER DELETE ON messages BEGIN
  INSERT INTO messages_index (messages_index, rowid, text) VALUES ('delete', old.position, old.text);
END;
CREATE TRIGGER messages_index_update AFTER UPDATE OF text ON messages BEGIN
  INSERT INTO messages_index (messages_index, rowid, text) VALUES ('delete', old.position, old.text);
  INSERT INTO messages_index (rowid, text) VALUES (new.position, new.text);
END;

CREATE VIRTUAL TABLE titles_index USING fts5 (
  title, content = 'conversations', content_rowid = 'position',
  tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER titles_index_insert AFTER INSERT ON conversations BEGIN
  INSERT INTO titles_index (rowid, title) VALUES (new.position, new.title);
END;
CREATE TRIGGER titles_index_delete AFTER DELETE ON conversations BEGIN
  INSERT INTO titles_index (titles_index, rowid, title) VALUES ('delete', old.position, old.title);
END;
CREATE TRIGGER titles_index_update AFTER UPDATE OF title ON conversations BEGIN
  INSERT INTO titles_index (titles_index, rowid, title) VALUES ('delete', old.position, old.title);
  INSERT INTO titles_index (rowid, title) VALUES (new.position, new.title);
END;

-- Without it a deleted word would stay readable in the index.
INSERT INTO messages_index (messages_index, rank) VALUES ('secure-delete', 1);
INSERT INTO titles_index (titles_index, rank) VALUES ('secure-delete', 1);
`,
}
