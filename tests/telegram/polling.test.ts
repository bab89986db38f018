// Polling without a network: responses are scripted, time passes only when the test lets it.
import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Call } from '../../adapters/telegram/api.ts';
import { poll } from '../../adapters/telegram/updates/polling.ts';
import type { Log } from '../../src/log.ts';
import { SteppedTime } from './stepped-time.ts';

/** What is answered to a request for the updates from an offset on; undefined holds it open. */
type Server = (asked: { offset: number; timeout: number }, request: number) => unknown[] | undefined;

const OPEN_MS = 50_000;

function start(server: Server) {
  const time = new SteppedTime();
  const stopping = new AbortController();
  const logged: string[] = [];
  const note = (_: object, message: string) => logged.push(message);
  const log: Log = { debug: note, info: note, warn: note, error: note };
  const offsets: number[] = [];
  const taken: { raw: unknown; after: number | undefined }[] = [];
  const call = (async (_: string, asked: { offset: number; timeout: number }) => {
    await nextTurn();
    offsets.push(asked.offset);
    const updates = server(asked, offsets.length);
    if (updates) return updates;
    await time.wait(OPEN_MS);
    return [];
  }) as unknown as Call;
  const done = poll({ call, time, log, stopping: stopping.signal }, (raw, after) =>
    taken.push({ raw, after }),
  );
  const stop = async () => {
    stopping.abort();
    await time.pass(OPEN_MS);
    await done;
  };
  return { time, logged, offsets, taken, done, stop };
}

const MINUTE_MS = 60_000;
const STEP_MS = 100;

/** Lets time pass in small steps, so that answers get their turns. */
async function pass(time: SteppedTime, ms: number): Promise<void> {
  for (let passed = 0; passed < ms; passed += STEP_MS) await time.pass(STEP_MS);
}

describe('a server that answers at once with nothing', () => {
  it('is asked less and less often', async () => {
    const { time, offsets, stop } = start(() => []);
    await pass(time, 1000);
    expect(offsets.length).toBeLessThan(8);
    await pass(time, MINUTE_MS);
    expect(offsets.length).toBeLessThan(45);
    expect(offsets.length).toBeGreaterThan(20);
    await stop();
  });

  it('is polled without a pause again after new updates, and pauses start short again', async () => {
    const waiting = Array.from({ length: 30 }, (_, i) => ({ update_id: i + 1 }));
    const { time, taken, stop } = start(({ offset }, request) =>
      request < 20 ? [] : waiting.filter(({ update_id }) => update_id >= offset).slice(0, 1),
    );
    await pass(time, MINUTE_MS);
    expect(taken).toHaveLength(30);
    await stop();
  });

  it('is not assumed for requests that are held open', async () => {
    const { time, offsets, stop } = start(({ timeout }) => (timeout === 0 ? [] : undefined));
    await pass(time, 10 * OPEN_MS + 100);
    expect(offsets.length).toBeGreaterThanOrEqual(10);
    expect(time.waits.every((ms) => ms === OPEN_MS)).toBe(true);
    await stop();
  });

  it('and one that repeats the same updates is treated alike', async () => {
    const { time, offsets, stop } = start(() => [{ update_id: 7 }]);
    await pass(time, 1000);
    expect(offsets.length).toBeLessThan(8);
    await stop();
  });
});

describe('updates that cannot be read', () => {
  const GOOD = { update_id: 103 };

  it.each<[string, unknown[]]>([
    ['null', [null]],
    ['words', ['update']],
    ['a list', [[]]],
    ['one without a number', [{ message: {} }]],
    ['one with its number in words', [{ update_id: '102' }]],
    ['one with a broken number', [{ update_id: 102.5 }]],
    [
      'one with a number that nothing follows',
      [{ update_id: Number.MAX_SAFE_INTEGER }, { update_id: 1e300 }],
    ],
    ['one with a negative number', [{ update_id: -1 }, { update_id: 0 }]],
  ])('do not keep the next one from being asked for: %s', async (_, bad) => {
    const { time, taken, offsets, stop } = start(({ offset }) =>
      offset === 0 ? [{ update_id: 101 }] : offset < 103 ? bad : offset === 103 ? [GOOD] : undefined,
    );
    await pass(time, MINUTE_MS);
    expect(taken.map(({ raw }) => raw)).toContain(GOOD);
    expect(offsets.at(-1)).toBe(104);
    expect(offsets.length).toBeLessThan(20);
    await stop();
  });

  it('beside good ones are confirmed with them', async () => {
    const { time, offsets, taken, stop } = start(({ offset }) =>
      offset === 0 ? [null, { update_id: 101 }, 'x', GOOD] : undefined,
    );
    await pass(time, 1000);
    expect(taken).toHaveLength(4);
    expect(offsets).toEqual([0, 104]);
    await stop();
  });

  it('at the very start are passed over by asking for the latest alone', async () => {
    const { time, offsets, stop } = start(({ offset }) =>
      offset === 0 ? [null, null] : offset === -1 ? [GOOD] : undefined,
    );
    await pass(time, 5000);
    expect(offsets.slice(-2)).toEqual([-1, 104]);
    await stop();
  });
});

describe('the time after which an update came', () => {
  it('what waited at the start may have been said at any time; what comes later was said after the last look', async () => {
    const { time, taken, stop } = start(({ offset, timeout }) =>
      offset === 0 ? [{ update_id: 1 }] : offset === 2 && timeout > 0 ? [{ update_id: 2 }] : undefined,
    );
    await pass(time, 1000);
    expect(taken.map(({ after }) => after)).toEqual([undefined, expect.any(Number)]);
    await stop();
  });

  it('a hundred at once are not all that waits', async () => {
    const many = Array.from({ length: 150 }, (_, i) => ({ update_id: i + 1 }));
    const { time, taken, stop } = start(({ offset }) => {
      const rest = many.filter(({ update_id }) => update_id >= offset);
      return rest.length > 0 ? rest.slice(0, 100) : undefined;
    });
    await pass(time, 1000);
    expect(taken).toHaveLength(150);
    expect(taken.every(({ after }) => after === undefined)).toBe(true);
    await stop();
  });
});
