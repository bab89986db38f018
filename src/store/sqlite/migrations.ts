// The migrations of the state file, in order. A released one is never changed; a new table is a new entry at
// the end. Some tables keep an earlier name: `listing` holds paged lists, `ledger_entry` the outbox,
// `trouble` a backoff, `keeper` who enabled the digest, `mark` a fingerprint.
import { randomBytes } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';

/** One step to the next version; runs in its own transaction. */
export interface Migration {
  name: string;
  up(database: DatabaseSync): void;
}

const sql = (name: string, text: string): Migration => ({ name, up: (database) => database.exec(text) });

/** The entry at index n migrates version n to n + 1. */
export const MIGRATIONS: readonly Migration[] = [
  {
    name: 'secret',
    up(database) {
      database.exec('CREATE TABLE secret (value TEXT NOT NULL) STRICT');
      // not passed in: nothing may depend on its value
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
  sql(
    'digest subscriptions', // the number orders those that are due at the same time
    `CREATE TABLE subscription (number INTEGER PRIMARY KEY, place TEXT NOT NULL UNIQUE, kind TEXT NOT NULL,
       channel TEXT NOT NULL, community TEXT, person TEXT, locale TEXT NOT NULL, since INTEGER NOT NULL, schedule TEXT,
       silent INTEGER NOT NULL, skip_empty INTEGER NOT NULL, paused_until TEXT, gone_reason TEXT, gone_at INTEGER,
       next_at INTEGER, next_day TEXT, news_since INTEGER NOT NULL) STRICT;
     CREATE INDEX subscription_by_next ON subscription (next_at) WHERE next_at IS NOT NULL;
     CREATE INDEX subscription_of_channel ON subscription (channel);
     CREATE INDEX subscription_of_community ON subscription (community);
     CREATE INDEX subscription_of_person ON subscription (person);`,
  ),
  sql(
    'followed topics',
    `CREATE TABLE topic (number INTEGER PRIMARY KEY, place TEXT NOT NULL, id TEXT NOT NULL, text TEXT NOT NULL,
       earlier TEXT NOT NULL, agency TEXT, part TEXT, at_once INTEGER NOT NULL, since INTEGER NOT NULL,
       UNIQUE (place, id)) STRICT;
     CREATE INDEX topic_at_once ON topic (place) WHERE at_once = 1;`,
  ),
  sql(
    'digest ledger', // the number is the order of enqueuing; the platform changes with the place
    `CREATE TABLE ledger_entry (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, place TEXT NOT NULL,
       platform TEXT NOT NULL GENERATED ALWAYS AS
         (CASE instr(place, ':') WHEN 0 THEN place ELSE substr(place, 1, instr(place, ':') - 1) END),
       occasion TEXT NOT NULL, reports TEXT NOT NULL, due_at INTEGER NOT NULL, wake_at INTEGER NOT NULL,
       state TEXT NOT NULL, attempts INTEGER NOT NULL, tried_at INTEGER, content TEXT, messages TEXT NOT NULL,
       reason TEXT, ended_at INTEGER, worker TEXT, claimed_until INTEGER, UNIQUE (place, occasion)) STRICT;
     CREATE INDEX ledger_entry_open ON ledger_entry (platform, due_at) WHERE state IN ('due', 'claimed');
     CREATE INDEX ledger_entry_by_age ON ledger_entry (due_at);`,
  ),
  sql(
    'shown in digests',
    `CREATE TABLE shown (place TEXT, kind INTEGER, mark TEXT, PRIMARY KEY (place, kind, mark)) STRICT, WITHOUT ROWID;`,
  ),
  sql(
    'known reports',
    `CREATE TABLE known_report (number INTEGER PRIMARY KEY, fingerprint TEXT NOT NULL UNIQUE, identity TEXT NOT NULL,
       first_seen INTEGER NOT NULL) STRICT;`,
  ),
  sql(
    'digest contents',
    `CREATE TABLE digest_content (id TEXT PRIMARY KEY, place TEXT NOT NULL, content TEXT NOT NULL, at INTEGER NOT NULL) STRICT;
     CREATE INDEX digest_content_of_place ON digest_content (place);
     CREATE INDEX digest_content_by_age ON digest_content (at);`,
  ),
  sql(
    'bound collections', // one without places may be read nowhere
    `CREATE TABLE bound_collection (name TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
     CREATE TABLE collection_place (collection TEXT, place TEXT, PRIMARY KEY (collection, place)) STRICT, WITHOUT ROWID;
     CREATE INDEX collection_of_place ON collection_place (place);`,
  ),
  sql('collections of known reports', 'ALTER TABLE known_report ADD COLUMN collection TEXT;'),
  // an earlier version let a group redeem a pairing code
  sql('chats are no owners', "DELETE FROM owner WHERE person GLOB '*:-*';"),
  sql(
    'requests to open a place',
    `CREATE TABLE access_request (id TEXT PRIMARY KEY, target TEXT NOT NULL, name TEXT NOT NULL, place TEXT NOT NULL,
       channel TEXT NOT NULL, community TEXT, person TEXT NOT NULL, locale TEXT NOT NULL, at INTEGER NOT NULL,
       verdict TEXT) STRICT, WITHOUT ROWID;`,
  ),
  sql(
    'troubles of digests',
    `ALTER TABLE subscription ADD COLUMN trouble TEXT;
     ALTER TABLE subscription ADD COLUMN keeper TEXT;
     CREATE INDEX subscription_of_keeper ON subscription (keeper) WHERE keeper IS NOT NULL;`,
  ),
  sql(
    'clock',
    'CREATE TABLE clock (only_one INTEGER PRIMARY KEY CHECK (only_one = 1), state TEXT NOT NULL) STRICT;',
  ),
];
