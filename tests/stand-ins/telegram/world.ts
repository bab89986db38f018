// People, chats, topics, and the bot's membership.
import { badRequest, chatNotFound, forbidden, migrated } from './refusal.ts';

export interface Person {
  /** Positive, as are the ids of private chats. */
  id: number;
  first_name: string;
  last_name?: string;
  username?: string;
  /** An IETF tag like `zh-hans`; not every client sends it. */
  language_code?: string;
  is_bot?: boolean;
}

interface Topic {
  /** The id of the message that opened it, which is what `message_thread_id` means. */
  id: number;
  name: string;
}

/** What the bot is in a chat. In a private one, `left` is before the person's first message and `kicked` is blocked. */
export type Standing = 'administrator' | 'member' | 'left' | 'kicked';

export interface ChatOptions {
  /** Negative; supergroups and channels start with -100. */
  id: number;
  type: 'group' | 'supergroup' | 'channel';
  title?: string | undefined;
  /** Without `@`; makes the chat public. */
  username?: string;
  /** The first is the creator. */
  admins?: Person[];
  members?: Person[];
  /** Makes the supergroup a forum. */
  topics?: Topic[];
  /** `member` where not given, in channels `administrator`. */
  bot?: Standing;
}

export interface Chat {
  id: number;
  type: 'private' | 'group' | 'supergroup' | 'channel';
  title?: string | undefined;
  username?: string;
  /** The other side of a private chat. */
  person?: Person;
  admins: Person[];
  members: Person[];
  topics: Topic[];
  bot: Standing;
  /** The supergroup that this group has become. */
  movedTo?: number;
  /** The bot that spoke last, be it this one or another. */
  lastBot?: number;
  /** Among people only: the bot gets nothing of it except what is sent via it. */
  elsewhere?: boolean;
}

export const isGroup = ({ type }: Chat): boolean => type === 'group' || type === 'supergroup';

export class World {
  readonly bot: Person & { username: string };
  readonly people = new Map<number, Person>();
  readonly chats = new Map<number, Chat>();
  #elsewhere = 0;

  constructor(bot: Person & { username: string }, chats: readonly ChatOptions[], people: readonly Person[]) {
    this.bot = bot;
    for (const person of people) this.meet(person);
    for (const chat of chats) this.add(chat);
  }

  add(options: ChatOptions): Chat {
    const { admins = [], members = [], topics = [], type } = options;
    const chat: Chat = {
      ...options,
      title: options.title ?? `Chat ${options.id}`,
      bot: options.bot ?? (type === 'channel' ? 'administrator' : 'member'),
      admins: [...admins],
      members: [...members],
      topics: [...topics],
    };
    for (const person of [...admins, ...members]) this.meet(person);
    this.chats.set(chat.id, chat);
    return chat;
  }

  /** Makes a person known, so that the bot can ask about them. */
  meet(person: Person): void {
    this.people.set(person.id, person);
  }

  /** The conversation between a person and the bot. */
  privateChat(person: Person): Chat {
    this.meet(person);
    const known = this.chats.get(person.id);
    if (known) return known;
    const chat: Chat = {
      id: person.id,
      type: 'private',
      person,
      admins: [],
      members: [person],
      topics: [],
      bot: 'left',
    };
    this.chats.set(chat.id, chat);
    return chat;
  }

  /** A chat of people that the bot is not in. */
  elsewhere(person: Person): Chat {
    this.meet(person);
    this.#elsewhere -= 1;
    const id = this.#elsewhere;
    return {
      id,
      type: 'group',
      title: 'Elsewhere',
      admins: [],
      members: [person],
      topics: [],
      bot: 'left',
      elsewhere: true,
    };
  }

  /** The chat that a request names; refused as Telegram would where there is none. */
  find(id: number | string | undefined): Chat {
    if (id === undefined || id === '') throw badRequest('chat_id is empty');
    const chat =
      typeof id === 'string' && id.startsWith('@')
        ? [...this.chats.values()].find(
            ({ username }) => username?.toLowerCase() === id.slice(1).toLowerCase(),
          )
        : this.chats.get(Number(id));
    if (!chat) throw chatNotFound();
    return chat;
  }

  /** The chat that a request names, if the bot can see it. */
  readable(id: number | string | undefined): Chat {
    const chat = this.find(id);
    const kind = chat.type;
    if (kind === 'private') return chat;
    if (chat.movedTo !== undefined) throw migrated(chat.movedTo);
    if (chat.bot === 'kicked') throw forbidden(`bot was kicked from the ${kind} chat`);
    if (chat.bot === 'left') throw forbidden(`bot is not a member of the ${kind} chat`);
    return chat;
  }

  /** The chat that a request names, if the bot may write there. */
  writable(id: number | string | undefined): Chat {
    const chat = this.readable(id);
    if (chat.type === 'private' && chat.bot === 'kicked') throw forbidden('bot was blocked by the user');
    if (chat.type === 'private' && chat.bot === 'left')
      throw forbidden("bot can't initiate conversation with a user");
    if (chat.type === 'private' && chat.person?.is_bot) throw forbidden("bot can't send messages to bots");
    if (chat.type === 'channel' && chat.bot !== 'administrator')
      throw badRequest('need administrator rights in the channel chat');
    return chat;
  }
}
