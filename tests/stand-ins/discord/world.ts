// People, guilds, channels, threads, direct messages, and permissions.
import { PermissionFlagsBits as Permission } from 'discord.js';
import { unknownChannel } from './refusal.ts';
import type { Snowflakes } from './snowflakes.ts';

export interface Person {
  id: string;
  name: string;
  /** What a person may in every guild beyond what everyone may. */
  permissions?: bigint;
  /** `en-US` where not given. */
  locale?: string;
}

/** An author of messages. */
export interface Author {
  id: string;
  name: string;
  bot?: boolean;
}

interface ThreadOptions {
  id: string;
  name?: string;
  private?: boolean;
}

export interface ChannelOptions {
  id: string;
  name?: string;
  /** What the bot may not do here although its role may. */
  botDenied?: bigint;
  threads?: ThreadOptions[];
}

export interface GuildOptions {
  id: string;
  name?: string;
  owner: Person;
  /** The guild's language, `en-US` where not given. */
  locale?: string;
  /** What the bot's role may beyond what everyone may. */
  botPermissions?: bigint;
  /** What everyone may: read, write, use commands where not given. */
  everyone?: bigint;
  channels?: ChannelOptions[];
}

export interface Role {
  id: string;
  name: string;
  permissions: bigint;
  /** The role that came with the bot. */
  ofBot?: boolean;
}

export interface Guild {
  id: string;
  name: string;
  owner: Person;
  locale: string;
  channels: Channel[];
  roles: Role[];
}

export interface Channel {
  id: string;
  name: string;
  /** `group` is a conversation that the bot is no part of: only commands that a person installed reach it. */
  kind: 'text' | 'thread' | 'private thread' | 'direct' | 'group';
  guild?: Guild;
  parent?: Channel;
  recipients: Person[];
  botDenied: bigint;
}

const EVERYONE =
  Permission.ViewChannel |
  Permission.SendMessages |
  Permission.SendMessagesInThreads |
  Permission.CreatePublicThreads |
  Permission.ReadMessageHistory |
  Permission.EmbedLinks |
  Permission.AttachFiles |
  Permission.AddReactions |
  Permission.UseApplicationCommands;
const ALL = Object.values(Permission).reduce((all, one) => all | one, 0n);

export const isThread = ({ kind }: Channel): boolean => kind === 'thread' || kind === 'private thread';

/** What the bot may do in a channel. */
export function botPermissions(channel: Channel): bigint {
  if (!channel.guild) return channel.kind === 'direct' ? EVERYONE : 0n;
  const granted = channel.guild.roles
    .filter((role) => role.ofBot || role.id === channel.guild?.id)
    .reduce((all, role) => all | role.permissions, 0n);
  if (granted & Permission.Administrator) return ALL;
  return granted & ~channel.botDenied & ~(channel.parent?.botDenied ?? 0n);
}

/** What a person may do in a guild. */
export function personPermissions(person: Person, guild: Guild): bigint {
  const everyone = guild.roles.find((role) => role.id === guild.id)?.permissions ?? 0n;
  const granted = everyone | (person.permissions ?? 0n);
  return guild.owner.id === person.id || granted & Permission.Administrator ? ALL : granted;
}

/** Whether the bot may post there. */
export function mayPost(channel: Channel): boolean {
  const wanted = isThread(channel) ? Permission.SendMessagesInThreads : Permission.SendMessages;
  return (botPermissions(channel) & wanted) !== 0n;
}

export class World {
  readonly bot: Author;
  readonly guilds = new Map<string, Guild>();
  readonly people = new Map<string, Author>();
  readonly #channels = new Map<string, Channel>();
  readonly #snowflakes: Snowflakes;

  constructor(bot: Author, guilds: readonly GuildOptions[], snowflakes: Snowflakes) {
    this.bot = bot;
    this.#snowflakes = snowflakes;
    this.people.set(bot.id, bot);
    for (const guild of guilds) this.#addGuild(guild);
  }

  #addGuild(options: GuildOptions): void {
    const { id, name = `Guild ${id}`, owner, locale = 'en-US' } = options;
    const roles: Role[] = [
      { id, name: '@everyone', permissions: options.everyone ?? EVERYONE },
      {
        id: this.#snowflakes.next(),
        name: this.bot.name,
        permissions: options.botPermissions ?? 0n,
        ofBot: true,
      },
    ];
    const guild: Guild = { id, name, owner, locale, roles, channels: [] };
    this.guilds.set(id, guild);
    this.meet(owner);
    for (const channel of options.channels ?? []) this.#addChannel(guild, channel);
  }

  #addChannel(
    guild: Guild,
    { id, name = `channel-${id}`, botDenied = 0n, threads = [] }: ChannelOptions,
  ): void {
    const parent: Channel = { id, name, kind: 'text', guild, recipients: [], botDenied };
    const children = threads.map(
      (thread): Channel => ({
        id: thread.id,
        name: thread.name ?? `thread-${thread.id}`,
        kind: thread.private ? 'private thread' : 'thread',
        guild,
        parent,
        recipients: [],
        botDenied: 0n,
      }),
    );
    for (const channel of [parent, ...children]) {
      this.#channels.set(channel.id, channel);
      guild.channels.push(channel);
    }
  }

  /** Makes a person known, so that mentions find them. */
  meet(person: Person): void {
    this.people.set(person.id, person);
  }

  /** The channel of an id; an unknown one is refused as Discord would. */
  channel(id: string): Channel {
    const channel = this.#channels.get(id);
    if (!channel) throw unknownChannel();
    return channel;
  }

  /** The conversation between a person and the bot, opened at its first use. */
  directChannel(person: Person): Channel {
    this.meet(person);
    const known = [...this.#channels.values()].find(
      ({ kind, recipients }) => kind === 'direct' && recipients[0]?.id === person.id,
    );
    return known ?? this.#open('direct', [person]);
  }

  /** A conversation among people that the bot is no part of. */
  groupChannel(people: readonly Person[]): Channel {
    for (const person of people) this.meet(person);
    return this.#open('group', [...people]);
  }

  #open(kind: 'direct' | 'group', recipients: Person[]): Channel {
    const channel: Channel = { id: this.#snowflakes.next(), name: '', kind, recipients, botDenied: 0n };
    this.#channels.set(channel.id, channel);
    return channel;
  }

  removeChannel(channel: Channel): void {
    this.#channels.delete(channel.id);
    if (channel.guild)
      channel.guild.channels = channel.guild.channels.filter((each) => each.id !== channel.id);
  }

  removeGuild(guild: Guild): void {
    this.guilds.delete(guild.id);
    for (const channel of guild.channels) this.#channels.delete(channel.id);
  }

  /** The roles of a person, and the one that had to be made for their permissions. */
  rolesOf(person: Person, guild: Guild): { roles: Role[]; made?: Role } {
    const { permissions } = person;
    if (!permissions) return { roles: [] };
    const known = guild.roles.find(
      (role) => role.permissions === permissions && !role.ofBot && role.id !== guild.id,
    );
    if (known) return { roles: [known] };
    const made: Role = { id: this.#snowflakes.next(), name: `role-${permissions}`, permissions };
    guild.roles.push(made);
    return { roles: [made], made };
  }
}
