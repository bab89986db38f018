// Updates with fields that are missing, null, of other types or unknown: nothing dies, the log says so in a line, and the next good one is
// answered. Each update of Telegram's description where that is at hand, else those that the stand-in makes.
import fs from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Update } from '../../adapters/telegram/api.ts';
import { readUpdate } from '../../adapters/telegram/updates/read-update.ts';
import { ShapeMismatch } from '../../adapters/telegram/updates/shape.ts';
import { type Bot, CHANNEL, GROUP, LI, startBot, stopAll } from './bot.ts';

const FILE = path.join(import.meta.dirname, '..', '..', '..', 'shared', 'specs', 'telegram-bot-api.json');
const PROBLEMS = '林业局2023年上半年存在哪些问题';
const MAX_DEPTH = 4;
/** Many of the updates before it are answered, too. */
const PATIENCE_MS = 20_000;

interface Described {
  fields?: { name: string; types: string[]; required: boolean }[];
  subtypes?: string[];
}
const types: Record<string, Described> = fs.existsSync(FILE)
  ? JSON.parse(fs.readFileSync(FILE, 'utf8')).types
  : {};

/** A value of a type as it is described, with all its fields down to some depth. */
function described(type: string, depth: number): unknown {
  if (type.startsWith('Array of ')) return [described(type.slice('Array of '.length), depth)];
  switch (type) {
    case 'Integer':
      return 12;
    case 'Float':
      return 1.5;
    case 'Boolean':
    case 'True':
      return true;
    case 'String':
      return '/help';
  }
  const { fields, subtypes } = types[type] ?? {};
  if (subtypes) return described(subtypes[0], depth);
  const shown = (fields ?? []).filter(({ required }) => required || depth > 0);
  return Object.fromEntries(shown.map(({ name, types: [first] }) => [name, described(first, depth - 1)]));
}

const from = { id: LI.id, is_bot: false, first_name: 'Li', language_code: 'zh-hans' };
const chat = { id: LI.id, type: 'private', first_name: 'Li' };
const message = {
  message_id: 900,
  date: 1_795_000_000,
  chat,
  from,
  text: '/help',
  reply_to_message: { message_id: 1, date: 1_795_000_000, chat, from, text: PROBLEMS },
  quote: { text: '林业局', position: 0 },
};
/** What is read, as it comes. */
const OWN: Record<string, unknown> = {
  message,
  edited_message: message,
  channel_post: {
    ...message,
    chat: { id: CHANNEL, type: 'channel' },
    sender_chat: { id: CHANNEL, type: 'channel' },
  },
  callback_query: { id: '1', from, chat_instance: '1', data: 'x', message },
  inline_query: { id: '1', from, query: '', offset: '' },
  my_chat_member: {
    chat,
    from,
    date: 1,
    old_chat_member: {},
    new_chat_member: { status: 'member', user: from },
  },
};

/** Replacements of a field, one after the other; undefined removes it. */
const INSTEAD: unknown[] = [
  undefined,
  null,
  '',
  'x',
  0,
  -1,
  1.5,
  2 ** 31,
  Number.MAX_SAFE_INTEGER,
  1e308,
  true,
  [],
  [null],
  {},
  { id: null },
  { __proto__: null, constructor: 'x' },
];

/** All places in a value, as lists of names. */
function placesIn(value: unknown, depth = MAX_DEPTH): string[][] {
  if (typeof value !== 'object' || value === null || depth === 0) return [];
  return Object.entries(value).flatMap(([name, part]) => [
    [name],
    ...placesIn(part, depth - 1).map((rest) => [name, ...rest]),
  ]);
}

/** A copy with something else in one place. */
function changed(value: unknown, [name, ...rest]: string[], instead: unknown): unknown {
  const copy: Record<string, unknown> = { ...(value as Record<string, unknown>) };
  if (rest.length > 0) copy[name] = changed(copy[name], rest, instead);
  else if (instead === undefined) delete copy[name];
  else copy[name] = instead;
  return copy;
}

const DESCRIBED = (types.Update?.fields ?? []).filter(({ name }) => name !== 'update_id');

/** Every kind of update, whole and with each of its places changed in each way. */
function* broken(): Generator<Record<string, unknown>> {
  const kinds = {
    ...Object.fromEntries(DESCRIBED.map(({ name, types: [first] }) => [name, described(first, 2)])),
    ...OWN,
  };
  for (const [kind, whole] of Object.entries(kinds)) {
    yield { [kind]: whole };
    for (const instead of INSTEAD) yield { [kind]: instead };
    const places = placesIn(whole);
    for (const place of kind in OWN ? places : places.slice(0, 40))
      for (const instead of INSTEAD) yield { [kind]: changed(whole, place, instead) };
  }
}

