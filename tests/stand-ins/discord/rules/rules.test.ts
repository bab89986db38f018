// Discord's written limits, each with a body that keeps to it and bodies that do not.
import {
  type ChatInputCommandInteraction,
  InteractionType,
  ApplicationCommandOptionType as Kind,
  MessageFlags,
} from 'discord.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  connect,
  GENERAL,
  nextInteraction,
  OWNER,
  COMMANDS as SAMPLE_COMMANDS,
  start,
  stop,
  textChannel,
} from '../clients.ts';
import { type Discord, hasSchema } from '../index.ts';
import { refusalOf } from '../refusal.ts';
import { inspectSchema } from '../schema.ts';
import type { CallbackBody, Command, CommandOption, Component, MessageBody } from '../shapes.ts';
import { type Asked, inspectCallback } from './callbacks.ts';
import { inspectCommands } from './commands.ts';
import { Inspection } from './inspection.ts';
import { type Content, inspectMessage, type MessageKind } from './messages.ts';

const V2 = MessageFlags.IsComponentsV2;
const NO_PINGS = { parse: [] };
const long = (length: number) => 'x'.repeat(length);
const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));
const button = (customId: string, more: Component = {}): Component => ({
  type: 2,
  style: 1,
  label: 'x',
  custom_id: customId,
  ...more,
});
const row = (...components: Component[]): Component => ({ type: 1, components });
const display = (content: string): Component => ({ type: 10, content });
const options = (count: number) => times(count, (index) => ({ label: 'x', value: String(index) }));
const select = (more: Component = {}): Component => ({
  type: 3,
  custom_id: 's',
  options: options(1),
  ...more,
});
const container = (...components: Component[]): Component => ({ type: 17, components });

function found(inspect: (inspection: Inspection) => void): string[] {
  const inspection = new Inspection();
  inspect(inspection);
  return inspection.findings.map(({ path, refused }) => (refused ? path : `(${path})`));
}

const inMessage = (body: MessageBody, kind: MessageKind = 'create', before?: Content) =>
  found((inspection) =>
    inspectMessage(inspection, '', kind, { allowed_mentions: NO_PINGS, ...body }, before),
  );

describe('messages within the limits', () => {
  it.each<[string, MessageBody]>([
    ['2,000 characters', { content: long(2000) }],
    [
      'five rows of five buttons',
      { components: times(5, (r) => row(...times(5, (b) => button(`${r}:${b}`)))) },
    ],
    ['a link', { components: [row({ type: 2, style: 5, label: 'x', url: 'https://example.org/' })] }],
    ['25 options', { components: [row(select({ options: options(25), max_values: 25 }))] }],
    ['40 components', { flags: V2, components: times(40, () => display('x')) }],
    ['4,000 characters in displays', { flags: V2, components: [container(display(long(4000)))] }],
    [
      'a section',
      { flags: V2, components: [{ type: 9, components: [display('x')], accessory: button('a') }] },
    ],
    ['an embed of 6,000', { embeds: [{ description: long(4096) }, { description: long(1904) }] }],
    ['what discord.js adds', { content: 'x', tts: false, enforce_nonce: false, nonce: long(25) }],
  ])('%s', (_, body) => {
    expect(inMessage(body)).toEqual([]);
    expect(inspectSchema('POST', '/channels/{channel_id}/messages', body)).toEqual([]);
  });
});

