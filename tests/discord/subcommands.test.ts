// Groups of commands on Discord: one command with subcommands, decoded to the declared command.
import type { AutocompleteInteraction, ChatInputCommandInteraction, Client } from 'discord.js';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { registrationOf } from '../../adapters/discord/commands.ts';
import { commandFrom, completionFrom } from '../../adapters/discord/decode.ts';
import { render } from '../../adapters/discord/render.ts';
import type { Command } from '../../src/chat/index.ts';
import { SETTINGS } from '../../src/chat/settings.ts';
import { TEXTS } from '../../src/message/index.ts';
import { words } from '../chat/words.ts';
import { connect, GENERAL, MEMBER, nextInteraction, start, stop } from '../stand-ins/discord/clients.ts';
import { type Discord, hasSchema } from '../stand-ins/discord/index.ts';
import { inspectSchema } from '../stand-ins/discord/schema.ts';

const declared = (names: Command['names'], more: Partial<Command> = {}): Command => ({
  name: names.en,
  names,
  summary: words(`About ${names.en}`, `关于${names.zh}`),
  options: {},
  right: 'digest-manager',
  anywhere: false,
  audience: 'asker',
  run: () => Promise.reject(new Error('is not run')),
  ...more,
});

const SET = [
  declared(words('ask', '提问'), { right: 'everyone' }),
  declared(words('digest on', '简报 开启'), {
    audience: 'either',
    options: {
      time: { names: words('time', '时间'), summary: words('When', '几点'), required: true },
      zone: SETTINGS.zone,
      length: SETTINGS.length,
    },
  }),
  declared(words('help', '帮助'), { right: 'everyone' }),
  declared(words('digest off', '简报 关闭')),
];

const optionNames = (options: object[]) => options.map((each) => (each as { name: string }).name);
const groupIn = (commands: Command[]) => {
  const found = registrationOf(commands).find(({ name }) => name === 'digest');
  return found as unknown as {
    options: { name: string; type: number; options: object[] }[];
    [other: string]: unknown;
  };
};

describe('a group of commands', () => {
  it('is one command with subcommands, in the place of the first of them', () => {
    expect(optionNames(registrationOf(SET)).slice(0, 3)).toEqual(['ask', 'digest', 'help']);
    const { options } = groupIn(SET);
    expect(options.map(({ name, type }) => [name, type])).toEqual([
      ['on', 1],
      ['off', 1],
    ]);
    expect(optionNames(options[0].options)).toEqual(['time', 'zone', 'length', 'private']);
    expect(options[1].options).toEqual([]);
  });

  it('is named in every language, and each subcommand by its own word', () => {
    const group = groupIn(SET);
    expect(group.name_localizations).toMatchObject({ 'en-US': 'digest', 'zh-CN': '简报', 'zh-TW': '簡報' });
    expect(group.options[0]).toMatchObject({
      name_localizations: { 'en-US': 'on', 'en-GB': 'on', 'zh-CN': '开启' },
      description: 'About digest on',
      description_localizations: { 'zh-CN': '关于简报 开启' },
    });
  });

  it('is hidden from members only where all of it is for managers', () => {
    const rights = (...each: Partial<Command>[]) =>
      groupIn(each.map((more, i) => declared(words(`digest x${i}`, `简报 x${i}`), more)))
        .default_member_permissions;
    expect(rights({ right: 'manager' }, { right: 'manager' })).toBe('32');
    expect(rights({ right: 'manager' }, { right: 'digest-manager' })).toBeUndefined();
    expect(rights({ right: 'manager' }, { right: 'everyone' })).toBeUndefined();
    expect(rights({ right: 'manager' }, { right: 'manager', anywhere: true })).toBeUndefined();
  });

  it.runIf(hasSchema)("fits Discord's own description", () => {
    const template = '/applications/{application_id}/commands';
    expect(inspectSchema('PUT', template, registrationOf(SET))).toEqual([]);
  });

  it('is mentioned in help with the id that its commands share', () => {
    const message = [
      { type: 'commands' as const, commands: [{ name: 'digest off', summary: 'No more' }] },
      { type: 'commands' as const, commands: [{ name: 'other off', summary: 'No more' }] },
    ];
    const { components } = render(message, { texts: TEXTS.en, commandIds: new Map([['digest', '77']]) });
    expect(components).toMatchObject([
      { content: '- </digest off:77> No more' },
      { content: '- /other off No more' },
    ]);
  });
});

describe('a subcommand in use', () => {
  let discord: Discord;
  let client: Client<true>;
  beforeAll(async () => {
    discord = await start();
    client = await connect(discord);
    await client.application.commands.set(registrationOf(SET) as never);
  });
  afterEach(() => {
    client.removeAllListeners();
    expect(discord.violations).toEqual([]);
  });
  afterAll(stop);

  const use = { channel: GENERAL, person: MEMBER };
  async function requestOf(name: string, options = {}) {
    const asked = nextInteraction<ChatInputCommandInteraction>(client);
    discord.slash({ ...use, name, options });
    return commandFrom(await asked).request;
  }

  it('is the command of that full name, with its options', async () => {
    const options = { time: '8:30', zone: '上海', private: true };
    expect(await requestOf('digest on', options)).toEqual({
      type: 'command',
      name: 'digest on',
      values: options,
      private: true,
    });
    expect(await requestOf('digest off')).toEqual({
      type: 'command',
      name: 'digest off',
      values: {},
      private: false,
    });
    expect(await requestOf('ask')).toMatchObject({ name: 'ask', values: {} });
  });

  it('has its options completed under that name', async () => {
    const asked = nextInteraction<AutocompleteInteraction>(client);
    const suggested = discord.complete({
      ...use,
      name: 'digest on',
      options: { time: '8:30' },
      focused: 'zone',
      value: 'sha',
    });
    const interaction = await asked;
    expect(completionFrom(interaction)).toMatchObject({
      command: 'digest on',
      option: 'zone',
      partial: 'sha',
    });
    await interaction.respond([{ name: 'x', value: 'Asia/Shanghai' }]);
    expect(await suggested).toEqual([{ name: 'x', value: 'Asia/Shanghai' }]);
  });

  it('takes only what a person could enter', () => {
    const slash = (name: string, options = {}) => discord.slash({ ...use, name, options });
    expect(() => slash('digest')).toThrow('/digest cannot be used without a subcommand');
    expect(() => slash('digest of')).toThrow('/digest has no subcommand "of"');
    expect(() => slash('ask off')).toThrow('/ask has no subcommand "off"');
    expect(() => slash('digest on')).toThrow('/digest on requires "time"');
    expect(() => slash('digest off', { zone: 'x' })).toThrow('/digest off has no option "zone"');
    expect(() => slash('digest on', { time: '8', length: 'endless' })).toThrow('nobody can enter endless');
    const complete = (focused: string) => discord.complete({ ...use, name: 'digest on', focused, value: '' });
    expect(() => complete('time')).toThrow('/digest on does not complete an option "time"');
  });
});
