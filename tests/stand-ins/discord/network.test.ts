// The stand-in as a bad network and as a strict Discord: what the real client library makes of it.
import { type ChatInputCommandInteraction, Events, GatewayIntentBits, type Message } from 'discord.js';
import { afterEach, describe, expect, it } from 'vitest';
import {
  COMMANDS,
  clientOf,
  coming,
  connect,
  GENERAL,
  GUILD,
  MEMBER,
  nextInteraction,
  nextMessage,
  OWNER,
  start,
  stop,
  textChannel,
} from './clients.ts';
import { RateLimits } from './rate-limits.ts';

const { Guilds, GuildMessages, MessageContent } = GatewayIntentBits;
/** Without this, the library waits five seconds between two identifications. */
const AT_ONCE = { ws: { buildIdentifyThrottler: async () => ({ waitForIdentify: async () => {} }) } };

afterEach(stop);

describe('the content of messages', () => {
  it('is seen by who has the intent for it', async () => {
    const discord = await start();
    const client = await connect(discord, { intents: [Guilds, GuildMessages, MessageContent] });
    const heard = nextMessage(client);
    discord.say({ channel: GENERAL, person: MEMBER, text: '不是对你说的' });
    expect((await heard).content).toBe('不是对你说的');
  });

  it('is not seen over REST either by who has not', async () => {
    const discord = await start();
    const client = await connect(discord);
    const { message } = discord.say({ channel: GENERAL, person: MEMBER, text: '不是对你说的' });
    const fetched = await textChannel(client).messages.fetch({ message: message.id, force: true });
    expect(fetched.content).toBe('');
  });

  it('stays with those who asked for messages at all', async () => {
    const discord = await start();
    const client = await connect(discord, { intents: [Guilds] });
    const told: string[] = [];
    client.on(Events.Raw, ({ t }: { t: string }) => told.push(t));
    discord.say({ channel: GENERAL, person: MEMBER, text: '<@BOT> 你好' });
    const gone = coming(client, Events.GuildDelete);
    discord.leaveGuild(discord.guild(GUILD)!);
    await gone;
    expect(told).toEqual(['GUILD_DELETE']);
  });
});

describe('logging in', () => {
  it('fails with a wrong token', async () => {
    const client = clientOf(await start());
    await expect(client.login('wrong')).rejects.toMatchObject({ code: 'TokenInvalid' });
  });

  it('fails at the gateway with a wrong token', async () => {
    const discord = await start();
    const session_start_limit = { total: 1000, remaining: 1000, reset_after: 86_400_000, max_concurrency: 1 };
    const body = { url: discord.gateway.url, shards: 1, session_start_limit };
    discord.failNext({ path: /^\/gateway\/bot$/, status: 200, body });
    await expect(clientOf(discord).login('wrong')).rejects.toThrow('Authentication failed');
  });

  it('fails with intents that were not granted', async () => {
    const discord = await start({ disallowedIntents: MessageContent });
    const client = clientOf(discord, { intents: [Guilds, MessageContent] });
    await expect(client.login(discord.token)).rejects.toThrow('disallowed intents');
    expect(discord.gateway.identified).toEqual([]);
  });

  it('fails without shards where there are too many guilds', async () => {
    const discord = await start({ shardingRequired: true });
    await expect(clientOf(discord).login(discord.token)).rejects.toThrow('Sharding is required');
  });
});

describe('the connection', () => {
  it('is resumed when it was cut, and what happened meanwhile is dispatched', async () => {
    const discord = await start();
    const client = await connect(discord);
    const heard: string[] = [];
    client.on(Events.MessageCreate, ({ content }: Message) => heard.push(content));
    discord.dropConnection();
    for (const text of ['一', '二']) discord.say({ channel: GENERAL, person: MEMBER, text: `<@BOT>${text}` });
    const [{ replayed }] = await discord.resumed();
    const last = nextMessage(client);
    discord.say({ channel: GENERAL, person: MEMBER, text: '<@BOT>三' });
    await last;
    expect(replayed).toBe(2);
    expect(heard.map((text) => text.at(-1))).toEqual(['一', '二', '三']);
    expect(discord.gateway.identified).toHaveLength(1);
  });

  it('is resumed when the gateway asks for it', async () => {
    const discord = await start();
    await connect(discord);
    discord.requestReconnect();
    expect(await discord.resumed()).toEqual([{ replayed: 0 }]);
  });

  it('continues when a session is only to be resumed', async () => {
    const discord = await start();
    await connect(discord);
    discord.invalidateSession({ resumable: true });
    expect(await discord.resumed()).toEqual([{ replayed: 0 }]);
  });

  it('starts anew when the session is no good', async () => {
    const discord = await start();
    const client = await connect(discord, AT_ONCE);
    discord.invalidateSession({ resumable: false });
    await discord.identified(2);
    const heard = nextMessage(client);
    discord.say({ channel: GENERAL, person: MEMBER, text: '<@BOT> 你好' });
    expect((await heard).content).toContain('你好');
    expect(discord.gateway.resumed).toEqual([]);
  });

  it('is kept with heartbeats', async () => {
    const discord = await start({ heartbeatMs: 20 });
    const client = await connect(discord);
    while (client.ws.ping < 0) await coming(client, Events.Debug);
    expect(discord.gateway.heartbeats).toBeGreaterThan(0);
  });
});

