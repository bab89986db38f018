// What a program does with the digests while another does the same. See processes.test.ts.
import type { DigestStore } from '../../src/digests/index.ts';
import { entry, NEXT, NOW, topic } from '../contracts/digest-records.ts';

const LOT = 4;
/** Places of each task. */
export const PLACES = 300;

/** Places by what was done for them; an entry is called like its place. */
export interface Sent {
  enqueued: string[];
  /** Also those that another took over. */
  claimed: string[];
  ended: string[];
}

/** Books, claims and ends all that is due; what is claimed stays so for a time, in milliseconds. */
export async function send(digests: DigestStore, worker: string, lastsMs: number): Promise<Sent> {
  const sent: Sent = { enqueued: [], claimed: [], ended: [] };
  for (;;) {
    const due = await digests.subscriptions.due(NOW, LOT);
    for (const { place, next } of due) {
      const isFirst = await digests.outbox.enqueue({ place }, next!, entry(place, { place }), NEXT);
      if (isFirst) sent.enqueued.push(place);
    }
    const entries = await digests.outbox.claim({
      platform: 'p',
      worker,
      now: NOW,
      until: NOW + lastsMs,
      limit: LOT,
    });
    for (const { id } of entries) {
      sent.claimed.push(id);
      const shown = { sentences: [worker], reports: [] };
      if (await digests.outbox.end(id, worker, { state: 'sent', at: NOW, shown })) sent.ended.push(id);
    }
    if (due.length + entries.length === 0) return sent;
  }
}

/** Follows a topic of its own in each of many places that may follow one; says in which it could. */
export async function follow(digests: DigestStore, name: string): Promise<string[]> {
  const places: string[] = [];
  for (let number = 0; number < PLACES; number++) {
    const place = `p:${number}`;
    if ((await digests.topics.add(topic({ place, id: name }), 1)) === 'added') places.push(place);
  }
  return places;
}
