// What people do: write, edit, press, query inline, choose, send files. Only what Telegram's client would let them.
import { tell } from './delivery.ts';
import { marked, trimmed } from './formatted-text.ts';
import { INLINE, START_PARAMETER, TEXT } from './limits.ts';
import { contentOf } from './methods/queries.ts';
import { chatPayload, userPayload } from './payloads.ts';
import { PersonMessage } from './person-message.ts';
import { Guest, type InlineAnswer, InlineQuery, Press } from './queries.ts';
import type { Draft, SentMessage } from './sent-message.ts';
import type { Entity, InlineResult } from './shapes.ts';
import type { State } from './state.ts';
import type { Chat, Person } from './world.ts';

interface Word {
  /** The private chat with the bot where not given. */
  chat?: Chat | number;
  person: Person;
  replyTo?: SentMessage;
  /** The topic of a forum. */
  thread?: number;
}
export interface Saying extends Word {
  text: string;
  /** Commands and mentions are marked where not given. */
  entities?: Entity[];
}
export interface FileSending extends Word {
  name: string;
  content: string | Uint8Array;
  type?: string;
  caption?: string;
  /** What Telegram says of it, to pretend that it is big. */
  size?: number;
}
export interface Pressing {
  message: SentMessage;
  person: Person;
  /** The `callback_data` of the button. */
  data: string;
  /** The message is too old for Telegram to show it to the bot. */
  inaccessible?: boolean;
}
export interface InlineAsking {
  person: Person;
  query: string;
  /** What an earlier answer gave as `next_offset`. */
  offset?: string;
  chatType?: 'sender' | 'private' | 'group' | 'supergroup' | 'channel';
  timeoutMs?: number;
}
export interface Choosing {
  /** One of the results of an inline query. */
  result: InlineResult;
  /** A chat among people that the bot is not in where not given. */
  chat?: Chat | number;
}

export class People {
  readonly #state: State;

  constructor(state: State) {
    this.#state = state;
  }

  say({ text, entities, ...word }: Saying): PersonMessage {
    const content = trimmed({ text, entities: entities ?? marked(text) });
    if (content.text.length === 0 || content.text.length > TEXT.message)
      throw new Error(`Nobody can say ${content.text.length} characters at once`);
    return this.#speak(word, content);
  }

