// The stand-in for Discord, checked with the real client library.
import {
  type AutocompleteInteraction,
  ButtonBuilder,
  type ButtonInteraction,
  ButtonStyle,
  type ChatInputCommandInteraction,
  type Client,
  ContainerBuilder,
  Events,
  GatewayIntentBits,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  ModalBuilder,
  type ModalSubmitInteraction,
  PermissionFlagsBits,
  StringSelectMenuBuilder,
  type StringSelectMenuInteraction,
  TextDisplayBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  COMMANDS,
  connect,
  GENERAL,
  GUILD,
  MANAGER,
  MEMBER,
  NO_PINGS,
  nextInteraction,
  nextMessage,
  OWNER,
  QUIET,
  start,
  stop,
  THREAD,
  textChannel,
  WAIT_MS,
} from '../stand-ins/discord/clients.ts';
import type { Channel, Discord } from '../stand-ins/discord/index.ts';

const { Guilds, GuildMessages, DirectMessages } = GatewayIntentBits;

describe('a client that has logged in', () => {
  let discord: Discord;
  let client: Client<true>;
  beforeAll(async () => {
    discord = await start();
    client = await connect(discord);
    await client.application.commands.set(COMMANDS);
  });
  afterEach(() => {
    expect(discord.violations).toEqual([]);
    client.removeAllListeners(Events.InteractionCreate);
    client.removeAllListeners(Events.MessageCreate);
  });
  afterAll(stop);

  const ask = (question: string, options = {}) =>
    discord.slash({ channel: GENERAL, person: OWNER, name: 'ask', options: { question, ...options } });

  it('knows itself, its guild and what it may do in each channel', () => {
    expect(client.user.id).toBe(discord.bot.id);
    expect(client.application.id).toBe(discord.application.id);
    expect(client.guilds.cache.get(GUILD)).toMatchObject({ available: true, ownerId: OWNER.id });
    const mayPost = (id: string) =>
      textChannel(client, id).permissionsFor(client.user)?.has(PermissionFlagsBits.SendMessages);
    expect([mayPost(GENERAL), mayPost(QUIET)]).toEqual([true, false]);
    expect(discord.gateway.identified[0].intents).toBe(Guilds | GuildMessages | DirectMessages);
  });

  it('has registered commands that keep their ids', async () => {
    const before = discord.commands.in().map(({ id }) => id);
    await client.application.commands.set(COMMANDS);
    const registered = await client.application.commands.fetch({ withLocalizations: true });
    expect([...registered.keys()]).toEqual(before);
  });

  it('answers a command', async () => {
    const asked = nextInteraction<ChatInputCommandInteraction<'cached'>>(client);
    const handle = ask('林业局有哪些问题', { private: true });
    const interaction = await asked;
    expect(interaction.options.getString('question')).toBe('林业局有哪些问题');
    expect(interaction.options.getBoolean('private')).toBe(true);
    expect(interaction).toMatchObject({ locale: 'zh-CN', guildLocale: 'zh-CN', guildId: GUILD, context: 0 });
    expect(interaction.channel?.id).toBe(GENERAL);
    expect(interaction.memberPermissions.has(PermissionFlagsBits.Administrator)).toBe(true);
    await interaction.reply({ content: '只有你看得见', flags: MessageFlags.Ephemeral });
    const message = await handle.settled();
    expect(message).toMatchObject({ content: '只有你看得见', ephemeral: true, loading: false });
    expect(handle.callback?.type).toBe(4);
    expect(handle.callback?.afterMs).toBeLessThan(WAIT_MS);
  });

  it('defers, edits, follows up and deletes', async () => {
    const asked = nextInteraction<ChatInputCommandInteraction>(client);
    const handle = ask('问题');
    const interaction = await asked;
    const deferred = await interaction.deferReply({ withResponse: true });
    expect(deferred.resource?.message?.id).toBe(handle.original?.id);
    await handle.responded();
    expect(handle.original?.loading).toBe(true);
    await interaction.editReply('答案');
    const message = await handle.settled();
    expect(message).toMatchObject({ content: '答案', loading: false });
    expect((await interaction.fetchReply()).content).toBe('答案');
    const more = await interaction.followUp('还有');
    expect((await handle.followUp(1)).id).toBe(more.id);
    await interaction.deleteReply(more);
    await (await handle.followUp(1)).gone();
    expect(handle.settledAfterMs).toBeGreaterThanOrEqual(handle.callback!.afterMs);
  });

  it('fills the deferred response with its first follow-up', async () => {
    const asked = nextInteraction<ChatInputCommandInteraction>(client);
    const handle = ask('问题');
    const interaction = await asked;
    await interaction.deferReply();
    await interaction.followUp('答案');
    expect(await handle.settled()).toMatchObject({ content: '答案' });
    expect(handle.followUps).toEqual([]);
  });

  it('follows up for one person when it has taken back a deferred response for all', async () => {
    const asked = nextInteraction<ChatInputCommandInteraction>(client);
    const handle = ask('问题');
    const interaction = await asked;
    await interaction.deferReply();
    await interaction.deleteReply();
    expect((await handle.settled()).deleted).toBe(true);
    await expect(interaction.editReply('答案')).rejects.toMatchObject({ code: 10008 });
    await interaction.followUp({ content: '答案', flags: MessageFlags.Ephemeral });
    expect(await handle.followUp(1)).toMatchObject({ content: '答案', ephemeral: true });
  });

  it('suggests', async () => {
    const asked = nextInteraction<AutocompleteInteraction>(client);
    const suggested = discord.complete({
      channel: GENERAL,
      person: MEMBER,
      name: 'ask',
      focused: 'question',
      value: '林业',
    });
    const interaction = await asked;
    expect(interaction.options.getFocused(true)).toMatchObject({ name: 'question', value: '林业' });
    await interaction.respond([{ name: '林业局', value: 'forestry' }]);
    expect(await suggested).toEqual([{ name: '林业局', value: 'forestry' }]);
  });

  it('shows buttons and choices with components v2, and changes them when they are used', async () => {
    const asked = nextInteraction<ChatInputCommandInteraction>(client);
    const handle = ask('问题');
    const container = new ContainerBuilder()
      .addTextDisplayComponents(new TextDisplayBuilder({ content: '第一页' }))
      .addActionRowComponents<ButtonBuilder>((row) =>
        row.addComponents(
          new ButtonBuilder({ customId: 'page:2', label: '▶', style: ButtonStyle.Secondary }),
          new ButtonBuilder({ customId: 'page:0', label: '◀', style: ButtonStyle.Secondary, disabled: true }),
        ),
      )
      .addActionRowComponents<StringSelectMenuBuilder>((row) =>
        row.addComponents(
          new StringSelectMenuBuilder({
            customId: 'which',
            options: [{ label: '林业局', value: 'forestry' }],
          }),
        ),
      );
    await (await asked).reply({ components: [container], flags: MessageFlags.IsComponentsV2 });
    const message = await handle.settled();
    expect(message.text).toBe('第一页');
    expect(message.buttons.map(({ custom_id }) => custom_id)).toEqual(['page:2', 'page:0']);

    const pressed = nextInteraction<ButtonInteraction>(client);
    const press = discord.press({ message, person: MEMBER, customId: 'page:2' });
    const button = await pressed;
    expect(button).toMatchObject({ customId: 'page:2', locale: 'en-US' });
    await button.update({ components: [new TextDisplayBuilder({ content: '第二页' }), container] });
    expect((await press.settled()).id).toBe(message.id);
    expect(message.text).toBe('第二页\n第一页');

    const chosen = nextInteraction<StringSelectMenuInteraction>(client);
    const choice = discord.choose({ message, person: MEMBER, customId: 'which', values: ['forestry'] });
    const select = await chosen;
    expect(select.values).toEqual(['forestry']);
    await select.deferUpdate();
    await select.editReply({ components: [new TextDisplayBuilder({ content: '林业局' })] });
    expect((await choice.settled()).text).toBe('林业局');
  });

  it('lets people do only what Discord would', async () => {
    const body = {
      components: [
        { type: 1, components: [{ type: 2, style: 1, label: 'x', custom_id: 'off', disabled: true }] },
      ],
    };
    const message = discord.placeMessage({ channel: GENERAL, body });
    expect(() => discord.press({ message, person: MEMBER, customId: 'off' })).toThrow('disabled');
    expect(() => discord.press({ message, person: MEMBER, customId: 'on' })).toThrow('no component "on"');
    const settings = { channel: GENERAL, name: 'settings' };
    expect(() => discord.slash({ ...settings, person: MEMBER })).toThrow('not offered to Member');
    expect(() => ask(5 as unknown as string)).toThrow('nobody can enter 5');
    expect(() => ask('x', { other: 1 })).toThrow('has no option "other"');
    const seen = nextInteraction<ChatInputCommandInteraction>(client);
    const handle = discord.slash({ ...settings, person: MANAGER });
    await (await seen).reply('ok');
    await handle.settled();
  });

  it('is given the whole message by a message command', async () => {
    const result = discord.say({ channel: GENERAL, person: MEMBER, text: '造林用地越来越难找。' });
    const asked = nextInteraction<MessageContextMenuCommandInteraction>(client);
    const handle = discord.messageMenu({ name: 'Check quote', person: OWNER, message: result.message });
    const interaction = await asked;
    expect(interaction.targetMessage.content).toBe('造林用地越来越难找。');
    await interaction.reply('找到了');
    expect(await handle.settled()).toMatchObject({ content: '找到了' });
  });

  it('asks with a modal', async () => {
    const asked = nextInteraction<ChatInputCommandInteraction>(client);
    const handle = ask('问题');
    const modal = new ModalBuilder({ customId: 'quote', title: 'Check a quote' }).addLabelComponents(
      (label) =>
        label
          .setLabel('Quote')
          .setTextInputComponent(new TextInputBuilder({ customId: 'text', style: TextInputStyle.Paragraph })),
    );
    await (await asked).showModal(modal);
    expect((await handle.askedFor()).title).toBe('Check a quote');
    await expect(handle.settled()).rejects.toThrow('answered with no message');

    const submitted = nextInteraction<ModalSubmitInteraction>(client);
    const submission = discord.submitModal({ interaction: handle, fields: { text: '原文' } });
    const interaction = await submitted;
    expect(interaction.fields.getTextInputValue('text')).toBe('原文');
    await interaction.reply('找到了');
    expect(await submission.settled()).toMatchObject({ content: '找到了' });
  });

  it('answers a mention, and knows the rights of who mentioned it', async () => {
    const heard = nextMessage(client);
    const result = discord.say({ channel: GENERAL, person: MANAGER, text: '<@BOT> 林业局有哪些问题' });
    const message = await heard;
    expect(message.content).toBe(`<@${discord.bot.id}> 林业局有哪些问题`);
    expect(message.mentions.has(client.user)).toBe(true);
    expect(message.member?.permissions.has(PermissionFlagsBits.ManageGuild)).toBe(true);
    expect(message.member?.permissions.has(PermissionFlagsBits.Administrator)).toBe(false);
    await message.reply('答案');
    const answer = await result.answered();
    expect(answer.content).toBe('答案');
    expect(answer.replied?.id).toBe(result.id);
    expect(await discord.nextMessage({ channel: GENERAL, after: result })).toBe(answer);
    expect(result.firstAnswerAfterMs).toBeGreaterThan(0);
  });

  it('reads a reply to it only with a ping, and nothing that is not for it', async () => {
    const own = await textChannel(client).send('问我吧');
    const replyTo = await discord.nextMessage({
      channel: GENERAL,
      after: { id: String(BigInt(own.id) - 1n) },
    });
    const texts: string[] = [];
    for (const how of [{ replyTo }, { replyTo, ping: false }, {}]) {
      const heard = nextMessage(client);
      discord.say({ channel: GENERAL, person: MEMBER, text: '又有什么打算', ...how });
      texts.push((await heard).content);
    }
    expect(texts).toEqual(['又有什么打算', '', '']);
  });

  it('gets a reply to an answer to a command only with a written mention, or privately', async () => {
    const texts = async (channel: Channel | string) => {
      const asked = nextInteraction<ChatInputCommandInteraction>(client);
      const used = discord.slash({ channel, person: MEMBER, name: 'ask', options: { question: '问题' } });
      await (await asked).reply({ content: '答案', allowedMentions: NO_PINGS });
      const replyTo = await used.settled();
      const heard: [string, boolean][] = [];
      for (const text of ['又有什么打算', '<@BOT> 又有什么打算']) {
        const next = nextMessage(client);
        discord.say({ channel, person: MEMBER, text, replyTo });
        const { content, mentions } = await next;
        heard.push([content.replace(/<@\d+> /, '@'), mentions.users.has(client.user.id)]);
      }
      return heard;
    };
    expect(await texts(GENERAL)).toEqual([
      ['', false],
      ['@又有什么打算', true],
    ]);
    expect(await texts(discord.directChannel(MEMBER))).toEqual([
      ['又有什么打算', false],
      ['@又有什么打算', true],
    ]);
  });

  it('gets no replies to an ephemeral answer', async () => {
    const asked = nextInteraction<ChatInputCommandInteraction>(client);
    const used = discord.slash({
      channel: GENERAL,
      person: MEMBER,
      name: 'ask',
      options: { question: '问题' },
    });
    await (await asked).reply({ content: '答案', flags: MessageFlags.Ephemeral, allowedMentions: NO_PINGS });
    const replyTo = await used.settled();
    expect(() => discord.say({ channel: GENERAL, person: MEMBER, text: '又', replyTo })).toThrow(/goes away/);
  });

  it('does not see the content of what a message that mentions it replies to', async () => {
    const first = nextMessage(client);
    const { message: replyTo } = discord.say({ channel: GENERAL, person: MEMBER, text: '别人的话' });
    await first;
    const heard = nextMessage(client);
    discord.say({ channel: GENERAL, person: MEMBER, text: '<@BOT> 这是真的吗', replyTo });
    const message = await heard;
    expect((await message.fetchReference()).content).toBe('');
  });

  it('talks in direct messages', async () => {
    const channel = discord.directChannel(MEMBER);
    const heard = nextMessage(client);
    const result = discord.say({ channel, person: MEMBER, text: '你好' });
    const message = await heard;
    expect([message.content, message.guildId, message.channel.isDMBased()]).toEqual(['你好', null, true]);
    await message.reply('你好！');
    expect((await result.answered()).content).toBe('你好！');
    await client.users.send(MEMBER.id, '日报');
    expect((await discord.nextMessage({ channel, after: result.answers[0] })).content).toBe('日报');
  });

  it('talks in threads, and shows that it types', async () => {
    const heard = nextMessage(client);
    const result = discord.say({ channel: THREAD, person: MEMBER, text: '问题', mentionsBot: true });
    const message = await heard;
    expect([message.channel.isThread(), message.channel.isSendable()]).toEqual([true, true]);
    if (message.channel.isSendable()) await message.channel.sendTyping();
    await message.reply('答案');
    expect((await result.answered()).channel.id).toBe(THREAD);
    expect(discord.typing.at(-1)?.channel.id).toBe(THREAD);
  });

  it('is asked in conversations that it is no part of', async () => {
    const channel = discord.groupChannel([OWNER, MEMBER]);
    const asked = nextInteraction<ChatInputCommandInteraction>(client);
    const handle = discord.slash({ channel, person: OWNER, name: 'ask', options: { question: 'x' } });
    const interaction = await asked;
    expect([interaction.context, interaction.guildId]).toEqual([2, null]);
    await interaction.reply('答案');
    await handle.settled();
    for (let count = 0; count < 5; count += 1) await interaction.followUp('还有');
    await expect(interaction.followUp('还有')).rejects.toMatchObject({ code: 40094 });
  });

  it('edits and deletes its own messages, and finds out what is gone', async () => {
    const channel = textChannel(client);
    const message = await channel.send('一');
    await message.edit('二');
    const sent = discord.messagesIn(GENERAL).find(({ id }) => id === message.id)!;
    expect((await sent.edited()).content).toBe('二');
    await message.delete();
    await expect(message.edit('三')).rejects.toMatchObject({ code: 10008 });
    await expect(client.channels.fetch('1')).rejects.toMatchObject({ code: 10003 });
    await expect(textChannel(client, QUIET).send('x')).rejects.toMatchObject({ code: 50013 });
  });

  it('sends a message with a nonce only once', async () => {
    const send = () => textChannel(client).send({ content: '日报', nonce: 'digest-1', enforceNonce: true });
    const [one, other] = [await send(), await send()];
    expect(other.id).toBe(one.id);
  });

  it('gets an error for an interaction that is too late or was answered already', async () => {
    const asked = nextInteraction<ChatInputCommandInteraction>(client);
    ask('问题').expire();
    await expect((await asked).reply('x')).rejects.toMatchObject({ code: 10062, status: 404 });

    const again = nextInteraction<ChatInputCommandInteraction>(client);
    ask('问题');
    const interaction = await again;
    const callback = `/interactions/${interaction.id}/${interaction.token}/callback` as const;
    const original = `/webhooks/${discord.application.id}/${interaction.token}/messages/@original` as const;
    const edit = () =>
      client.rest.patch(original, { body: { content: '', allowed_mentions: NO_PINGS }, auth: false });
    await expect(edit()).rejects.toMatchObject({ code: 10015, status: 404 });
    await interaction.reply('x');
    await expect(client.rest.post(callback, { body: { type: 6 }, auth: false })).rejects.toMatchObject({
      code: 40060,
    });
    discord.interactions.at(-1)!.expire();
    await expect(interaction.editReply('y')).rejects.toMatchObject({ code: 50027 });
  });

  it('waits as long as a rate limit wants', async () => {
    discord.failNext({ method: 'POST', path: /\/messages$/, status: 429, retryAfterMs: 60 });
    const startedAt = performance.now();
    await textChannel(client).send('x');
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(55);
    expect(discord.requests.slice(-2).map(({ status }) => status)).toEqual([429, 200]);
  });

  it('tries again after a fault of Discord, and sends nothing twice with a nonce', async () => {
    discord.failNext({ method: 'POST', path: /\/messages$/, status: 500, times: 2 });
    discord.failNext({ method: 'POST', path: /\/messages$/, status: 'reset', takesEffect: true });
    await textChannel(client).send({ content: '一次', nonce: 'once', enforceNonce: true });
    expect(discord.requests.slice(-4).map(({ status }) => status)).toEqual([500, 500, undefined, 200]);
    expect(discord.messagesIn(GENERAL).filter(({ content }) => content === '一次')).toHaveLength(1);
  });

  it('is refused where a test says so', async () => {
    discord.failNext({ path: /\/messages$/, status: 403, body: { message: 'Cannot send', code: 50007 } });
    await expect(textChannel(client).send('x')).rejects.toMatchObject({ status: 403, code: 50007 });
  });

  it('has every wait of a test end with a sentence', async () => {
    const handle = ask('问题');
    await expect(handle.settled(5)).rejects.toThrow(
      'Interaction ask wants a full answer: waited 5 ms in vain',
    );
  });

  it('measures how long people waited', () => {
    const timings = discord.timings().filter(({ firstMs }) => firstMs !== undefined);
    expect(timings.length).toBeGreaterThan(5);
    expect(timings.every(({ firstMs }) => firstMs! > 0 && firstMs! < WAIT_MS)).toBe(true);
  });
});
