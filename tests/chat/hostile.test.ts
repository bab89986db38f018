// Whatever comes in, it is answered or dismissed, and nothing is thrown.
import fc from 'fast-check';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { COMMANDS, type Incoming, type Person, type Place } from '../../src/chat/index.ts';
import type { PassageIndex } from '../../src/search/index.ts';
import { sampleIndex } from '../answer/sample.ts';
import { FakeResponder } from './fake-responder.ts';
import { brokenQuotes, unfaithfulQuotes } from './message-content.ts';
import { GROUP, MANAGER, MEI, NO_LOCALE, privateChatOf, THREAD, World } from './world.ts';

let index: PassageIndex;
let world: World;
beforeAll(async () => {
  index = await sampleIndex();
});
beforeEach(() => {
  world = new World(index, { questionLog: true });
});

const RUNS = 200;
const HARD_TEXTS = [
  '',
  ' ',
  '\0',
  'a\0b',
  '\ud83d',
  '\ude00\ud83d',
  '\u202e倒过来',
  '\u2066林业局\u2069',
  '\ufeff',
  '__proto__',
  'constructor',
  'toString',
  'null',
  'undefined',
  '%s%d%j',
  '#{7*7}',
  '{{7*7}}',
  '<b>&amp;</b>',
  '@everyone <@1> [x](y) **z** `w` ||v||',
  '```',
  "'; DROP TABLE turn; --",
  '../../../etc/passwd',
  '😀'.repeat(250),
  '农'.repeat(3000),
  '(((((((((((((((((((',
  '\n'.repeat(600),
  '2023年'.repeat(100),
  '林业局和'.repeat(120),
  '7'.repeat(400),
];
const REAL_TEXTS = [
  '林业局',
  '2023',
  '2023年上半年',
  '路灯',
  'problems',
  'short',
  '栖鹭镇',
  'n2725slz-0-x8-c',
  'everywhere',
];

const text = fc.oneof(
  fc.constantFrom(...HARD_TEXTS),
  fc.constantFrom(...REAL_TEXTS),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: fc.nat(0xffff).map((code) => String.fromCharCode(code)), maxLength: 20 }),
);
const value: fc.Arbitrary<unknown> = fc.oneof(
  text,
  fc.anything({ maxDepth: 2 }),
  fc.constantFrom<unknown>(
    undefined,
    null,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    1n,
    Symbol.iterator,
    () => 1,
  ),
);
const commandName = fc.oneof(fc.constantFrom(...COMMANDS.map(({ name }) => name)), text);
const optionNames = [...new Set(COMMANDS.flatMap(({ options }) => Object.keys(options)))];
const values = fc.oneof(
  fc.dictionary(fc.oneof(fc.constantFrom(...optionNames), text), value, { maxKeys: 6 }),
  text,
);
const request: fc.Arbitrary<Incoming['request']> = fc.oneof(
  fc.record({
    type: fc.constant('command' as const),
    name: commandName,
    values,
    private: fc.boolean(),
  }),
  fc.tuple(text, text).map(([question, replyTo]) => ({ type: 'question' as const, text: question, replyTo })),
  fc.tuple(pressData(), text).map(([action, message]) => ({ type: 'press' as const, action, message })),
);
const person: fc.Arbitrary<Person> = fc.constantFrom(MEI, MANAGER, NO_LOCALE);
const place: fc.Arbitrary<Place> = fc.constantFrom(GROUP, THREAD, privateChatOf(MEI));

/** Data of buttons that look like ours. */
function pressData() {
  const argument = fc.oneof(
    fc.constantFrom('n2725slz-0-x8-c', 'n2725slz-0', '0', '1', '999', 'plans', 'length', 'short', 'yes', ''),
    fc.string({ unit: fc.constantFrom(...'abcXYZ019.-'), maxLength: 12 }),
  );
  const ours = fc
    .tuple(
      fc.constantFrom(...'cpskrlqfeodtwyub'),
      fc.constantFrom('=', '+'),
      fc.array(argument, { minLength: 1, maxLength: 3 }),
      fc.string({ unit: fc.constantFrom(...'abc019'), minLength: 7, maxLength: 7 }),
    )
    .map(([letter, effect, args, asker]) => `${letter}${effect}${args.join('.')}~${asker}`);
  return fc.oneof(ours, text);
}

/** What holds for every response of the bot. */
function expectSound(responder: FakeResponder): void {
  expect(world.logged).toEqual([]);
  expect(responder.sent.length + responder.dismissed).toBe(1);
  for (const { parts } of responder.sent) {
    expect(parts.length).toBeGreaterThan(0);
    for (const part of parts) expect(part.length).toBeGreaterThan(0);
  }
  expect(unfaithfulQuotes(responder.message, index)).toEqual([]);
  expect(brokenQuotes(responder.message)).toEqual([]);
  expect(responder.text).not.toMatch(/\[object Object\]|function Object|\bNaN\b/);
}

describe('any request', () => {
  it('is answered or dismissed once, with exact quotes if any, and nothing is logged', async () => {
    await fc.assert(
      fc.asyncProperty(request, person, place, async (wanted, who, where) => {
        expectSound(await world.receive(wanted, { person: who, place: where }));
      }),
      { numRuns: RUNS },
    );
  });

  it('holds for each option of each command', async () => {
    for (const { name, options } of COMMANDS) {
      const given = fc.record(Object.fromEntries(Object.keys(options).map((option) => [option, value])));
      await fc.assert(
        fc.asyncProperty(given, async (each) => {
          expectSound(await world.command(name, each, { person: MANAGER }));
        }),
        { numRuns: Math.ceil(RUNS / COMMANDS.length) },
      );
    }
  });

  it('holds where a message takes little', async () => {
    await fc.assert(
      fc.asyncProperty(request, async (wanted) => {
        expectSound(
          await world.receive(wanted, { responder: new FakeResponder({ characters: 120, pieces: 4 }) }),
        );
      }),
      { numRuns: RUNS / 2 },
    );
  });

  it('holds in a place that is not allowed', async () => {
    world.restart({ access: { open: false, ownerIds: [] } });
    await fc.assert(
      fc.asyncProperty(request, async (wanted) => {
        expectSound(await world.receive(wanted, { person: NO_LOCALE }));
      }),
      { numRuns: RUNS / 4 },
    );
  });
});

describe('options named like members of every object', () => {
  it('set nothing', async () => {
    const polluted = JSON.parse(
      '{"__proto__": {"length": "short"}, "constructor": "x", "hasOwnProperty": 1}',
    );
    await world.command('settings', polluted, { person: MANAGER });
    expect(await world.store.settings.get('fake:guild:1')).toEqual({});
    expect(({} as Record<string, unknown>).length).toBeUndefined();
  });

  it('that are inherited are ignored', async () => {
    await world.command('settings', Object.create({ length: 'short' }), { person: MANAGER });
    expect(await world.store.settings.get('fake:guild:1')).toEqual({});
  });
});
