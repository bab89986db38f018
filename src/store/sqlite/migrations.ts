// The ordered list of what makes the file what it is. A released entry is never changed; a new table is a new entry at the end.
import { randomBytes } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';

/** One step from a version of the file to the next; it runs in a transaction of its own. */
export interface Migration {
  name: string;
  up(database: DatabaseSync): void;
}

/** A migration that is SQL only. */
const sql = (name: string, text: string): Migration => ({ name, up: (database) => database.exec(text) });

/** The entry at index n leads from version n to version n + 1. */
export const MIGRATIONS: readonly Migration[] = [
  {
    name: 'secret',
    up(database) {
      database.exec('CREATE TABLE secret (value TEXT NOT NULL) STRICT');
      // not passed in: nothing may depend on which it is
      database.prepare('INSERT INTO secret VALUES (?)').run(randomBytes(32).toString('hex'));
    },
  },
  sql(
    'places',
    `CREATE TABLE place_settings (place TEXT PRIMARY KEY, settings TEXT NOT NULL) STRICT, WITHOUT ROWID;
     CREATE TABLE place_access (place TEXT PRIMARY KEY, verdict TEXT NOT NULL) STRICT, WITHOUT ROWID;`,
  ),
  sql(
    'owners',
    `CREATE TABLE owner (person TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
     CREATE TABLE pairing_code (only_one INTEGER PRIMARY KEY CHECK (only_one = 1), hash TEXT NOT NULL) STRICT;`,
  ),
  sql(
    'conversations', // the id orders turns of the same millisecond
    `CREATE TABLE turn (id INTEGER PRIMARY KEY, message TEXT NOT NULL UNIQUE, place TEXT NOT NULL, person TEXT NOT NULL,
       questions TEXT NOT NULL, at INTEGER NOT NULL) STRICT;
     CREATE INDEX turn_of_person ON turn (person, place, at);
     CREATE INDEX turn_by_age ON turn (at);`,
  ),
  sql(
    'feedback',
    `CREATE TABLE feedback (person TEXT, message TEXT, helpful INTEGER NOT NULL, at INTEGER NOT NULL,
       PRIMARY KEY (person, message)) STRICT, WITHOUT ROWID;`,
  ),
  sql(
    'listings',
    `CREATE TABLE listing (id TEXT PRIMARY KEY, listing TEXT NOT NULL, at INTEGER NOT NULL) STRICT;
     CREATE INDEX listing_by_age ON listing (at);`,
  ),
  sql(
    'notices',
    `CREATE TABLE notice (person TEXT, key TEXT, at INTEGER NOT NULL, PRIMARY KEY (person, key)) STRICT, WITHOUT ROWID;
     CREATE INDEX notice_by_age ON notice (at);`,
  ),
  sql(
    'question log',
    `CREATE TABLE logged_question (id INTEGER PRIMARY KEY, pseudonym TEXT NOT NULL, question TEXT NOT NULL,
       answered INTEGER NOT NULL, at INTEGER NOT NULL) STRICT;
     CREATE INDEX logged_question_of_person ON logged_question (pseudonym);
     CREATE INDEX logged_question_by_age ON logged_question (at);`,
  ),
  sql(
    'registrations',
    'CREATE TABLE registration (platform TEXT PRIMARY KEY, hash TEXT NOT NULL) STRICT, WITHOUT ROWID;',
  ),
  sql('pending commands', 'ALTER TABLE turn ADD COLUMN pending TEXT;'),
];
