// Lists behind buttons: kept by what is in them, without who asked, so that paging works after a restart.
import { createHash } from 'node:crypto';
import type { ChatStore, PagedList } from './store.ts';

export const PAGED_LIST_MS: number = 30 * 24 * 60 * 60 * 1000;
const ID_LENGTH = 10;

/** Keeps a list and gives its id. */
export async function storePagedList(listing: PagedList, store: ChatStore, now: number): Promise<string> {
  const digest = createHash('sha256').update(JSON.stringify(listing)).digest();
  const id = digest.readBigUInt64BE().toString(36).padStart(ID_LENGTH, '0').slice(-ID_LENGTH);
  await store.pagedLists.put(id, listing, now);
  return id;
}
