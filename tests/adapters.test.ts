// A platform is what its adapter says: one that is put into the list is configured, started, checked and documented,
// and nothing else names it.
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { AdapterWith, StartContext, Values } from '../adapters/adapter.ts';
import { doctor } from '../adapters/doctor.ts';
import { good } from '../adapters/finding.ts';
import { ADAPTERS } from '../adapters/index.ts';
import { runAdapters } from '../adapters/run-adapters.ts';
import { machineClock } from '../src/clock.ts';
import { coreSettings, parseConfig } from '../src/config.ts';
import { numberSetting, textSetting } from '../src/index.ts';
import { SHARED_INDEX_FOLDER } from './answer/sample.ts';

const ROOT = path.join(import.meta.dirname, '..');
const SETTINGS = {
  PIGEON_LOFT: textSetting({ meaning: 'where the pigeons live', form: 'a place', isSecret: true }),
  PIGEONS: numberSetting('how many there are', { min: 1, max: 9, fallback: 3 }),
};
const REFUSED = 'The pigeons have left.';

/** Announces its settings, and is refused when `refuse` is called. */
function pigeonAdapter() {
  const { promise: ended, resolve } = Promise.withResolvers<string>();
  const events: string[] = [];
  const adapter: AdapterWith<typeof SETTINGS> = {
    id: 'pigeon',
    name: 'Pigeon',
    account: { pattern: /^[a-z]+$/, example: 'anna' },
    settings: SETTINGS,
    requires: 'PIGEON_LOFT',
    async start({ PIGEON_LOFT, PIGEONS }) {
      events.push('started');
      const stop = async () => void events.push('stopped');
      return { ok: true, running: { news: [`${PIGEONS} fly from ${PIGEON_LOFT}`], ended, stop } };
    },
    check: async ({ PIGEON_LOFT }) => [good(`${PIGEON_LOFT} is a loft.`)],
  };
  return { adapter, events, refuse: () => resolve(REFUSED) };
}

function configOf(texts: Record<string, string>) {
  const { adapter } = pigeonAdapter();
  const read = parseConfig([adapter], texts);
  if (!read.ok) throw new Error(read.problems.join('\n'));
  return read.config;
}

describe('the settings of an adapter', () => {
  it('are read with those of the core, and have their types', () => {
    const { PIGEON_LOFT, PIGEONS, RATE_PER_PERSON } = configOf({ PIGEON_LOFT: 'roof', PIGEONS: '4' });
    const values: [string, number, number] = [PIGEON_LOFT, PIGEONS, RATE_PER_PERSON];
    expect(values).toEqual(['roof', 4, 20]);
  });

  it('are reported together with the problems of the core', () => {
    const read = parseConfig([pigeonAdapter().adapter], { PIGEONS: '12', LOG_LEVEL: 'loud' });
    expect(read).toEqual({
      ok: false,
      problems: [
        expect.stringMatching(/^LOG_LEVEL must be one of .+\(it is «loud»\)\.$/),
        'PIGEONS must be a whole number from 1 to 9 (it is «12»).',
      ],
    });
  });

  it('are not known where the adapter is not in the list', () => {
    expect(parseConfig([], { PIGEONS: '12' })).toMatchObject({ ok: true });
  });

  it('have names of their own in every adapter', () => {
    const names = [coreSettings([]), ...ADAPTERS.map(({ settings }) => settings)].flatMap(Object.keys);
    expect(new Set(names).size).toBe(names.length);
  });

  it('let its accounts own the bot, in the form that it says, and no others', () => {
    expect(configOf({ OWNER_IDS: 'pigeon:anna' }).OWNER_IDS).toEqual(['pigeon:anna']);
    for (const id of ['pigeon:7', 'discord:5'])
      expect(parseConfig([pigeonAdapter().adapter], { OWNER_IDS: id })).toEqual({
        ok: false,
        problems: [`OWNER_IDS must be a list of accounts such as pigeon:anna (it is «${id}»).`],
      });
  });
});

describe('an adapter in the list', () => {
  function run(config: Values) {
    const { adapter, events, refuse } = pigeonAdapter();
    const announced: string[] = [];
    const stop = new AbortController();
    const log = { debug() {}, info() {}, warn() {}, error() {} };
    const announce = (sentence: string) => void announced.push(sentence);
    const context = { log, time: machineClock, announce } as unknown as StartContext;
    const running = runAdapters({ adapters: [adapter], config, context, stopping: stop.signal });
    return { running, events, refuse, announced, stop };
  }

  it('is started with its settings, announced, and stopped', async () => {
    const { running, events, announced, stop } = run(configOf({ PIGEON_LOFT: 'roof' }));
    await expect.poll(() => announced).toEqual(['Pigeon: 3 fly from roof']);
    stop.abort();
    await running.ended;
    await running.stop();
    expect(events).toEqual(['started', 'stopped']);
  });

  it('ends the program where its platform refuses the bot and there is no other', async () => {
    const { running, events, refuse } = run(configOf({ PIGEON_LOFT: 'roof' }));
    refuse();
    await running.ended;
    await running.stop();
    expect(events).toEqual(['started']);
  });

  it('is not started without the setting that it requires', async () => {
    const { running, events } = run(configOf({}));
    await running.ended;
    expect(events).toEqual([]);
  });

  it('is checked by the doctor, which names the setting that it requires', async () => {
    const { adapter } = pigeonAdapter();
    const found = async (texts: Record<string, string>) => {
      const settings = { INDEX_DIR: SHARED_INDEX_FOLDER, STATE_PATH: ':memory:', ...texts };
      const lines: string[] = [];
      for await (const finding of doctor(parseConfig([adapter], settings), machineClock, [adapter]))
        lines.push([finding.text, 'remedy' in finding ? finding.remedy : ''].join(' '));
      return lines;
    };
    expect(await found({ PIGEON_LOFT: 'roof' })).toContain('roof is a loft. ');
    expect((await found({})).join('\n')).toContain('Set PIGEON_LOFT.');
  });
});

describe('the programs', () => {
  const files = fs
    .readdirSync(path.join(ROOT, 'adapters'))
    .filter((name) => /\.(?:ts|mjs)$/.test(name) && name !== 'platforms.ts');

  it.each([...files.map((name) => `adapters/${name}`), 'src/config.ts', 'src/setting.ts', 'src/core.ts'])(
    'name no platform: %s',
    (file) => {
      expect(fs.readFileSync(path.join(ROOT, file), 'utf8')).not.toMatch(/discord|telegram/i);
    },
  );
});
