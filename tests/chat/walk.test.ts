// Every button of every command leads to a message, even after a restart, with exact quotes on the way.
import { beforeAll, describe, expect, it } from 'vitest';
import { decodePress } from '../../src/chat/buttons/press.ts';
import { COMMANDS } from '../../src/chat/index.ts';
import { MAX_ACTION_LENGTH, MAX_OPTIONS, type Message, TEXTS } from '../../src/message/index.ts';
import type { PassageIndex } from '../../src/search/index.ts';
import { sampleIndex } from '../answer/sample.ts';
import { brokenQuotes, pressables, quotesIn, textIn, unfaithfulQuotes } from './message-content.ts';
import { RUNS } from './runs.ts';
import { MANAGER, World } from './world.ts';

let index: PassageIndex;
beforeAll(async () => {
  index = await sampleIndex();
});

const { zh } = TEXTS;
/** So many buttons of a kind are pressed on each level; the others do the same for other quotes and reports. */
const PRESSES_OF_A_KIND = 12;
const LEVELS = 3;

/** Every message of a walk from a run: breadth first, each button once. */
async function walk(name: string, values: Record<string, string>, changes: Partial<World> = {}) {
  const world = Object.assign(new World(index), changes);
  const first = await world.command(name, values, { person: MANAGER });
  const said = [first];
  const pressed = new Set<string>();
  let level = [first];
  for (let depth = 0; depth < LEVELS && level.length > 0; depth++) {
    const kinds = new Map<string, number>();
    const next = level
      .flatMap(({ message, key }) => pressables(message).map(({ action }) => ({ action, key })))
      .filter(({ action }) => {
        const kind = action.slice(0, 2);
        if (pressed.has(action) || (kinds.get(kind) ?? 0) >= PRESSES_OF_A_KIND) return false;
        pressed.add(action);
        kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
        return true;
      });
    level = [];
    for (const { action, key } of next) {
      world.restart();
      level.push(await world.press(action, { person: MANAGER }, key));
    }
    said.push(...level);
  }
  expect(world.logged).toEqual([]);
  return said;
}

const choicesIn = (message: Message) => message.filter((block) => block.type === 'choice');
const DEAD_ENDS = [zh.oldButton(), zh.listGone(), zh.quoteGone(), zh.notYourButton(), zh.managersOnly()];

describe('from every command', () => {
  it('at least one walk starts', () => {
    const walked = COMMANDS.filter(({ right }) => right !== 'owner'); // the library is walked in tests of its own
    expect([...new Set(RUNS.map(([name]) => name))].sort()).toEqual(walked.map(({ name }) => name).sort());
  });

  it.each(RUNS)('each button leads to a message, after a restart as well: /%s %j', async (name, values) => {
    for (const responder of await walk(name, values)) {
      expect(responder.sent).toHaveLength(1);
      expect(responder.message.length).toBeGreaterThan(0);
      expect(DEAD_ENDS).not.toContain(responder.text);
      expect(responder.text.trim()).not.toBe('');
      expect(responder.text).not.toMatch(/undefined|NaN|\[object/);
    }
  });

  it.each(RUNS)('each quote is exactly its slice of the source: /%s %j', async (name, values) => {
    for (const { message } of await walk(name, values)) {
      expect(unfaithfulQuotes(message, index)).toEqual([]);
      expect(brokenQuotes(message)).toEqual([]);
    }
  });

  it.each(RUNS)('buttons and choices fit every platform, and differ: /%s %j', async (name, values) => {
    for (const { message } of await walk(name, values)) {
      for (const { action, label } of pressables(message)) {
        expect(action).toMatch(/^[\x21-\x7e]+$/);
        expect(action.length).toBeLessThanOrEqual(MAX_ACTION_LENGTH);
        expect(decodePress(action)).toBeDefined();
        expect(label.trim()).not.toBe('');
      }
      for (const choice of choicesIn(message)) {
        const { options } = choice as Extract<Message[number], { type: 'choice' }>;
        expect(options.length).toBeGreaterThan(0);
        expect(options.length).toBeLessThanOrEqual(MAX_OPTIONS);
        expect(new Set(options.map(({ action }) => action)).size).toBe(options.length);
      }
    }
  });
});

describe('where a message takes little', () => {
  const LIMITS = { characters: 200, pieces: 6 };

  it.each(RUNS)('no text or button is lost, and quotes stay whole: /%s %j', async (name, values) => {
    const whole = await walk(name, values);
    const split = await walk(name, values, { limits: LIMITS });
    expect(split.map(({ message }) => pressables(message))).toEqual(
      whole.map(({ message }) => pressables(message)),
    );
    whole.forEach(({ message }, i) => {
      const parts = split[i].message;
      expect(brokenQuotes(parts)).toEqual([]);
      expect(unfaithfulQuotes(parts, index)).toEqual([]);
      expect([...new Set(quotesIn(parts).map(({ id }) => id))]).toEqual([
        ...new Set(quotesIn(message).map(({ id }) => id)),
      ]);
      for (const line of ownLines(message)) expect(bare(textIn(parts))).toContain(bare(line));
    });
    for (const { sent } of split)
      for (const { parts } of sent)
        for (const part of parts) {
          expect(part.length).toBeGreaterThan(0);
          expect(textIn(part).length).toBeLessThanOrEqual(LIMITS.characters);
          expect(part.length + pressables(part).length).toBeLessThanOrEqual(LIMITS.pieces);
        }
  });

  /** The bot's own words. */
  const ownLines = (message: Message) =>
    message.flatMap((block) =>
      block.type === 'paragraph' || block.type === 'heading' || block.type === 'copyable'
        ? [block.text]
        : block.type === 'list'
          ? block.items
          : [],
    );
  /** Splitting may only move line ends and blanks. */
  const bare = (text: string) => text.replace(/\s+/g, '');
});