describe('messages beyond the limits', () => {
  const inRow = (...components: Component[]): MessageBody => ({ components: [row(...components)] });
  it.each<[string, MessageBody, string[]]>([
    ['2,001 characters', { content: long(2001) }, ['content']],
    ['nothing', {}, ['']],
    ['blanks', { content: ' \n' }, ['']],
    ['six rows', { components: times(6, (index) => row(button(String(index)))) }, ['components']],
    [
      'six buttons in a row',
      inRow(...times(6, (index) => button(String(index)))),
      ['components.0.components'],
    ],
    ['an empty row', inRow(), ['components.0.components']],
    ['a button beside a select', inRow(button('a'), select()), ['components.0.components']],
    ['layout without the flag', { components: [display('x')] }, ['components.0.type']],
    ['a bare button', { flags: V2, components: [button('a')] }, ['components.0.type']],
    ['41 components', { flags: V2, components: times(41, () => display('x')) }, ['components', 'components']],
    [
      '41 nested components',
      { flags: V2, components: [container(...times(40, () => display('x')))] },
      ['components'],
    ],
    [
      '4,001 characters in displays',
      { flags: V2, components: [display(long(4000)), display('x')] },
      ['components'],
    ],
    ['an empty display', { flags: V2, components: [display('')] }, ['components.0.content']],
    ['content with components v2', { flags: V2, content: 'x', components: [display('x')] }, ['content']],
    [
      'embeds with components v2',
      { flags: V2, embeds: [{ title: 'x' }], components: [display('x')] },
      ['embeds'],
    ],
    ['a poll with components v2', { flags: V2, poll: {}, components: [display('x')] }, ['poll']],
    [
      'a container in a container',
      { flags: V2, components: [container(container(display('x')))] },
      ['components.0.components.0.type'],
    ],
    [
      'a section without accessory',
      { flags: V2, components: [{ type: 9, components: [display('x')] }] },
      ['components.0.accessory'],
    ],
    [
      'a section of four',
      {
        flags: V2,
        components: [{ type: 9, components: times(4, () => display('x')), accessory: button('a') }],
      },
      ['components.0.components'],
    ],
    ['an empty custom id', inRow(button('')), ['components.0.components.0.custom_id']],
    ['a custom id of 101', inRow(button(long(101))), ['components.0.components.0.custom_id']],
    ['a custom id twice', { components: [row(button('a')), row(button('a'))] }, ['components']],
    ['a button with neither', inRow({ type: 2, style: 1, label: 'x' }), ['components.0.components.0']],
    [
      'a button with both',
      inRow(button('a', { url: 'https://example.org/' })),
      ['components.0.components.0'],
    ],
    [
      'a link in another style',
      inRow({ type: 2, style: 1, label: 'x', url: 'https://example.org/' }),
      ['components.0.components.0.url'],
    ],
    ['a link with a custom id', inRow(button('a', { style: 5 })), ['components.0.components.0.url']],
    [
      'a link that is none',
      inRow({ type: 2, style: 5, label: 'x', url: 'nowhere' }),
      ['components.0.components.0.url'],
    ],
    [
      'a link of 513',
      inRow({ type: 2, style: 5, label: 'x', url: `https://${long(505)}` }),
      ['components.0.components.0.url'],
    ],
    ['a label of 81', inRow(button('a', { label: long(81) })), ['components.0.components.0.label']],
    ['a button without label', inRow({ type: 2, style: 1, custom_id: 'a' }), ['components.0.components.0']],
    ['no options', inRow(select({ options: [] })), ['components.0.components.0.options']],
    ['26 options', inRow(select({ options: options(26) })), ['components.0.components.0.options']],
    [
      'an option twice',
      inRow(select({ options: [...options(1), ...options(1)] })),
      ['components.0.components.0.options.1.value'],
    ],
    [
      'an option label of 101',
      inRow(select({ options: [{ label: long(101), value: 'x' }] })),
      ['components.0.components.0.options.0.label'],
    ],
    [
      'an option value of 101',
      inRow(select({ options: [{ label: 'x', value: long(101) }] })),
      ['components.0.components.0.options.0.value'],
    ],
    [
      'an option description of 101',
      inRow(select({ options: [{ label: 'x', value: 'x', description: long(101) }] })),
      ['components.0.components.0.options.0.description'],
    ],
    ['more values than options', inRow(select({ max_values: 2 })), ['components.0.components.0.max_values']],
    ['eleven embeds', { embeds: times(11, () => ({ title: 'x' })) }, ['embeds']],
    ['an empty embed', { embeds: [{}] }, ['embeds.0']],
    ['a title of 257', { embeds: [{ title: long(257) }] }, ['embeds.0.title']],
    ['a description of 4,097', { embeds: [{ description: long(4097) }] }, ['embeds.0.description']],
    ['a footer of 2,049', { embeds: [{ footer: { text: long(2049) } }] }, ['embeds.0.footer.text']],
    ['an author of 257', { embeds: [{ author: { name: long(257) } }] }, ['embeds.0.author.name']],
    [
      '26 fields',
      { embeds: [{ fields: times(26, () => ({ name: 'x', value: 'x' })) }] },
      ['embeds.0.fields'],
    ],
    [
      'a field value of 1,025',
      { embeds: [{ fields: [{ name: 'x', value: long(1025) }] }] },
      ['embeds.0.fields.0.value'],
    ],
    [
      '6,001 in all embeds',
      { embeds: [{ description: long(4096) }, { description: long(1905) }] },
      ['embeds'],
    ],
    ['a nonce of 26', { content: 'x', nonce: long(26) }, ['nonce']],
    ['an unknown field', { content: 'x', text: 'x' } as MessageBody, ['(text)']],
    ['the flag of an answer', { content: 'x', flags: MessageFlags.Ephemeral }, ['(flags)']],
    [
      'mentions that are parsed',
      { content: 'x', allowed_mentions: { parse: ['users'] } },
      ['(allowed_mentions)'],
    ],
    ['no word on mentions', { content: 'x', allowed_mentions: undefined } as object, ['(allowed_mentions)']],
    [
      'no word on mentions in displays',
      { flags: V2, components: [display('x')], allowed_mentions: null },
      ['(allowed_mentions)'],
    ],
  ])('%s', (_, body, paths) => {
    expect(inMessage(body)).toEqual(paths);
  });
});

