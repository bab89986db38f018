// The digests' part of both stores under random calls, those in the file made over two connections in turn.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChatStore } from '../../src/chat/index.ts';
import { memoryStore } from '../../src/store/index.ts';
import { DUE, entry, NEXT, NOW, PLACE, subscription } from '../contracts/digest-records.ts';
import {
  anyCall,
  type Call,
  type Claimed,
  claim,
  claimed,
  ENTRIES,
  type Ended,
  end,
  ended,
  work,
} from './digest-calls.ts';
import { stateFolder } from './state-folder.ts';

const state = stateFolder();
const SEED = 71;
let run = 0;

/** Does every call on a store in memory and on one of two connections to a file, and compares the answers. */
async function twins() {
  const file = state.file(`${run++}.sqlite`);
  const connections = [await state.open(file), await state.open(file)];
  const inMemory = memoryStore();
  let made = 0;
  return {
    async call<Answer>(make: (store: ChatStore) => Promise<Answer>): Promise<Answer> {
      const answer = await make(connections[made++ % 2]);
      expect(answer).toEqual(await make(inMemory));
      return answer;
    },
    async close() {
      for (const each of connections) await each.close();
    },
  };
}

type Step = { does: Call } | { claims: Claimed } | { ends: Ended };
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ does: work }) },
  { weight: 2, arbitrary: fc.record({ claims: claimed }) },
  { weight: 2, arbitrary: fc.record({ ends: ended }) },
);

/** Holds what workers are told against what they may be told; counts what happened. */
function referee() {
  const holders = new Map<string, { worker: string; until: number }>();
  const endedOnes = new Set<string>();
  const counts = { claims: 0, takeovers: 0, ends: 0, refused: 0 };
  return {
    counts,
    claimed(id: string, { worker, now, lasts }: Claimed) {
      const holder = holders.get(id);
      expect(endedOnes.has(id)).toBe(false);
      if (holder) expect(holder.worker !== worker && holder.until <= now).toBe(true);
      counts[holder ? 'takeovers' : 'claims']++;
      holders.set(id, { worker, until: now + lasts });
    },
    ended(id: string, worker: string, ended: boolean) {
      expect(ended).toBe(holders.get(id)?.worker === worker);
      counts[ended ? 'ends' : 'refused']++;
      if (!ended) return;
      expect(endedOnes.has(id)).toBe(false);
      endedOnes.add(id);
      holders.delete(id);
    },
    /** What was given back is nobody's. */
    release(id: string) {
      holders.delete(id);
    },
  };
}

describe('the digests in both stores', () => {
  it('answer every sequence of calls alike, over two connections', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyCall, { minLength: 60, maxLength: 120 }), async (calls) => {
        const stores = await twins();
        for (const each of calls) await stores.call(each);
        await stores.close();
      }),
      { seed: SEED, numRuns: 60 },
    );
  });

  it('give no entry to two workers while a claim lasts, and end none twice', async () => {
    const total = { claims: 0, takeovers: 0, ends: 0, refused: 0 };
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 60, maxLength: 120 }), async (steps) => {
        const stores = await twins();
        const { counts, ...rules } = referee();
        for (const each of steps) {
          if ('claims' in each) {
            for (const { id } of await stores.call((store) => claim(store, each.claims)))
              rules.claimed(id, each.claims);
          } else if ('ends' in each) {
            const { id, worker } = each.ends;
            rules.ended(id, worker, await stores.call((store) => end(store, each.ends)));
          } else {
            await stores.call(each.does);
            for (const id of ENTRIES) {
              const found = await stores.call(({ digests }) => digests.outbox.get(id));
              if (found?.state !== 'claimed') rules.release(id);
            }
          }
        }
        for (const name of Object.keys(total) as (keyof typeof total)[]) total[name] += counts[name];
        await stores.close();
      }),
      { seed: SEED, numRuns: 40 },
    );
    for (const count of Object.values(total)) expect(count).toBeGreaterThan(20); // all of it did happen
  });
});

describe('what fails halfway in a file', () => {
  const broken = Number.NaN; // no column takes it

  it('leaves a digest due and not enqueued', async () => {
    const { digests } = await state.open();
    await digests.subscriptions.put(subscription());
    const booking = digests.outbox.enqueue({ place: PLACE }, DUE, entry('e1', { dueAt: broken }), NEXT);
    await expect(booking).rejects.toThrow(/^digests\.outbox\.enqueue failed on the state file/);
    expect(await digests.subscriptions.get(PLACE)).toEqual(subscription());
    expect(await digests.outbox.history(PLACE, 9)).toEqual([]);
  });

  it('leaves an entry claimed and nothing shown', async () => {
    const { digests } = await state.open();
    await digests.subscriptions.put(subscription());
    await digests.outbox.add(entry('e1'));
    await digests.outbox.claim({ platform: 'discord', worker: 'w1', now: NOW, until: NOW + 1, limit: 1 });
    const shown = { sentences: ['s1'], reports: ['f1'] };
    const ending = digests.outbox.end('e1', 'w1', { state: 'sent', at: NOW, shown, newsSince: broken });
    await expect(ending).rejects.toThrow('constraint');
    expect(await digests.outbox.get('e1')).toMatchObject({ state: 'claimed' });
    expect(await digests.shown.of(PLACE)).toEqual({ sentences: [], reports: [] });
    expect(await digests.outbox.end('e1', 'w1', { state: 'sent', at: NOW, shown })).toBe(true);
  });
});
