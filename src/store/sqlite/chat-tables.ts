// The chat's stores over the tables of one database.
import type { DatabaseSync } from 'node:sqlite';
import type { ChatStore } from '../../chat/index.ts';
import type { Synchronous } from '../asynchronous.ts';
import { collectionTables } from './tables/collections.ts';
import { conversationTable } from './tables/conversations.ts';
import { digestTables } from './tables/digests/digest-tables.ts';
import { feedbackTable } from './tables/feedback.ts';
import { forgetting } from './tables/forget.ts';
import { moving } from './tables/move.ts';
import { noticeTable } from './tables/notices.ts';
import { ownerTables } from './tables/owners.ts';
import { pagedListTable } from './tables/paged-lists.ts';
import { accessTable, settingsTable } from './tables/places.ts';
import { questionLogTable } from './tables/question-log.ts';
import { registrationTable } from './tables/registrations.ts';
import { requestTable } from './tables/requests.ts';

/** Each store prepares its statements once. */
export function chatTables(database: DatabaseSync): Omit<Synchronous<ChatStore>, 'close'> {
  const secret = database.prepare('SELECT value FROM secret');
  return {
    settings: settingsTable(database),
    access: accessTable(database),
    requests: requestTable(database),
    collections: collectionTables(database),
    owners: ownerTables(database),
    conversations: conversationTable(database),
    feedback: feedbackTable(database),
    pagedLists: pagedListTable(database),
    notices: noticeTable(database),
    questionLog: questionLogTable(database),
    registrations: registrationTable(database),
    digests: digestTables(database),
    secret: () => secret.get()!.value as string,
    move: moving(database),
    forget: forgetting(database),
  };
}