describe('edits', () => {
  const before = { content: 'x', embeds: [], components: [], flags: 0 };
  const v2 = { content: '', embeds: [], components: [display('x')], flags: V2 };
  it.each<[string, MessageBody, Content, string[]]>([
    ['another text', { content: 'y' }, before, []],
    ['buttons beside the text that is there', { components: [row(button('a'))] }, before, []],
    [
      'components v2 in the place of a text',
      { content: null, flags: V2, components: [display('y')] },
      before,
      [],
    ],
    ['other components v2 without the flag', { components: [display('y')] }, v2, []],
    ['a text taken away', { content: '' }, before, ['']],
    [
      'components v2 beside the text that is there',
      { flags: V2, components: [display('y')] },
      before,
      ['content'],
    ],
    ['a text beside components v2', { content: 'y' }, v2, ['content']],
    ['the flag of components v2 removed', { content: 'y', components: [], flags: 0 }, v2, ['flags']],
  ])('%s', (_, body, content, paths) => {
    expect(inMessage(body, 'edit', content)).toEqual(paths);
  });
});

describe('first answers', () => {
  const command = { type: InteractionType.ApplicationCommand };
  const completion = { type: InteractionType.ApplicationCommandAutocomplete };
  const choices = (count: number) => times(count, (index) => ({ name: 'x', value: String(index) }));
  const input = { type: 4, custom_id: 'a', style: 1 };
  const label = (more: Component = {}): Component => ({ type: 18, label: 'x', component: input, ...more });
  const modal = (more = {}): CallbackBody => ({
    type: 9,
    data: { custom_id: 'm', title: 'x', components: [label()], ...more },
  });
  it.each<[string, CallbackBody, Asked, string[]]>([
    ['a deferred one for one person', { type: 5, data: { flags: 64 } }, command, []],
    ['25 choices', { type: 8, data: { choices: choices(25) } }, completion, []],
    ['a modal', modal(), command, []],
    ['a deferred one with another flag', { type: 5, data: { flags: V2 } }, command, ['data.flags']],
    ['a deferred one that says something', { type: 5, data: { content: 'x' } }, command, ['(data.content)']],
    ['an empty one', { type: 4, data: {} }, command, ['data']],
    ['none that there is', { type: 3 }, command, ['type']],
    ['an update of nothing', { type: 7, data: {} }, command, ['type']],
    ['a message to a completion', { type: 4, data: { content: 'x' } }, completion, ['type']],
    ['a modal to a modal', modal(), { type: InteractionType.ModalSubmit }, ['type']],
    ['26 choices', { type: 8, data: { choices: choices(26) } }, completion, ['data.choices']],
    [
      'a choice without name',
      { type: 8, data: { choices: [{ name: '', value: 'x' }] } },
      completion,
      ['data.choices.0.name'],
    ],
    [
      'a choice name of 101',
      { type: 8, data: { choices: [{ name: long(101), value: 'x' }] } },
      completion,
      ['data.choices.0.name'],
    ],
    [
      'a choice value of 101',
      { type: 8, data: { choices: [{ name: 'x', value: long(101) }] } },
      completion,
      ['data.choices.0.value'],
    ],
    ['a title of 46', modal({ title: long(46) }), command, ['data.title']],
    ['a modal without fields', modal({ components: [] }), command, ['data.components']],
    [
      'a modal of six',
      modal({
        components: times(6, (index) => label({ component: { ...input, custom_id: String(index) } })),
      }),
      command,
      ['data.components'],
    ],
    [
      'a field label of 46',
      modal({ components: [label({ label: long(46) })] }),
      command,
      ['data.components.0.label'],
    ],
    ['a field twice', modal({ components: [label(), label()] }), command, ['data.components']],
  ])('%s', (_, body, asked, paths) => {
    expect(found((inspection) => inspectCallback(inspection, body, asked))).toEqual(paths);
  });
});

