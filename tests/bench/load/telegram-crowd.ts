// Many simulated people on Telegram: in groups they use the command and reply, in private they write, reply
// and press buttons.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Chat, Person, SentMessage, Telegram, TelegramOptions } from '../../stand-ins/telegram/index.ts';
import type { Kind } from './crowd.ts';

/** One request with its answer. */
export interface TelegramRequest {
  kind: Kind;
  where: 'group' | 'private';
  person: { id: string; name: string };
  /** Its question and the earlier ones that it follows up, oldest first. */
  questions: string[];
  /** The data of the pressed button. */
  action?: string;
  /**
   * Milliseconds until the first sign (typing or an answer), and until the answer; undefined where none
   * came.
   */
  firstMs?: number;
  fullMs?: number;
  shown?: { ids: string[]; introduction: string; actions: string[] };
}

export interface TelegramCrowd {
  people: number;
  groups: number;
  durationMs: number;
  /** Between the starts of two requests of one person. */
  paceMs: { min: number; max: number };
  /** The share of requests in the group. */
  inGroup: number;
  questions: { language: string; question: string }[];
}

const groupId = (number: number) => -(1001 + number);
const personOf = (number: number): Person => ({
  id: 5001 + number,
  first_name: `Person ${number}`,
  language_code: number % 2 === 0 ? 'zh-hans' : 'en',
});

/** The chats of a crowd: everybody is in one group and has a private chat with the bot. */
export const telegramWorldOf = ({ people, groups }: TelegramCrowd): TelegramOptions => ({
  people: Array.from({ length: people }, (_, i) => personOf(i)),
  chats: Array.from({ length: groups }, (_, group) => {
    const members = Array.from({ length: people }, (_, i) => i).filter((i) => i % groups === group);
    const [admin, ...others] = members.map(personOf);
    return { id: groupId(group), type: 'group', admins: [admin], members: others };
  }),
});

/** Longer than the minute for which a group's rate limit delays an answer. */
const ANSWER_LIMIT_MS = 75_000;
/** Time for further parts of the last answers. */
const SETTLING_MS = 1500;
const MAX_HISTORY = 3;
const FOLLOW_UPS: Record<string, string[]> = {
  zh: ['那存在哪些问题？', '下一步有什么打算？', '资金方面呢？'],
  en: ['And what are the problems?', 'What are the plans?', 'What about money?'],
};
/** In a command such a word is an option, so the core's answer to the question would be another one. */
const BARE_PERIOD = /(?:^|\s)(?:\d{4}|[QH][1-4])(?:\s|$)/i;
/** Weights in private chats; a kind that is not possible yet becomes a plain question. */
const HABITS: [Kind, number][] = [
  ['mention', 40],
  ['/ask', 15],
  ['reply', 15],
  ['part', 12],
  ['further', 12],
  ['turn', 6],
];

/** Runs a crowd against a connected bot; resolves when all requests have been answered or given up. */
export async function runTelegramCrowd(telegram: Telegram, crowd: TelegramCrowd): Promise<TelegramRequest[]> {
  const people = Array.from(
    { length: crowd.people },
    (_, number) => new SimulatedPerson(number, telegram, crowd),
  );
  await Promise.all(people.map((person) => person.stay()));
  await sleep(SETTLING_MS);
  return people.flatMap((person) => person.requests());
}

/** The answer that a reply or a press refers to. */
interface Answer {
  message: SentMessage;
  questions: string[];
  language: string;
}

interface PendingRequest {
  request: TelegramRequest;
  chat: Chat;
  at: number;
  /** The message that the answer replies to. */
  asked: SentMessage;
  answer?: SentMessage;
  /** A list as it was when it was paged; it may be paged again. */
  snapshot?: TelegramRequest['shown'];
}

class SimulatedPerson {
  private readonly person: Person;
  private readonly group: Chat;
  private readonly privateChat: Chat;
  private readonly telegram: Telegram;
  private readonly crowd: TelegramCrowd;
  private readonly random: () => number;
  private readonly pending: PendingRequest[] = [];
  private readonly answers = new Map<Chat, Answer>();
  private list: Answer | undefined;

  constructor(number: number, telegram: Telegram, crowd: TelegramCrowd) {
    this.person = personOf(number);
    this.group = telegram.chat(groupId(number % crowd.groups));
    this.privateChat = telegram.privateChat(this.person);
    this.telegram = telegram;
    this.crowd = crowd;
    this.random = randomOf(number + 1);
  }

  async stay(): Promise<void> {
    const { durationMs, paceMs } = this.crowd;
    const end = performance.now() + durationMs;
    let next = performance.now() + this.random() * paceMs.max;
    while (next < end) {
      await sleep(Math.max(0, next - performance.now()));
      next += paceMs.min + this.random() * (paceMs.max - paceMs.min);
      await this.act().catch(() => {}); // without an answer; the request records that
    }
  }

  /** All requests with their answers. */
  requests(): TelegramRequest[] {
    return this.pending.map(({ request, chat, at, asked, answer, snapshot }, i) => {
      if (!answer) return request;
      const until = this.pending.slice(i + 1).find((later) => later.asked === asked)?.answer?.id;
      const isClaimed = (message: SentMessage) =>
        message.author.is_bot === true &&
        message.replied === asked &&
        message.id >= answer.id &&
        (until === undefined || message.id < until);
      const parts = snapshot ? [] : this.telegram.messagesIn(chat).filter(isClaimed);
      const fullMs = (snapshot ? answer.edits[0].at : Math.max(...parts.map((part) => part.at))) - at;
      const answeredAt = snapshot ? answer.edits[0].at : answer.at;
      const typing = this.telegram.actions.find(
        (action) => action.chat === chat && action.at >= at && action.at < answeredAt,
      );
      return {
        ...request,
        firstMs: (typing?.at ?? answeredAt) - at,
        fullMs,
        shown: snapshot ?? shownIn(parts, 'original'),
      };
    });
  }

