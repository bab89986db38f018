// Commands of two words: found in any language, in one line or by their full names.
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { commandWithin } from '../../src/chat/command-group.ts';
import { withFullName } from '../../src/chat/find-command.ts';
import { COMMANDS, GROUPS } from '../../src/chat/index.ts';
import { TEXTS } from '../../src/message/index.ts';
import type { PassageIndex } from '../../src/search/index.ts';
import { sampleIndex } from '../answer/sample.ts';
import { words } from './words.ts';
import { BEN, MANAGER, World } from './world.ts';

let index: PassageIndex;
let world: World;
beforeAll(async () => {
  index = await sampleIndex();
});
beforeEach(() => {
  world = new World(index);
});

const { zh, en } = TEXTS;

const asked = (name: string, values: string | Record<string, unknown> = '') =>
  withFullName({ type: 'command', name, values, private: false });

describe('a group and a line of words', () => {
  it.each<[group: string, line: string, command: string, rest: string]>([
    ['digest', 'off', 'digest off', ''],
    ['digest', ' OFF  now\tor later\n', 'digest off', 'now\tor later\n'],
    ['digest', 'ｏｆｆ', 'digest off', ''],
    ['digest', '关闭 8:30', 'digest off', '8:30'],
    ['digest', '關閉', 'digest off', ''],
    ['简报', '关闭', 'digest off', ''],
    ['簡報', 'Off', 'digest off', ''],
    ['简报', '状态', 'digest status', ''],
    // without such a word
    ['digest', '', 'digest status', ''],
    ['简报', '  ', 'digest status', ''],
    ['digest', 'nonsense off', 'digest status', ''],
    ['digest', 'offer', 'digest status', ''],
    ['digest', '__proto__ constructor', 'digest status', ''],
  ])('are the command that the first word means: /%s %j', (group, line, command, rest) => {
    expect(asked(group, line)).toMatchObject({ name: command, values: rest });
  });

  it('with options by name are the group’s default command', () => {
    expect(asked('digest', { zone: 'UTC' })).toMatchObject({
      name: 'digest status',
      values: { zone: 'UTC' },
    });
  });

  it('are not looked for in other commands, nor in a full name', () => {
    for (const [name, line] of [
      ['digest off', 'status'],
      ['简报 关闭', 'x'],
      ['search', 'off'],
      ['Digest', 'off'],
      ['off', ''],
      ['', 'digest off'],
    ])
      expect(asked(name, line)).toEqual({ type: 'command', name, values: line, private: false });
  });
});

describe('a word that differs between the scripts in more than its characters', () => {
  it('means its command in both', () => {
    const [group] = GROUPS;
    const names = words('digest setup', '简报 设置', '簡報 設定');
    const setup = { ...COMMANDS[0], name: names.en, names };
    for (const word of ['设置', '設置', '設定', '设定', 'SetUp'])
      expect(commandWithin(group, word, [...COMMANDS, setup])).toBe(setup);
  });
});

describe('a command of a group', () => {
  it('is run under its full name in every language, and in one line', async () => {
    const { text: expected } = await world.command('digest off', {}, { person: MANAGER });
    expect([zh.unknownCommand('/digest off'), zh.managersOnly(), zh.digestManagersOnly()]).not.toContain(
      expected,
    );
    for (const [name, line] of [
      ['digest off', ''],
      ['简报 关闭', ''],
      ['簡報 關閉', ''],
      ['digest', 'off'],
      ['简报', '关闭'],
    ]) {
      const { text } = await world.command(name, line, { person: MANAGER });
      expect(text).toBe(expected);
    }
  });

  it('is shown to the announced audience, however it is named', () => {
    for (const [name, values] of [
      ['digest status', {}],
      ['digest', 'status'],
      ['简报', '状态'],
      ['digest', ''],
    ] as const)
      expect(
        world.chat.expect({
          person: MANAGER,
          place: { id: 'x', kind: 'group', within: { channel: 'x' } },
          request: { type: 'command', name, values, private: false },
        }),
      ).toEqual({ mode: 'reply', audience: 'asker' });
  });

  it('that lacks something asks for it, and a reply completes it', async () => {
    const { message, key } = await world.command('digest', 'pause', { person: MANAGER });
    expect(message[0]).toMatchObject({ type: 'prompt' });
    const reply = await world.say('3天', { person: MANAGER, replyTo: key });
    const whole = await world.command('digest pause', { until: '3天' }, { person: MANAGER });
    expect(reply.text).toBe(whole.text);
  });

  it('of a group that does not exist is unknown', async () => {
    for (const name of ['digest of', 'digests off', 'off'])
      expect((await world.command(name, '', { person: BEN })).text).toBe(en.unknownCommand(`/${name}`));
  });

  it('is listed by its full name in help', async () => {
    const { text } = await world.command('help', {}, { person: MANAGER });
    expect(text).toContain('/digest off ');
    expect(text).toContain('/digest status ');
  });
});
