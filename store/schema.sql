-- What entente has read of one collection. docs/index.md explains it.

CREATE TABLE about (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;

-- The files of the collection.
CREATE TABLE files (
  id       INTEGER PRIMARY KEY,
  path     TEXT NOT NULL UNIQUE,  -- from the folder given
  size     INTEGER NOT NULL,
  modified INTEGER NOT NULL,      -- nanoseconds since 1970
  sum      BLOB NOT NULL,         -- SHA-256 of the bytes; zeros where not all were read
  skipped  TEXT NOT NULL          -- why the file holds no article; empty where it does
);

-- The articles in them.
CREATE TABLE articles (
  id        INTEGER PRIMARY KEY,
  file      INTEGER NOT NULL REFERENCES files(id) ON DELETE CASCADE,
  path      TEXT NOT NULL,        -- the file's, and the member's of an archive
  record    INTEGER NOT NULL,     -- 0, or counted from 1 inside a file
  content   TEXT NOT NULL,        -- hash of title and text: equal for equal articles
  title     TEXT NOT NULL,
  source    TEXT NOT NULL,
  url       TEXT NOT NULL,
  published TEXT NOT NULL,        -- 2024-05-14, or less of it
  reading   BLOB NOT NULL         -- all that was read, for entente
);
CREATE INDEX articles_file ON articles(file, record); -- none on content: such an index grows in every place at once

CREATE TABLE bodies (
  article INTEGER PRIMARY KEY REFERENCES articles(id) ON DELETE CASCADE,
  text    TEXT NOT NULL
);

-- What they report: one row an encounter, as each article tells it.
CREATE TABLE reports (
  article    INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
  n          INTEGER NOT NULL,    -- counted from 1 in the article
  main       INTEGER NOT NULL,    -- 1: what the article is about
  date       TEXT NOT NULL,
  last       TEXT NOT NULL,       -- the last day, where there were several
  kind       TEXT NOT NULL,
  status     TEXT NOT NULL,
  city       TEXT NOT NULL,
  host       TEXT NOT NULL,
  people     TEXT NOT NULL,       -- JSON: [{"name":…,"office":…,"party":…}]
  parties    TEXT NOT NULL,       -- JSON: ["EE","UA"]
  confidence REAL NOT NULL,
  PRIMARY KEY (article, n)
) WITHOUT ROWID;

-- What the last load came to, for entente to begin with.
CREATE TABLE shown (
  part INTEGER PRIMARY KEY,
  body BLOB NOT NULL
);

-- Of it the files, the articles and the meetings, some to a part. They hold only where the table above has its parts.
CREATE TABLE shown_files (
  part INTEGER PRIMARY KEY,
  body BLOB NOT NULL
);
CREATE TABLE shown_articles (
  part INTEGER PRIMARY KEY,
  body BLOB NOT NULL
);
CREATE TABLE shown_meetings (
  part INTEGER PRIMARY KEY,
  body BLOB NOT NULL
);

-- The files that have changed here since that load: what it had of them counts no more.
CREATE TABLE stale (
  path TEXT PRIMARY KEY
) WITHOUT ROWID;

-- Full text: SELECT rowid FROM words WHERE words MATCH '…'; a rowid is an articles.id. What stands in it is
-- folded as the filter folds what is typed (lodz for Łódź), and a word is what it is to the filter: letters, digits and marks.
CREATE VIRTUAL TABLE words USING fts5(title, text, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 2 categories 'L* M* Nd'");
INSERT INTO words(words, rank) VALUES('hashsize', 16777216); -- bytes of words that are collected before they are written: fewer pieces to merge
INSERT INTO words(words, rank) VALUES('pgsz', 16300); -- bytes of a piece of the full text: what a page of the file holds
