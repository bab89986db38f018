// Many places on both platforms, of every kind, each with a digest at some time of one day; some at the same minute, some not on that day.
import { nextDue, type Schedule, type Subscription } from '../../../src/digests/index.ts';
import { type Discord, type Person, startDiscord } from '../../stand-ins/discord/index.ts';
import { type ChatOptions, startTelegram, type Telegram } from '../../stand-ins/telegram/index.ts';
import { HOUR_MS } from '../digest-fixture.ts';
import type { Dice } from './dice.ts';

/** Midnight of a Monday in Shanghai. */
export const DAY_START: number = Date.parse('2026-11-22T16:00:00Z');
/** The last hour is for what is still on its way. */
export const DAY_MS: number = 22 * HOUR_MS;
export const DAY_END: number = DAY_START + 23 * HOUR_MS;

const ZONES = ['Asia/Shanghai', 'Europe/London', 'America/New_York', 'Australia/Lord_Howe'];
/** Many choose the same minute. */
const POPULAR = 0.3;
const POPULAR_TIMES = ['01:30', '05:00', '08:30', '18:00'];
/** Some are due on other days only. */
const NOT_TODAY = 0.04;

/** The two platforms with the same clock. */
export interface World {
  discord: Discord;
  telegram: Telegram;
  places: Place[];
}

export interface Place extends Pick<Subscription, 'place' | 'kind' | 'channel' | 'person'> {
  schedule: Schedule;
  /** The one instant of the day at which a digest is due; undefined where none is. */
  dueAt?: number;
  /** Keys of the bot's messages that stand there, oldest first. */
  messages(): string[];
}

type Spot = Omit<Place, 'schedule' | 'dueAt'>;

const EVERY_TENTH = 10;
const OWNER: Person = { id: '400000000000000001', name: 'Owner' };

/** Starts both stand-ins with so many places each; what is due on the day is due by `lastDue`. */
export async function startWorld(
  { count, lastDue }: { count: number; lastDue: number },
  now: () => number,
  dice: Dice,
): Promise<World> {
  const numbers = Array.from({ length: count }, (_, number) => number);
  const discord = await startDiscord({ now, guilds: [guildWith(numbers)] });
  const people = numbers.map((number) => ({ id: 5001 + number, first_name: `Person ${number}` }));
  const started = people.filter((_, number) => kindOf(number) === 'private');
  const telegram = await startTelegram({ now, chats: numbers.flatMap(chatFor), started });
  const spots = numbers.flatMap((number) => [
    spotOnDiscord(discord, number),
    spotOnTelegram(telegram, number),
  ]);
  return { discord, telegram, places: spots.map((spot) => ({ ...spot, ...timeFor(dice, lastDue) })) };
}

/** Of ten, one is a thread or topic, one a private chat, and one a channel, where there is something like it. */
function kindOf(number: number): 'group' | 'thread' | 'private' | 'channel' {
  const kinds = ['thread', 'private', 'channel'] as const;
  return kinds[number % EVERY_TENTH] ?? 'group';
}

const channelId = (number: number) => String(300_000_000_000_000_000n + BigInt(number));
const threadId = (number: number) => String(310_000_000_000_000_000n + BigInt(number));

const guildWith = (numbers: number[]) => ({
  id: '200000000000000001',
  owner: OWNER,
  channels: numbers.map((number) => ({
    id: channelId(number),
    threads: kindOf(number) === 'thread' ? [{ id: threadId(number) }] : [],
  })),
});

function spotOnDiscord(discord: Discord, number: number): Spot {
  const what = kindOf(number);
  const person = { id: String(400_000_000_000_000_100n + BigInt(number)), name: `Person ${number}` };
  const id = { thread: threadId, private: () => discord.directChannel(person).id }[what as string];
  const channel = (id ?? channelId)(number);
  const key = `discord:channel:${channel}`;
  return {
    place: key,
    kind: what === 'channel' ? 'group' : what,
    channel: what === 'thread' ? `discord:channel:${channelId(number)}` : key,
    ...(what === 'private' ? { person: `discord:user:${person.id}` } : {}),
    messages: () =>
      discord
        .messagesIn(channel)
        .filter(({ author }) => author.id === discord.bot.id)
        .map((message) => `discord:message:${message.id}`),
  };
}

const TOPIC = 7;
const SUPERGROUP = -1_000_000_000_000;

function chatIdOf(number: number): number {
  switch (kindOf(number)) {
    case 'private':
      return 5001 + number;
    case 'group':
      return -(1001 + number);
    default:
      return SUPERGROUP - number;
  }
}

function chatFor(number: number): ChatOptions[] {
  const id = chatIdOf(number);
  switch (kindOf(number)) {
    case 'private':
      return [];
    case 'group':
      return [{ id, type: 'group' }];
    case 'thread':
      return [{ id, type: 'supergroup', topics: [{ id: TOPIC, name: 'Topic' }] }];
    default:
      return [{ id, type: 'channel' }];
  }
}

function spotOnTelegram(telegram: Telegram, number: number): Spot {
  const chat = chatIdOf(number);
  const what = kindOf(number);
  const channel = `telegram:chat:${chat}`;
  return {
    place: what === 'thread' ? `${channel}:topic:${TOPIC}` : channel,
    kind: what === 'channel' ? 'group' : what,
    channel,
    ...(what === 'private' ? { person: `telegram:user:${chat}` } : {}),
    messages: () =>
      telegram
        .messagesIn(chat)
        .filter(({ author, service }) => author.id === telegram.bot.id && !service)
        .map(({ id }) => `telegram:message:${chat}:${id}`),
  };
}

function timeFor(dice: Dice, lastDue: number): Pick<Place, 'schedule' | 'dueAt'> {
  for (;;) {
    const minute = dice.below(24 * 60);
    const time = dice.hits(POPULAR)
      ? dice.pick(POPULAR_TIMES)
      : `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
    const days = dice.hits(NOT_TODAY) ? 'thu' : 'daily';
    const schedule: Schedule = { time, zone: dice.pick(ZONES), days };
    const { at } = nextDue(schedule, { after: DAY_START });
    if (at <= lastDue) return { schedule, dueAt: at };
    if (at > DAY_END) return { schedule };
  }
}
