// Many places with digests due in the same minute: on the stand-ins of both platforms and in the bot's store.
import {
  type DigestStore,
  dayIn,
  type Schedule,
  Selection,
  type Subscription,
  type TopicQuery,
  timeIn,
} from '../../../src/digests/index.ts';
import type { PassageIndex } from '../../../src/search/index.ts';
import type { Discord, DiscordOptions } from '../../stand-ins/discord/index.ts';
import type { Person, Telegram, TelegramOptions } from '../../stand-ins/telegram/index.ts';
import { topicsFor } from './digest-topics.ts';

export type Place = Pick<Subscription, 'place' | 'kind' | 'channel' | 'community' | 'person'>;

/** Every fifth place on Discord is a private chat; on Telegram every second one is. */
const DIRECT_EVERY = 5;
const CHANNELS_IN_GUILD = 8;
const HOST = { id: '400000000000900000', name: 'Host' };
const guildId = (number: number) => `2100000000000${String(number).padStart(5, '0')}`;
const channelId = (number: number) => `3100000000000${String(number).padStart(5, '0')}`;
const isDirect = (number: number) => number % DIRECT_EVERY === 0;

/** Adds the guilds of `count` places to a world. */
export function withGuilds(world: DiscordOptions, count: number): DiscordOptions {
  const channels = numbers(count).filter((number) => !isDirect(number));
  const guilds = numbers(Math.ceil(count / CHANNELS_IN_GUILD)).map((guild) => ({
    id: guildId(guild),
    owner: HOST,
    channels: channels
      .filter((number) => guildOf(number) === guild)
      .map((number) => ({ id: channelId(number) })),
  }));
  return { ...world, guilds: [...(world.guilds ?? []), ...guilds] };
}

const guildOf = (number: number): number => Math.floor(number / CHANNELS_IN_GUILD);

/** The places of such a world; opens the private chats. */
export function discordPlaces(discord: Discord, count: number): Place[] {
  return numbers(count).map((number): Place => {
    if (!isDirect(number)) {
      const place = `discord:channel:${channelId(number)}`;
      return { place, kind: 'group', channel: place, community: `discord:guild:${guildId(guildOf(number))}` };
    }
    const person = { id: `4100000000000${String(number).padStart(5, '0')}`, name: `Reader ${number}` };
    const { id } = discord.directChannel(person);
    const [place, channel] = [`discord:channel:${id}`, `discord:user:${person.id}`];
    return { place, kind: 'private', channel, person: `discord:${person.id}` };
  });
}

const FIRST_GROUP = 1_000_000;
const FIRST_READER = 10_000_000;
const isGroup = (number: number) => number % 2 === 0;
const readerOf = (number: number): Person => ({ id: FIRST_READER + number, first_name: `Reader ${number}` });

/** Adds the groups of `count` places to a world. */
export function withGroups(world: TelegramOptions, count: number): TelegramOptions {
  const groups = numbers(count)
    .filter(isGroup)
    .map((number) => ({ id: -(FIRST_GROUP + number), type: 'group' as const, admins: [readerOf(number)] }));
  return { ...world, chats: [...(world.chats ?? []), ...groups] };
}

/** The places of such a world; people have started the private chats. */
export function telegramPlaces(telegram: Telegram, count: number): Place[] {
  return numbers(count).map((number): Place => {
    if (isGroup(number)) {
      const place = `telegram:chat:${-(FIRST_GROUP + number)}`;
      return { place, kind: 'group', channel: place };
    }
    const reader = readerOf(number);
    telegram.privateChat(reader).bot = 'member';
    const place = `telegram:chat:${reader.id}`;
    return { place, kind: 'private', channel: place, person: `telegram:${reader.id}` };
  });
}

export interface SubscriptionPlan {
  places: Place[];
  topics: TopicQuery[];
  index: PassageIndex;
  /** A full minute, in milliseconds since 1970. */
  dueAt: number;
}

const ZONE = 'Asia/Shanghai';
const DAY_MS = 24 * 60 * 60 * 1000;
/** Reports that are new since yesterday. */
const NEWS = 2;
/** Every tenth place subscribed after the new reports came. */
const NEWCOMER_EVERY = 10;
/** Every seventh place follows no topic. */
const IDLE_EVERY = 7;

/** Subscribes all places in order, most of them to one to three topics. */
export async function subscribe(
  { places, topics, index, dueAt }: SubscriptionPlan,
  store: DigestStore,
): Promise<void> {
  const schedule: Schedule = { time: timeIn(ZONE, dueAt), zone: ZONE, days: 'daily' };
  const next = { at: dueAt, day: dayIn(ZONE, dueAt) };
  const known = new Selection(index).known(0);
  await store.reports.note(
    known.map((report, i) => ({ ...report, firstSeen: i < NEWS ? dueAt - DAY_MS / 2 : 0 })),
  );
  for (const [number, place] of places.entries()) {
    const since = number % NEWCOMER_EVERY === 0 ? dueAt - DAY_MS / 4 : dueAt - DAY_MS;
    await store.subscriptions.put({
      ...place,
      ...{ locale: number % 3 === 0 ? 'en' : 'zh', silent: number % 2 === 0, skipEmpty: false },
      ...{ since, newsSince: since, schedule, next },
    });
    if (number % IDLE_EVERY === 0) continue;
    for (const topic of topicsFor(number, place.place, topics, since)) await store.topics.add(topic, 20);
  }
}

const numbers = (count: number): number[] => [...Array(count).keys()];
