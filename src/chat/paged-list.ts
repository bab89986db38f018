// Lists behind buttons, stored under a hash of their content and without who asked, so that paging works
// after a restart.
import { createHash } from 'node:crypto';
import type { ChatStore, PagedList } from './store.ts';

export const PAGED_LIST_MS: number = 30 * 24 * 60 * 60 * 1000;
const ID_LENGTH = 10;

/** Stores a list and returns its id. */
export async function storePagedList(list: PagedList, store: ChatStore, now: number): Promise<string> {
  const digest = createHash('sha256').update(JSON.stringify(list)).digest();
  const id = digest.readBigUInt64BE().toString(36).padStart(ID_LENGTH, '0').slice(-ID_LENGTH);
  await store.pagedLists.put(id, list, now);
  return id;
}