  sendFile({ name, content, type, caption = '', size, ...word }: FileSending): PersonMessage {
    const bytes = Buffer.from(content as Uint8Array);
    const document = this.#state.files.add({
      name,
      content: bytes,
      ...(type && { type }),
      ...(size && { size }),
    });
    return this.#speak(word, { text: caption, entities: marked(caption), document });
  }

  /** A person changes what they said. */
  edit({ message, text, entities }: { message: SentMessage; text: string; entities?: Entity[] }): void {
    const { messages, world } = this.#state;
    if (message.author.id === world.bot.id) throw new Error("People cannot edit the bot's messages");
    messages.edit(message, { ...message.content, ...trimmed({ text, entities: entities ?? marked(text) }) });
    tell(this.#state, message, true);
  }

  press({ message, person, data, inaccessible = false }: Pressing): Press {
    const { queries, updates, waits, world } = this.#state;
    if (message.deleted) throw new Error(`Message ${message.id} is no longer there`);
    if (!message.buttons.some((button) => button.callback_data === data))
      throw new Error(`Message ${message.id} has no button "${data}"`);
    world.meet(person);
    const press = new Press(queries.nextId(), person, message, data, waits);
    queries.presses.push(press);
    const { chat, id, inlineId } = message;
    const hidden = { chat: chatPayload(chat), message_id: id, date: 0 };
    updates.push(
      'callback_query',
      {
        id: press.id,
        from: userPayload(person),
        chat_instance: `instance-${chat.id}`,
        data,
        ...(inlineId
          ? { inline_message_id: inlineId }
          : { message: inaccessible ? hidden : message.payload() }),
      },
      chat.id,
    );
    return press;
  }

  /** Types after the bot's name in some chat; resolves with what is suggested. */
  inline({
    person,
    query,
    offset = '',
    chatType = 'sender',
    timeoutMs,
  }: InlineAsking): Promise<InlineAnswer> {
    const { queries, updates, waits, world } = this.#state;
    if (query.length > INLINE.query) throw new Error(`Nobody can ask ${query.length} characters inline`);
    world.meet(person);
    const asked = new InlineQuery(queries.nextId(), person, query, offset, waits);
    queries.inline.push(asked);
    const from = userPayload(person);
    updates.push('inline_query', { id: asked.id, from, query, offset, chat_type: chatType }, person.id);
    return asked.answered(timeoutMs);
  }

  /** Sends one of the results in the name of who asked. */
  choose({ result, chat: where }: Choosing): SentMessage {
    const { queries, updates, world, messages, inlineFeedback } = this.#state;
    const asked = queries.ofResult(result);
    if (!asked) throw new Error(`"${result.id}" is no result of an inline query`);
    const { person, query } = asked;
    const chat = where === undefined ? world.elsewhere(person) : this.#chat(where);
    const inlineId = result.reply_markup ? `inline-${queries.nextId()}` : undefined;
    const draft = { ...contentOf(result), chat, author: person, via: world.bot, inlineId };
    const message = messages.create(draft);
    tell(this.#state, message);
    if (inlineFeedback)
      updates.push(
        'chosen_inline_result',
        {
          result_id: result.id,
          from: userPayload(person),
          query,
          ...(inlineId && { inline_message_id: inlineId }),
        },
        person.id,
      );
    return message;
  }

  /** Opens the chat with the bot, by a link with `?start=` where there is a payload. */
  start({ person, payload }: { person: Person; payload?: string }): PersonMessage {
    if (payload !== undefined && !START_PARAMETER.test(payload))
      throw new Error(`No link can start the bot with "${payload}"`);
    return this.say({ person, text: payload === undefined ? '/start' : `/start ${payload}` });
  }

  /** Mentions the bot in a chat that it is not in; it may answer once. */
  guest({ person, text, replyTo }: { person: Person; text: string; replyTo?: SentMessage }): Guest {
    const { queries, updates, world, waits, messages } = this.#state;
    const chat = replyTo?.chat ?? world.elsewhere(person);
    const id = queries.nextId();
    const content = trimmed({ text, entities: marked(text) });
    const message = messages.create({ ...content, chat, author: person, replied: replyTo, guestQuery: id });
    const guest = new Guest(id, person, message, waits);
    queries.guests.push(guest);
    updates.push('guest_message', message.payload(), chat.id);
    return guest;
  }

  #speak(word: Word, content: Pick<Draft, 'text' | 'entities' | 'document'>): PersonMessage {
    const { world, messages, personMessages: result, waits } = this.#state;
    const { person, replyTo: replied, thread = replied?.thread } = word;
    world.meet(person);
    const chat = word.chat === undefined ? world.privateChat(person) : this.#chat(word.chat);
    this.#allow(chat, person, thread);
    const message = messages.create({
      ...content,
      chat,
      author: person,
      replied: replied ?? topicOf(),
      thread,
    });
    const saying = new PersonMessage(message, tell(this.#state, message), waits);
    result.push(saying);
    return saying;

    /** Everything in a topic that replies to nothing else counts as a reply to the message that opened it. */
    function topicOf(): SentMessage | undefined {
      return thread === undefined ? undefined : messages.find(chat, thread);
    }
  }

  /** What keeps a person from speaking there; in a private chat the first message lets the bot answer. */
  #allow(chat: Chat, person: Person, thread: number | undefined): void {
    if (chat.movedTo !== undefined) throw new Error(`Chat ${chat.id} has become ${chat.movedTo}`);
    if (thread !== undefined && !chat.topics.some(({ id }) => id === thread))
      throw new Error(`Chat ${chat.id} has no topic ${thread}`);
    if (chat.type !== 'private') join(chat, person);
    else if (chat.id !== person.id) throw new Error(`${person.first_name} is not in chat ${chat.id}`);
    else if (chat.bot === 'kicked') throw new Error(`${person.first_name} has blocked the bot`);
    else chat.bot = 'member';
  }

  #chat(chat: Chat | number): Chat {
    return typeof chat === 'number' ? this.#state.world.find(chat) : chat;
  }
}

/** Who speaks in a chat is a member of it. */
function join({ admins, members }: Chat, person: Person): void {
  if (![...admins, ...members].some(({ id }) => id === person.id)) members.push(person);
}
