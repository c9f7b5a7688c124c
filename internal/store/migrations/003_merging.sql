-- What merging keeps between runs. Documents whose claims or judgements are not
-- merged as they stand:
CREATE TABLE stale (
  document TEXT PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE
) STRICT;

-- Claims as they were merged last; some may be claims no more.
CREATE TABLE merged (
  n        INTEGER PRIMARY KEY,
  claim    TEXT NOT NULL UNIQUE,
  document TEXT NOT NULL,
  event    TEXT NOT NULL, -- '' for none
  excerpt  TEXT NOT NULL  -- JSON list of strings
) STRICT;
CREATE INDEX merged_document ON merged (document);

-- Claims (by merged.n) and events (by events.rowid) in the blocks in which they are
-- compared, each with the one that it is linked with there.
CREATE TABLE claim_blocks (
  key   INTEGER NOT NULL,
  item  INTEGER NOT NULL,
  link  INTEGER,
  score REAL NOT NULL,
  PRIMARY KEY (key, item)
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_blocks_item ON claim_blocks (item);
CREATE INDEX claim_blocks_link ON claim_blocks (link) WHERE link IS NOT NULL;

CREATE TABLE event_blocks (
  key   INTEGER NOT NULL,
  item  INTEGER NOT NULL,
  link  INTEGER,
  score REAL NOT NULL,
  PRIMARY KEY (key, item)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_blocks_item ON event_blocks (item);
CREATE INDEX event_blocks_link ON event_blocks (link) WHERE link IS NOT NULL;

-- In which way the record was merged; no row where it was not.
CREATE TABLE merging (
  version TEXT NOT NULL
) STRICT;
