// Many people on Telegram: in their groups they ask by command and reply to answers, in private they write, reply and press buttons.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Chat, Person, SentMessage, Telegram, TelegramOptions } from '../../stand-ins/telegram/index.ts';
import type { Kind } from './crowd.ts';

/** What a person did, and what came of it. */
export interface TelegramDeed {
  kind: Kind;
  where: 'group' | 'private';
  person: { id: string; name: string };
  /** The question behind it with those it goes on with, oldest first. */
  questions: string[];
  /** The data that was pressed. */
  action?: string;
  /** Milliseconds until the first sign (typing, or an answer), and until the answer; undefined where there was none. */
  firstMs?: number;
  fullMs?: number;
  seen?: { ids: string[]; introduction: string; actions: string[] };
}

export interface TelegramCrowd {
  people: number;
  groups: number;
  durationMs: number;
  /** Between the beginnings of what one person does. */
  paceMs: { least: number; most: number };
  /** The share of it that is done in the group. */
  inGroup: number;
  questions: { language: string; question: string }[];
}

const groupId = (number: number) => -(1001 + number);
const personOf = (number: number): Person => ({
  id: 5001 + number,
  first_name: `Person ${number}`,
  language_code: number % 2 === 0 ? 'zh-hans' : 'en',
});

/** The world of a crowd: everybody is in one group, and has a private chat with the bot. */
export const telegramWorldOf = ({ people, groups }: TelegramCrowd): TelegramOptions => ({
  people: Array.from({ length: people }, (_, i) => personOf(i)),
  chats: Array.from({ length: groups }, (_, group) => {
    const members = Array.from({ length: people }, (_, i) => i).filter((i) => i % groups === group);
    const [admin, ...others] = members.map(personOf);
    return { id: groupId(group), type: 'group', admins: [admin], members: others };
  }),
});

/** Longer than a group's minute. */
const PATIENCE_MS = 75_000;
/** For further parts of the last answers. */
const SETTLING_MS = 1500;
const MAX_HISTORY = 3;
const FOLLOW_UPS: Record<string, string[]> = {
  zh: ['那存在哪些问题？', '下一步有什么打算？', '资金方面呢？'],
  en: ['And what are the problems?', 'What are the plans?', 'What about money?'],
};
/** In a command such a word is an option, which makes it another question than the core is asked to compare. */
const BARE_PERIOD = /(?:^|\s)(?:\d{4}|[QH][1-4])(?:\s|$)/i;
/** How often in private; kinds that are not possible yet become plain words. */
const HABITS: [Kind, number][] = [
  ['mention', 40],
  ['/ask', 15],
  ['reply', 15],
  ['part', 12],
  ['further', 12],
  ['turn', 6],
];

/** Lets a crowd loose on a bot that is connected; resolves when everybody has had all answers. */
export async function letLooseOnTelegram(telegram: Telegram, crowd: TelegramCrowd): Promise<TelegramDeed[]> {
  const people = Array.from({ length: crowd.people }, (_, number) => new Visitor(number, telegram, crowd));
  await Promise.all(people.map((person) => person.stay()));
  await sleep(SETTLING_MS);
  return people.flatMap((person) => person.deeds());
}

/** An answer to go on from. */
interface Answer {
  message: SentMessage;
  questions: string[];
  language: string;
}

interface Done {
  deed: TelegramDeed;
  chat: Chat;
  at: number;
  /** What the answer's messages reply to. */
  asked: SentMessage;
  answer?: SentMessage;
  /** A list as it was when it was turned: it may be turned again. */
  snapshot?: TelegramDeed['seen'];
}

class Visitor {
  private readonly person: Person;
  private readonly group: Chat;
  private readonly privateChat: Chat;
  private readonly telegram: Telegram;
  private readonly crowd: TelegramCrowd;
  private readonly chance: () => number;
  private readonly done: Done[] = [];
  private readonly answers = new Map<Chat, Answer>();
  private list: Answer | undefined;

  constructor(number: number, telegram: Telegram, crowd: TelegramCrowd) {
    this.person = personOf(number);
    this.group = telegram.chat(groupId(number % crowd.groups));
    this.privateChat = telegram.privateChat(this.person);
    this.telegram = telegram;
    this.crowd = crowd;
    this.chance = chanceOf(number + 1);
  }

  async stay(): Promise<void> {
    const { durationMs, paceMs } = this.crowd;
    const end = performance.now() + durationMs;
    let next = performance.now() + this.chance() * paceMs.most;
    while (next < end) {
      await sleep(Math.max(0, next - performance.now()));
      next += paceMs.least + this.chance() * (paceMs.most - paceMs.least);
      await this.act().catch(() => {}); // no answer came; its deed says so
    }
  }

