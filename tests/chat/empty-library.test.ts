// A chat without anything to read: no report exists, or all are closed to it. Every request is still
// answered.
import { beforeEach, describe, expect, it } from 'vitest';
import type { CommandName } from '../../src/chat/command-words.ts';
import { COMMANDS } from '../../src/chat/index.ts';
import { TEXTS } from '../../src/message/index.ts';
import { indexOver } from '../fixtures/read-reports.ts';
import { ALPHA } from './rights/library.ts';
import { type Known, PROBES } from './rights/probes.ts';
import { GROUP, MANAGER, World } from './world.ts';

const NOTHING = indexOver([]);
const KNOWN: Known = {
  ...ALPHA,
  report: '7ta1ybp1-0',
  quote: '7ta1ybp1-0-xh-16',
  passages: 'l1',
  reports: 'l2',
  digest: 'd1',
  topic: 't1',
};

let world: World;
beforeEach(() => {
  world = new World(NOTHING, { access: { open: true, ownerIds: [] } });
});
const by = { person: MANAGER };
const errors = () => world.logged.filter(({ level }) => level === 'error');

describe('over an empty library', () => {
  it.each([
    '林业局有什么打算',
    '林業局有什麼打算',
    'what are the plans',
    '存在哪些问题？',
    'compare a and b',
  ])('a question is answered that there is nothing to read: %s', async (question) => {
    const { text } = await world.command('ask', { question }, by);
    expect(Object.values(TEXTS).map((texts) => texts.nothingToRead())).toContain(text);
  });

  it.each(['reports', 'digest now'])('/%s says so', async (name) => {
    expect((await world.command(name, {}, by)).text).toBe(TEXTS.zh.nothingToRead());
  });

  it.each(COMMANDS.map(({ name }) => name))('/%s is answered in words, without a failure', async (name) => {
    for (const values of PROBES[name as CommandName](KNOWN)) {
      const { sent } = await world.command(name, values, by);
      const parts = sent.flatMap((outgoing) => outgoing.parts);
      expect(parts.length).toBeGreaterThan(0);
      for (const part of parts) expect(part).not.toEqual([]);
    }
    expect(errors()).toEqual([]);
  });

  it('options are completed and look-ups answered, with nothing', async () => {
    for (const { name, options } of COMMANDS)
      for (const option of Object.keys(options))
        await world.chat.complete({ ...by, place: GROUP, command: name, option, partial: '林' });
    expect(await world.chat.inline({ ...by, place: GROUP, words: '林业', offset: '' })).toMatchObject({
      quotes: [],
    });
    expect(errors()).toEqual([]);
  });
});