describe('commands', () => {
  const command = (more: Command = {}): Command => ({ name: 'ask', description: 'x', ...more });
  const option = (name: string, more: CommandOption = {}): CommandOption => ({
    type: Kind.String,
    name,
    description: 'x',
    ...more,
  });
  const subcommand = (name: string, options: CommandOption[] = []) =>
    option(name, { type: Kind.Subcommand, options });
  const group = (name: string, options: CommandOption[]) =>
    option(name, { type: Kind.SubcommandGroup, options });
  const choice = { name: 'x', value: 'x' };
  const bulky = times(20, (index) =>
    option(`o${index}`, {
      description: long(100),
      choices: times(4, (c) => ({ name: long(98), value: String(c) })),
    }),
  );
  it.each<[string, Command[], string[]]>([
    ['what the tests register', SAMPLE_COMMANDS, []],
    ['Chinese names', [command({ name: '提问', name_localizations: { 'zh-TW': '提問' } })], []],
    ['a name with capitals', [command({ name: 'Ask' })], ['0.name']],
    ['a name with a blank', [command({ name: 'ask me' })], ['0.name']],
    ['a name of 33', [command({ name: long(33) })], ['0.name', '0.name']],
    ['a name twice', [command(), command()], ['1.name']],
    [
      'a translated name with capitals',
      [command({ name_localizations: { de: 'Frage' } })],
      ['0.name_localizations.de'],
    ],
    [
      'a language that Discord has not',
      [command({ name_localizations: { zh: '提问' } })],
      ['0.name_localizations.zh'],
    ],
    ['no description', [{ name: 'ask' }], ['0.description']],
    ['a description of 101', [command({ description: long(101) })], ['0.description']],
    [
      'a translated description of 101',
      [command({ description_localizations: { 'zh-CN': long(101) } })],
      ['0.description_localizations.zh-CN'],
    ],
    [
      'a message command with a description',
      [{ type: 3, name: 'Check quote', description: 'x' }],
      ['0.description'],
    ],
    ['26 options', [command({ options: times(26, (index) => option(`o${index}`)) })], ['0.options']],
    ['an option twice', [command({ options: [option('a'), option('a')] })], ['0.options.1.name']],
    ['an option of no type', [command({ options: [option('a', { type: 99 })] })], ['0.options.0.type']],
    [
      'a required option after another',
      [command({ options: [option('a'), option('b', { required: true })] })],
      ['0.options.1'],
    ],
    [
      'completion together with choices',
      [command({ options: [option('a', { autocomplete: true, choices: [choice] })] })],
      ['0.options.0.autocomplete'],
    ],
    [
      'completion of a yes or no',
      [command({ options: [option('a', { type: Kind.Boolean, autocomplete: true })] })],
      ['0.options.0.autocomplete'],
    ],
    [
      '26 choices',
      [command({ options: [option('a', { choices: times(26, () => choice) })] })],
      ['0.options.0.choices'],
    ],
    [
      'a choice name of 101',
      [command({ options: [option('a', { choices: [{ name: long(101), value: 'x' }] })] })],
      ['0.options.0.choices.0.name'],
    ],
    ['subcommands', [command({ options: [subcommand('a', [option('x')]), subcommand('b')] })], []],
    ['subcommands in a group of them', [command({ options: [group('a', [subcommand('b')])] })], []],
    ['a subcommand beside an option', [command({ options: [subcommand('a'), option('b')] })], ['0.options']],
    [
      'a subcommand in a subcommand',
      [command({ options: [subcommand('a', [subcommand('b')])] })],
      ['0.options.0.options.0.type'],
    ],
    [
      'an option in a group of subcommands',
      [command({ options: [group('a', [option('b')])] })],
      ['0.options.0.options.0.type'],
    ],
    [
      'a group in a group',
      [command({ options: [group('a', [group('b', [subcommand('c')])])] })],
      ['0.options.0.options.0.type'],
    ],
    ['26 subcommands', [command({ options: times(26, (index) => subcommand(`s${index}`)) })], ['0.options']],
    ['a subcommand twice', [command({ options: [subcommand('a'), subcommand('a')] })], ['0.options.1.name']],
    [
      'a subcommand with a blank in its name',
      [command({ options: [subcommand('a b')] })],
      ['0.options.0.name'],
    ],
    [
      'a required option after another in a subcommand',
      [command({ options: [subcommand('a', [option('b'), option('c', { required: true })])] })],
      ['0.options.0.options.1'],
    ],
    [
      'more than 8,000 characters in all subcommands',
      [command({ options: [subcommand('a', bulky.slice(10)), subcommand('b', bulky.slice(0, 10))] })],
      ['0'],
    ],
    ['more than 8,000 characters', [command({ options: bulky })], ['0']],
    ['101 commands', times(101, (index) => command({ name: `c${index}` })), ['']],
    ['16 message commands', times(16, (index) => ({ type: 3, name: `c${index}` })), ['']],
    ['a context that is none', [command({ contexts: [3] })], ['0.contexts']],
    [
      'permissions in words',
      [command({ default_member_permissions: 'manage' })],
      ['0.default_member_permissions'],
    ],
    ['an unknown field', [{ ...command(), defaultPermission: true } as Command], ['(0.defaultPermission)']],
  ])('%s', (_, commands, paths) => {
    expect(found((inspection) => inspectCommands(inspection, commands))).toEqual(paths);
  });

  it('count the longest translation of each text', () => {
    const translated = times(24, (index) =>
      option(`o${index}`, {
        choices: times(25, (c) => ({
          name: 'x',
          value: String(c),
          name_localizations: { 'zh-CN': long(20) },
        })),
      }),
    );
    expect(found((inspection) => inspectCommands(inspection, [command({ options: translated })]))).toEqual([
      '0',
    ]);
  });
});