  private act(): Promise<void> {
    if (this.random() < this.crowd.inGroup)
      return this.answers.has(this.group) && this.random() < 0.3
        ? this.reply(this.group)
        : this.ask('/ask', this.group);
    const kind = this.pick();
    if (kind === 'mention' || kind === '/ask') return this.ask(kind, this.privateChat);
    return kind === 'reply' ? this.reply(this.privateChat) : this.press(kind);
  }

  private pick(): Kind {
    let left = this.random() * HABITS.reduce((sum, [, weight]) => sum + weight, 0);
    const [kind] = HABITS.find(([, weight]) => {
      left -= weight;
      return left < 0;
    }) ?? ['mention' as const];
    if (kind === 'reply') return this.answers.has(this.privateChat) ? kind : 'mention';
    return kind === 'mention' || kind === '/ask' || this.buttonFor(kind) ? kind : 'mention';
  }

  private buttonFor(kind: Kind): string | undefined {
    const { message } = (kind === 'turn' ? this.list : this.answers.get(this.privateChat)) ?? {};
    const pattern = { part: /^p\+/, further: /^l\+/, turn: /^l=[a-z0-9]+\.1~/ }[kind as 'part'];
    return message?.buttons.map(({ callback_data = '' }) => callback_data).find((data) => pattern.test(data));
  }

  private async ask(kind: 'mention' | '/ask', chat: Chat): Promise<void> {
    const questions = this.crowd.questions.filter(
      ({ question }) => kind !== '/ask' || !BARE_PERIOD.test(question),
    );
    const { question, language } = questions[Math.floor(this.random() * questions.length)];
    const command = chat === this.group ? `/ask@${this.telegram.bot.username}` : '/ask';
    const text = kind === '/ask' ? `${command} ${question}` : question;
    const earlier = chat === this.group ? [] : this.earlierIn(chat); // a private chat is one conversation
    await this.say(this.request(kind, chat, [...earlier, question]), chat, { text }, language);
  }

  private async reply(chat: Chat): Promise<void> {
    const { message, language } = this.answers.get(chat)!;
    const texts = FOLLOW_UPS[language] ?? FOLLOW_UPS.zh;
    const text = texts[Math.floor(this.random() * texts.length)];
    const request = this.request('reply', chat, [...this.earlierIn(chat), text]);
    await this.say(request, chat, { text, replyTo: message }, language);
  }

  /** The questions that the next one may follow up. */
  private earlierIn(chat: Chat): string[] {
    return this.answers.get(chat)?.questions.slice(-MAX_HISTORY) ?? [];
  }

  private async say(
    request: TelegramRequest,
    chat: Chat,
    saying: { text: string; replyTo?: SentMessage },
    language: string,
  ): Promise<void> {
    const result = this.telegram.say({ chat, person: this.person, ...saying });
    const done: PendingRequest = { request: request, chat, at: result.message.at, asked: result.message };
    this.pending.push(done);
    done.answer = await result.answered(1, ANSWER_LIMIT_MS);
    this.answers.set(chat, { message: done.answer, questions: request.questions, language });
  }

  private async press(kind: 'part' | 'further' | 'turn'): Promise<void> {
    const { telegram, person, privateChat: chat } = this;
    const { message, questions, language } = (kind === 'turn' ? this.list : this.answers.get(chat))!;
    const action = this.buttonFor(kind)!;
    const after = telegram.messagesIn(chat).at(-1);
    const done: PendingRequest = {
      request: { ...this.request(kind, chat, questions), action },
      chat,
      at: Date.now(),
      asked: message,
    };
    this.pending.push(done);
    telegram.press({ message, person, data: action });
    if (kind === 'turn') {
      this.list = undefined;
      done.answer = await message.edited(1, ANSWER_LIMIT_MS);
      done.snapshot = shownIn([done.answer], 'content');
      return;
    }
    done.answer = await telegram.nextMessage({ chat, after: after!, timeoutMs: ANSWER_LIMIT_MS });
    if (kind === 'further') this.list = { message: done.answer, questions, language };
  }

  private request(kind: Kind, chat: Chat, questions: string[]): TelegramRequest {
    const { id, first_name: name } = this.person;
    return {
      kind,
      where: chat === this.group ? 'group' : 'private',
      person: { id: String(id), name },
      questions,
    };
  }
}

/** What messages showed when they were sent, or show now after paging. */
function shownIn(parts: SentMessage[], when: 'original' | 'content'): NonNullable<TelegramRequest['shown']> {
  const contents = parts.map((part) => part[when]);
  const codes = contents.flatMap(({ text, entities }) =>
    entities
      .filter(({ type }) => type === 'code')
      .map(({ offset, length }) => text.slice(offset, offset + length)),
  );
  return {
    ids: codes.filter((id, i) => id !== codes[i - 1]), // a quote that is split over two parts has its id in both
    introduction: contents[0]?.text.split('\n\n')[0] ?? '',
    actions: contents.flatMap(
      ({ markup }) =>
        markup?.inline_keyboard?.flat().flatMap(({ callback_data }) => callback_data ?? []) ?? [],
    ),
  };
}

/** Numbers from 0 to 1 that depend only on the seed (mulberry32, Tommy Ettinger, public domain). */
function randomOf(seed: number): () => number {
  let state = (seed * 2_654_435_761) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