/** Every path of a value that is read, with the value there. */
const leaves = (value: unknown): unknown[] =>
  typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [value];

const isOfKind = (update: Update): boolean => {
  const told =
    update.message ?? update.edited_message ?? update.channel_post ?? update.callback_query?.message;
  if (!told) return true;
  const texts = [told.text, told.caption, told.quote?.text, told.reply_to_message?.text];
  return (
    [told.message_id, told.chat.id].every(Number.isSafeInteger) &&
    texts.every((text) => text === undefined || typeof text === 'string')
  );
};

describe('reading an update', () => {
  it('gives what is as it should be, or one sentence; nothing else ever comes through', () => {
    const outcome = { read: 0, dropped: 0 };
    let id = 0;
    for (const told of broken()) {
      const read = readUpdate({ update_id: ++id, ...told });
      if (read instanceof ShapeMismatch) {
        expect(String(read)).toMatch(/^[\w. ]+ is no [\w ]+$/);
        outcome.dropped++;
      } else {
        expect(read.update_id).toBe(id);
        expect(isOfKind(read)).toBe(true);
        expect(leaves(read)).not.toContain(null);
        outcome.read++;
      }
    }
    expect(outcome.read).toBeGreaterThan(500);
    expect(outcome.dropped).toBeGreaterThan(500);
  });

  it.each([
    null,
    undefined,
    7,
    'update',
    [],
    [[]],
    {},
    { update_id: '7' },
    { update_id: null },
    { update_id: 2 ** 53 },
  ])('takes anything for an update that is none: %j', (raw) => {
    expect(readUpdate(raw)).toBeInstanceOf(ShapeMismatch);
  });

  it('takes along only what is used, however deep the rest goes', () => {
    const deep = JSON.parse(`${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`) as object;
    const read = readUpdate({
      update_id: 1,
      message: { ...message, reply_to_message: { ...message, deep }, deep },
      deep,
    });
    expect(JSON.stringify(read)).not.toContain('"a"');
  });
});

describe('a bot that gets unreadable updates', () => {
  let bot: Bot;
  afterEach(async () => {
    expect(await stopAll()).toEqual([]);
  });

  /** One of so many: all of them would take minutes. */
  const EACH = 101;

  it('drops it with a line, and answers what comes next', async () => {
    bot = await startBot();
    const some = [...broken()].filter((_, i) => i % EACH === 0);
    bot.tell(...some);
    await bot.standIn
      .say({ chat: GROUP, person: LI, text: `/ask@stand_in_bot ${PROBLEMS}` })
      .answered(1, PATIENCE_MS);
    await bot.finish();
    const lines = bot.logged.filter(({ message: line }) => /cannot be read were dropped/.test(line));
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.length).toBeLessThan(4);
    expect(bot.lines('error')).toEqual([]);
    expect(JSON.stringify(lines)).not.toContain(PROBLEMS);
    bot.standIn.violations.length = 0; // the stand-in knows neither these presses nor these chats
  });

  it('counts the others, so that a thousand are two lines and not a thousand', async () => {
    bot = await startBot();
    bot.tell(...Array.from({ length: 1000 }, () => ({ message: null })));
    await bot.standIn.say({ person: LI, text: '/help' }).answered();
    await bot.finish();
    const counts = bot.logged
      .filter(({ message: line }) => /cannot be read were dropped/.test(line))
      .map(({ details }) => details.updates);
    expect(counts).toEqual([1, 999]);
  });

  it('handles the readable ones between them', async () => {
    bot = await startBot();
    await bot.standIn.start({ person: LI }).answered();
    const date = Math.floor(bot.time.now() / 1000);
    const good = { message: { ...message, date, text: `/ask ${PROBLEMS}` } };
    bot.tell({ message: 7 }, good, { message: { ...message, chat: null } });
    const answer = await bot.standIn.until(
      () => bot.standIn.messagesIn(LI.id).find(({ text }) => text.includes('林业局2023年')),
      'An answer',
    );
    expect(answer.text).toContain('林业局2023年上半年工作总结');
    await bot.finish();
    expect(bot.logged.filter(({ message: line }) => /cannot be read/.test(line))).toHaveLength(2);
  });
});
