// The digests' stores over the tables of one database.
import type { DatabaseSync } from 'node:sqlite';
import type { DigestStore } from '../../../../digests/index.ts';
import type { Synchronous } from '../../../asynchronous.ts';
import { clockTable } from './clock.ts';
import { contentTable } from './contents.ts';
import { outboxTable } from './outbox.ts';
import { reportTable } from './reports.ts';
import { shownTable } from './shown.ts';
import { subscriptionTable } from './subscriptions.ts';
import { topicTable } from './topics.ts';

/** Each store prepares its statements once. */
export function digestTables(database: DatabaseSync): Synchronous<DigestStore> {
  return {
    subscriptions: subscriptionTable(database),
    topics: topicTable(database),
    outbox: outboxTable(database),
    shown: shownTable(database),
    reports: reportTable(database),
    contents: contentTable(database),
    clock: clockTable(database),
  };
}
