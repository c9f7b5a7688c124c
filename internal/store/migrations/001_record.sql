-- Documents are kept unchanged. text is NULL where it equals the body.
CREATE TABLE documents (
  id         TEXT PRIMARY KEY,
  path       TEXT NOT NULL,
  media_type TEXT NOT NULL,
  charset    TEXT NOT NULL,
  published  TEXT NOT NULL,
  body       BLOB NOT NULL,
  text       TEXT
) STRICT;

CREATE TABLE reports (
  id        TEXT PRIMARY KEY,
  document  TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  seq       INTEGER NOT NULL, -- place in the document
  outlet    TEXT NOT NULL,
  published TEXT NOT NULL,
  record    TEXT NOT NULL     -- JSON
) STRICT;
CREATE INDEX reports_document ON reports (document, seq);

CREATE TABLE claims (
  id     TEXT PRIMARY KEY,
  report TEXT NOT NULL REFERENCES reports (id) ON DELETE CASCADE,
  seq    INTEGER NOT NULL, -- place in the report
  record TEXT NOT NULL     -- JSON
) STRICT;
CREATE INDEX claims_report ON claims (report, seq);

-- Events and stories are derived from claims and judgements, and can be made anew.
CREATE TABLE events (
  id     TEXT PRIMARY KEY,
  first  TEXT NOT NULL,
  last   TEXT NOT NULL,
  type   TEXT NOT NULL,
  status TEXT NOT NULL,
  record TEXT NOT NULL -- JSON
) STRICT;
CREATE INDEX events_first ON events (first, id);

CREATE TABLE event_actors (
  event TEXT NOT NULL REFERENCES events (id) ON DELETE CASCADE,
  code  TEXT NOT NULL,
  actor TEXT NOT NULL, -- knowledge-base ID
  name  TEXT NOT NULL  -- lower case
) STRICT;
CREATE INDEX event_actors_event ON event_actors (event);

-- The words of each event's evidence; rowid is that of its row in events.
CREATE VIRTUAL TABLE event_words USING fts5 (words, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2');

CREATE TABLE stories (
  id     TEXT PRIMARY KEY,
  first  TEXT NOT NULL,
  record TEXT NOT NULL -- JSON
) STRICT;

-- Judgements are only ever added.
CREATE TABLE judgements (
  seq    INTEGER PRIMARY KEY,
  id     TEXT NOT NULL UNIQUE,
  at     TEXT NOT NULL,
  record TEXT NOT NULL -- JSON
) STRICT;