describe('what people take away', () => {
  it('is dispatched, and not found afterwards', async () => {
    const discord = await start();
    const client = await connect(discord);
    const message = await textChannel(client).send('x');
    const deleted = coming<Message>(client, Events.MessageDelete);
    discord.deleteMessage(discord.messagesIn(GENERAL)[0]);
    expect((await deleted).id).toBe(message.id);
    await expect(message.reply('y')).rejects.toMatchObject({ code: 50035 });
    const channel = textChannel(client);
    const gone = coming(client, Events.ChannelDelete);
    discord.deleteChannel(GENERAL);
    await gone;
    await expect(channel.send('y')).rejects.toMatchObject({ code: 10003 });
  });
});

describe('time', () => {
  it('expires for an interaction without a response', async () => {
    let now = Date.now();
    const discord = await start({ now: () => now });
    const client = await connect(discord);
    await client.application.commands.set(COMMANDS);
    const ask = async () => {
      const asked = nextInteraction<ChatInputCommandInteraction>(client);
      discord.slash({ channel: GENERAL, person: OWNER, name: 'ask', options: { question: 'x' } });
      return asked;
    };
    const late = await ask();
    now += 3001;
    await expect(late.reply('x')).rejects.toMatchObject({ code: 10062 });
    const deferred = await ask();
    await deferred.deferReply();
    now += 15 * 60_000 + 1;
    await expect(deferred.editReply('x')).rejects.toMatchObject({ code: 50027 });
  });
});

describe('a client that gives up', () => {
  it('does so when a connection is cut, although the message has been posted', async () => {
    const discord = await start();
    const client = await connect(discord);
    discord.failNext({ path: /\/messages$/, status: 'cut', takesEffect: true });
    await expect(textChannel(client).send('x')).rejects.toThrow('other side closed');
    expect(discord.messagesIn(GENERAL)).toHaveLength(1);
  });

  it('does so after three more tries', async () => {
    const discord = await start();
    const client = await connect(discord);
    discord.failNext({ path: /\/messages$/, status: 502, times: 4 });
    await expect(textChannel(client).send('x')).rejects.toMatchObject({ status: 502 });
    expect(discord.requests.filter(({ status }) => status === 502)).toHaveLength(4);
  });
});

describe('rate limits', () => {
  it('are kept by the client, which learns them in time', async () => {
    const discord = await start({ rateLimits: { messagesPerChannel: 2, messageWindowMs: 80 } });
    const client = await connect(discord);
    const startedAt = performance.now();
    await Promise.all(['1', '2', '3', '4', '5'].map((text) => textChannel(client).send(text)));
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(160);
    expect(discord.requests.some(({ status }) => status === 429)).toBe(false);
    expect(discord.messagesIn(GENERAL).map(({ content }) => content)).toEqual(['1', '2', '3', '4', '5']);
  });

  it('count messages by channel and all requests together, each in its window', () => {
    let now = 0;
    const limits = new RateLimits({ globalPerSecond: 8 }, () => now);
    const remaining = () => limits.take(GENERAL).headers['X-RateLimit-Remaining'];
    expect(Array.from({ length: 5 }, remaining)).toEqual(['4', '3', '2', '1', '0']);
    now = 100;
    expect(limits.take(GENERAL).refused).toMatchObject({
      status: 429,
      body: { retry_after: 4.9, global: false },
      headers: { 'Retry-After': '5', 'X-RateLimit-Scope': 'user' },
    });
    limits.take();
    limits.take();
    expect(limits.take().refused).toMatchObject({
      body: { retry_after: 0.9, global: true },
      headers: { 'X-RateLimit-Global': 'true' },
    });
    now = 5000;
    expect([limits.take().refused, limits.take(GENERAL).refused]).toEqual([undefined, undefined]);
  });
});

describe('the end', () => {
  it('ends every wait, and a request that is not known is a violation', async () => {
    const discord = await start();
    const client = await connect(discord);
    await expect(client.rest.get('/guilds/1/emojis')).rejects.toMatchObject({ status: 404 });
    expect(discord.violations).toEqual(['GET /guilds/1/emojis: the stand-in knows no such request']);
    const waiting = discord.identified(9);
    await stop();
    await expect(waiting).rejects.toThrow('the stand-in was closed');
  });
});