  /** What was done, with all that was answered. */
  deeds(): TelegramDeed[] {
    return this.done.map(({ deed, chat, at, asked, answer, snapshot }, i) => {
      if (!answer) return deed;
      const until = this.done.slice(i + 1).find((later) => later.asked === asked)?.answer?.id;
      const isOurs = (message: SentMessage) =>
        message.author.is_bot === true &&
        message.replied === asked &&
        message.id >= answer.id &&
        (until === undefined || message.id < until);
      const parts = snapshot ? [] : this.telegram.messagesIn(chat).filter(isOurs);
      const fullMs = (snapshot ? answer.edits[0].at : Math.max(...parts.map((part) => part.at))) - at;
      const answeredAt = snapshot ? answer.edits[0].at : answer.at;
      const typing = this.telegram.actions.find(
        (action) => action.chat === chat && action.at >= at && action.at < answeredAt,
      );
      return {
        ...deed,
        firstMs: (typing?.at ?? answeredAt) - at,
        fullMs,
        seen: snapshot ?? seenIn(parts, 'original'),
      };
    });
  }

  private act(): Promise<void> {
    if (this.chance() < this.crowd.inGroup)
      return this.answers.has(this.group) && this.chance() < 0.3
        ? this.reply(this.group)
        : this.ask('/ask', this.group);
    const kind = this.pick();
    if (kind === 'mention' || kind === '/ask') return this.ask(kind, this.privateChat);
    return kind === 'reply' ? this.reply(this.privateChat) : this.press(kind);
  }

  private pick(): Kind {
    let left = this.chance() * HABITS.reduce((sum, [, weight]) => sum + weight, 0);
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
    const { question, language } = questions[Math.floor(this.chance() * questions.length)];
    const command = chat === this.group ? `/ask@${this.telegram.bot.username}` : '/ask';
    const text = kind === '/ask' ? `${command} ${question}` : question;
    const earlier = chat === this.group ? [] : this.earlierIn(chat); // in private, one thing follows from another
    await this.say(this.deed(kind, chat, [...earlier, question]), chat, { text }, language);
  }

  private async reply(chat: Chat): Promise<void> {
    const { message, language } = this.answers.get(chat)!;
    const texts = FOLLOW_UPS[language] ?? FOLLOW_UPS.zh;
    const text = texts[Math.floor(this.chance() * texts.length)];
    const deed = this.deed('reply', chat, [...this.earlierIn(chat), text]);
    await this.say(deed, chat, { text, replyTo: message }, language);
  }

  /** The questions that the next one may go on with. */
  private earlierIn(chat: Chat): string[] {
    return this.answers.get(chat)?.questions.slice(-MAX_HISTORY) ?? [];
  }

  private async say(
    deed: TelegramDeed,
    chat: Chat,
    saying: { text: string; replyTo?: SentMessage },
    language: string,
  ): Promise<void> {
    const result = this.telegram.say({ chat, person: this.person, ...saying });
    const done: Done = { deed, chat, at: result.message.at, asked: result.message };
    this.done.push(done);
    done.answer = await result.answered(1, PATIENCE_MS);
    this.answers.set(chat, { message: done.answer, questions: deed.questions, language });
  }

  private async press(kind: 'part' | 'further' | 'turn'): Promise<void> {
    const { telegram, person, privateChat: chat } = this;
    const { message, questions, language } = (kind === 'turn' ? this.list : this.answers.get(chat))!;
    const action = this.buttonFor(kind)!;
    const after = telegram.messagesIn(chat).at(-1);
    const done: Done = {
      deed: { ...this.deed(kind, chat, questions), action },
      chat,
      at: Date.now(),
      asked: message,
    };
    this.done.push(done);
    telegram.press({ message, person, data: action });
    if (kind === 'turn') {
      this.list = undefined;
      done.answer = await message.edited(1, PATIENCE_MS);
      done.snapshot = seenIn([done.answer], 'content');
      return;
    }
    done.answer = await telegram.nextMessage({ chat, after: after!, timeoutMs: PATIENCE_MS });
    if (kind === 'further') this.list = { message: done.answer, questions, language };
  }

  private deed(kind: Kind, chat: Chat, questions: string[]): TelegramDeed {
    const { id, first_name: name } = this.person;
    return {
      kind,
      where: chat === this.group ? 'group' : 'private',
      person: { id: String(id), name },
      questions,
    };
  }
}

/** What messages showed when they were sent; or show now, after they were turned. */
function seenIn(parts: SentMessage[], when: 'original' | 'content'): NonNullable<TelegramDeed['seen']> {
  const contents = parts.map((part) => part[when]);
  const codes = contents.flatMap(({ text, entities }) =>
    entities
      .filter(({ type }) => type === 'code')
      .map(({ offset, length }) => text.slice(offset, offset + length)),
  );
  return {
    ids: codes.filter((id, i) => id !== codes[i - 1]), // a quote that goes on in the next part names itself again
    introduction: contents[0]?.text.split('\n\n')[0] ?? '',
    actions: contents.flatMap(
      ({ markup }) =>
        markup?.inline_keyboard?.flat().flatMap(({ callback_data }) => callback_data ?? []) ?? [],
    ),
  };
}

/** A source of chance that gives each person the same day every time. */
function chanceOf(seed: number): () => number {
  let state = (seed * 2_654_435_761) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