describe.skipIf(!hasSchema)("Discord's own description", () => {
  it('finds what we do not state ourselves', () => {
    const body = { content: 'x', message_reference: { message_id: 5 } };
    expect(inMessage(body as unknown as MessageBody)).toEqual([]);
    const [finding] = inspectSchema('POST', '/channels/{channel_id}/messages', body);
    expect(finding).toMatchObject({ path: 'message_reference.message_id', refused: true });
  });

  it('is not taken at its word where Discord is more generous', () => {
    const template = '/applications/{application_id}/commands';
    expect(inspectSchema('PUT', template, SAMPLE_COMMANDS)).toEqual([]);
  });
});

describe('a refused body', () => {
  let discord: Discord;
  let client: Awaited<ReturnType<typeof connect>>;
  beforeAll(async () => {
    discord = await start();
    client = await connect(discord);
    await client.application.commands.set(SAMPLE_COMMANDS);
  });
  afterAll(stop);

  it('is answered as Discord answers, and written down', async () => {
    await expect(textChannel(client).send(long(2001))).rejects.toMatchObject({
      status: 400,
      code: 50035,
      rawError: {
        message: 'Invalid Form Body',
        errors: { content: { _errors: [{ code: 'BASE_TYPE_MAX_LENGTH' }] } },
      },
    });
    expect(discord.violations.splice(0)).toEqual([
      `POST /channels/${GENERAL}/messages: content: Must be 2000 or fewer in length.`,
    ]);
  });

  it('leaves the interaction unanswered', async () => {
    const asked = nextInteraction<ChatInputCommandInteraction>(client);
    const handle = discord.slash({
      channel: GENERAL,
      person: OWNER,
      name: 'ask',
      options: { question: 'x' },
    });
    const interaction = await asked;
    await expect(interaction.reply({ embeds: [{ title: long(257) }] })).rejects.toMatchObject({
      code: 50035,
    });
    expect(handle.callback).toBeUndefined();
    await interaction.reply('x');
    expect((await handle.settled()).content).toBe('x');
    expect(discord.violations.splice(0)).toHaveLength(1);
  });

  it('is told apart when it is empty', async () => {
    await expect(textChannel(client).send(' ')).rejects.toMatchObject({ code: 50006 });
    expect(discord.violations.splice(0)).toHaveLength(1);
  });

  it('is taken but written down where only a rule of ours is broken', async () => {
    await textChannel(client).send({ content: 'x', allowedMentions: { parse: ['users'] } });
    expect(discord.violations.splice(0)).toEqual([
      `POST /channels/${GENERAL}/messages: allowed_mentions: A text comes without { parse: [] }.`,
    ]);
    expect(refusalOf([])).toBeUndefined();
  });
});
