// Many people at once: they mention the bot, use its command, reply to its answers and press its buttons, each at a human pace.
import { setTimeout as sleep } from 'node:timers/promises';
import type {
  Discord,
  DiscordOptions,
  Interaction,
  Person,
  PersonMessage,
  SentMessage,
} from '../../stand-ins/discord/index.ts';

/** What somebody did. `further` opens the other passages under an answer, `turn` is their second page. */
export type Kind = 'mention' | '/ask' | 'reply' | 'part' | 'further' | 'turn';

/** What a message shows, taken when it was complete. */
export interface Seen {
  /** Texts in order. */
  texts: string[];
  /** Data of everything that can be pressed. */
  actions: string[];
}

/** Something that somebody did, and what came of it. */
export interface Deed {
  kind: Kind;
  person: Person;
  /** The question behind it with those it goes on with, oldest first. */
  questions: string[];
  /** The data that was pressed. */
  action?: string;
  /** Milliseconds until the first sign of an answer, and until all of it stood there; undefined where there was none. */
  firstMs?: number;
  fullMs?: number;
  seen?: Seen;
}

export interface CrowdOptions {
  people: number;
  channels: number;
  durationMs: number;
  /** Between the beginnings of what one person does. */
  paceMs: { least: number; most: number };
  questions: { language: string; question: string }[];
  /** How often a person does what; kinds that are not possible yet become `/ask`. */
  habits(person: number): Partial<Record<Kind, number>>;
}

const GUILD = '200000000000000001';
const MANAGER: Person = { id: '400000000000000000', name: 'Manager' };
const channelId = (number: number) => `3000000000000${String(number).padStart(5, '0')}`;
const personOf = (number: number): Person => ({
  id: `4000000000001${String(number).padStart(5, '0')}`,
  name: `Person ${number}`,
  locale: number % 2 === 0 ? 'zh-CN' : 'en-US',
});

/** The world of a crowd: one server. */
export const worldOf = ({ people, channels }: CrowdOptions): DiscordOptions => ({
  people: [MANAGER, ...Array.from({ length: people }, (_, i) => personOf(i))],
  guilds: [
    {
      id: GUILD,
      name: 'Town hall',
      owner: MANAGER,
      channels: Array.from({ length: channels }, (_, i) => ({ id: channelId(i), name: `channel-${i}` })),
    },
  ],
});

/** Longer than anybody waits. */
const PATIENCE_MS = 20_000;
/** For what comes after a first answer: further parts. */
const SETTLING_MS = 500;
const MAX_HISTORY = 3;
/** The button under an answer that asks on. */
const FORM = /^n\+/;
const FOLLOW_UPS: Record<string, string[]> = {
  zh: ['那存在哪些问题？', '下一步有什么打算？', '资金方面呢？'],
  en: ['And what are the problems?', 'What are the plans?', 'What about money?'],
};

/** Lets a crowd loose on a bot that is connected; resolves when everybody has had all answers. */
export async function letLoose(discord: Discord, options: CrowdOptions): Promise<Deed[]> {
  const people = Array.from({ length: options.people }, (_, number) => new Visitor(number, discord, options));
  await Promise.all(people.map((person) => person.stay()));
  await sleep(SETTLING_MS);
  return people.flatMap((person) => person.deeds());
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

/** Something done, with what tells of its answer. */
interface Done {
  deed: Deed;
  /** Milliseconds since 1970. */
  at: number;
  said?: PersonMessage;
  interaction?: Interaction;
  /** The first answer as it was when it came: a list is turned later on. */
  snapshot?: Seen;
}

/** An answer to go on from. */
interface Answer {
  message: SentMessage;
  questions: string[];
  language: string;
}

class Visitor {
  private readonly person: Person;
  private readonly channel: string;
  private readonly discord: Discord;
  private readonly options: CrowdOptions;
  private readonly habits: Partial<Record<Kind, number>>;
  private readonly chance: () => number;
  private readonly done: Done[] = [];
  private answer: Answer | undefined;
  private list: Answer | undefined;

  constructor(number: number, discord: Discord, options: CrowdOptions) {
    this.person = personOf(number);
    this.channel = channelId(number % options.channels);
    this.discord = discord;
    this.options = options;
    this.habits = options.habits(number);
    this.chance = chanceOf(number + 1);
  }

  async stay(): Promise<void> {
    const { durationMs, paceMs } = this.options;
    const end = performance.now() + durationMs;
    let next = performance.now() + this.chance() * paceMs.most;
    while (next < end) {
      await sleep(Math.max(0, next - performance.now()));
      next += paceMs.least + this.chance() * (paceMs.most - paceMs.least);
      await this.act().catch(() => {}); // no answer came; its deed says so
    }
  }

  /** What was done, with all that was answered. */
  deeds(): Deed[] {
    return this.done.map(({ deed, at, said: result, interaction, snapshot }) => {
      const further = result ? result.answers.slice(1) : (interaction?.followUps ?? []);
      const lastMs = Math.max(0, ...further.map((message) => message.at - at));
      const fullMs = result ? result.firstAnswerAfterMs : interaction?.settledAfterMs;
      const firstMs = result ? result.firstAnswerAfterMs : interaction?.callback?.afterMs;
      return {
        ...deed,
        ...(firstMs === undefined ? {} : { firstMs }),
        ...(fullMs === undefined ? {} : { fullMs: Math.max(fullMs, lastMs) }),
        ...(snapshot ? { seen: [snapshot, ...further.map(seenIn)].reduce(together) } : {}),
      };
    });
  }

  private act(): Promise<void> {
    const kind = this.pick();
    if (kind === 'mention' || kind === '/ask') return this.ask(kind);
    if (kind === 'reply') return this.reply();
    return this.press(kind);
  }

  private pick(): Kind {
    const entries = Object.entries(this.habits) as [Kind, number][];
    let left = this.chance() * entries.reduce((sum, [, weight]) => sum + weight, 0);
    const kind = entries.find(([, weight]) => {
      left -= weight;
      return left < 0;
    })?.[0];
    if (!kind || (kind === 'reply' && !this.answer)) return '/ask';
    const isPress = kind === 'part' || kind === 'further' || kind === 'turn';
    return isPress && !this.buttonFor(kind) ? '/ask' : kind;
  }

  private buttonFor(kind: Kind): string | undefined {
    const { message } = (kind === 'turn' ? this.list : this.answer) ?? {};
    const pattern = { part: /^p\+/, further: /^l\+/, turn: /^l=[a-z0-9]+\.1~/ }[kind as 'part'];
    return message && seenIn(message).actions.find((action) => pattern.test(action));
  }

  private async ask(kind: 'mention' | '/ask'): Promise<void> {
    const { questions } = this.options;
    const { question, language } = questions[Math.floor(this.chance() * questions.length)];
    const { channel, person } = this;
    const deed: Deed = { kind, person, questions: [question] };
    this.answer =
      kind === 'mention'
        ? await this.say(deed, { text: question, mentionsBot: true }, language)
        : await this.use(
            deed,
            this.discord.slash({ channel, person, name: 'ask', options: { question } }),
            language,
          );
  }

  private async reply(): Promise<void> {
    const { message, questions, language } = this.answer!;
    const texts = FOLLOW_UPS[language] ?? FOLLOW_UPS.zh;
    const text = texts[Math.floor(this.chance() * texts.length)];
    const deed: Deed = {
      kind: 'reply',
      person: this.person,
      questions: [...questions.slice(-MAX_HISTORY), text],
    };
    const form = seenIn(message).actions.find((action) => FORM.test(action));
    this.answer = form
      ? await this.use(deed, await this.fillIn({ message, form, text }), language)
      : await this.say(deed, { text, replyTo: message }, language);
  }

  /** Goes on from an answer to a command, to which Discord delivers no replies. */
  private async fillIn({ message, form, text }: { message: SentMessage; form: string; text: string }) {
    const opened = this.discord.press({ message, person: this.person, customId: form });
    await opened.askedFor();
    return this.discord.submitModal({ interaction: opened, fields: { text } });
  }

  private async press(kind: 'part' | 'further' | 'turn'): Promise<void> {
    const under = (kind === 'turn' ? this.list : this.answer)!;
    const { message, questions, language } = under;
    const action = this.buttonFor(kind)!;
    const { person } = this;
    const deed: Deed = { kind, person, questions, action };
    const press = this.discord.press({ message, person, customId: action });
    const opened = await this.use(deed, press, language);
    if (kind !== 'part') this.list = kind === 'further' ? { ...opened, questions } : undefined;
  }

  private async say(
    deed: Deed,
    saying: { text: string; mentionsBot?: true; replyTo?: SentMessage },
    language: string,
  ): Promise<Answer> {
    const result = this.discord.say({ channel: this.channel, person: this.person, ...saying });
    const done: Done = { deed, at: result.message.at, said: result };
    this.done.push(done);
    const message = await result.answered(1, PATIENCE_MS);
    done.snapshot = seenIn(message);
    return { message, questions: deed.questions, language };
  }

  private async use(deed: Deed, interaction: Interaction, language: string): Promise<Answer> {
    const done: Done = { deed, at: Date.now(), interaction };
    this.done.push(done);
    const message = await interaction.settled(PATIENCE_MS);
    done.snapshot = seenIn(message);
    return { message, questions: deed.questions, language };
  }
}

function seenIn({ allComponents }: SentMessage): Seen {
  return {
    texts: allComponents.flatMap(({ content }) => (content === undefined ? [] : [content])),
    actions: allComponents.flatMap(({ custom_id, options = [] }) =>
      options.length > 0
        ? options.map(({ value = '' }) => value)
        : custom_id === undefined
          ? []
          : [custom_id],
    ),
  };
}

const together = (one: Seen, other: Seen): Seen => ({
  texts: [...one.texts, ...other.texts],
  actions: [...one.actions, ...other.actions],
});
