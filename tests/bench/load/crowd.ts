// Many simulated people at once who mention the bot, use its command, reply to answers and press buttons, at
// a human pace.
import { setTimeout as sleep } from 'node:timers/promises';
import type {
  Discord,
  DiscordOptions,
  Interaction,
  Person,
  PersonMessage,
  SentMessage,
} from '../../stand-ins/discord/index.ts';

/** `further` opens the other passages under an answer, `turn` their second page. */
export type Kind = 'mention' | '/ask' | 'reply' | 'part' | 'further' | 'turn';

/** What a complete message shows. */
interface ShownContent {
  /** Texts in order. */
  texts: string[];
  /** Data of all buttons and menu options. */
  actions: string[];
}

/** One request with its answer. */
export interface CrowdRequest {
  kind: Kind;
  person: Person;
  /** Its question and the earlier ones that it follows up, oldest first. */
  questions: string[];
  /** The data of the pressed button. */
  action?: string;
  /**
   * Milliseconds until the first sign of an answer, and until the whole answer; undefined where none came.
   */
  firstMs?: number;
  fullMs?: number;
  shown?: ShownContent;
}

export interface CrowdOptions {
  people: number;
  channels: number;
  durationMs: number;
  /** Between the starts of two requests of one person. */
  paceMs: { min: number; max: number };
  questions: { language: string; question: string }[];
  /** Weights of a person's kinds of requests; a kind that is not possible yet becomes `/ask`. */
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

/** The guild and the people of a crowd. */
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

const ANSWER_LIMIT_MS = 20_000;
/** Time for further parts of the last answers. */
const SETTLING_MS = 500;
const MAX_HISTORY = 3;
/** The button under an answer that opens the form for a follow-up question. */
const FORM = /^n\+/;
const FOLLOW_UPS: Record<string, string[]> = {
  zh: ['那存在哪些问题？', '下一步有什么打算？', '资金方面呢？'],
  en: ['And what are the problems?', 'What are the plans?', 'What about money?'],
};

/** Runs a crowd against a connected bot; resolves when all requests have been answered or given up. */
export async function runCrowd(discord: Discord, options: CrowdOptions): Promise<CrowdRequest[]> {
  const people = Array.from(
    { length: options.people },
    (_, number) => new SimulatedPerson(number, discord, options),
  );
  await Promise.all(people.map((person) => person.stay()));
  await sleep(SETTLING_MS);
  return people.flatMap((person) => person.requests());
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

/** A request with the stand-in's record of its answer. */
interface PendingRequest {
  request: CrowdRequest;
  /** Milliseconds since 1970. */
  at: number;
  sent?: PersonMessage;
  interaction?: Interaction;
  /** The first answer as it came; a list may be paged later. */
  snapshot?: ShownContent;
}

/** The answer that a reply or a press refers to. */
interface Answer {
  message: SentMessage;
  questions: string[];
  language: string;
}

class SimulatedPerson {
  private readonly person: Person;
  private readonly channel: string;
  private readonly discord: Discord;
  private readonly options: CrowdOptions;
  private readonly habits: Partial<Record<Kind, number>>;
  private readonly random: () => number;
  private readonly pending: PendingRequest[] = [];
  private answer: Answer | undefined;
  private list: Answer | undefined;

  constructor(number: number, discord: Discord, options: CrowdOptions) {
    this.person = personOf(number);
    this.channel = channelId(number % options.channels);
    this.discord = discord;
    this.options = options;
    this.habits = options.habits(number);
    this.random = randomOf(number + 1);
  }

  async stay(): Promise<void> {
    const { durationMs, paceMs } = this.options;
    const end = performance.now() + durationMs;
    let next = performance.now() + this.random() * paceMs.max;
    while (next < end) {
      await sleep(Math.max(0, next - performance.now()));
      next += paceMs.min + this.random() * (paceMs.max - paceMs.min);
      await this.act().catch(() => {}); // without an answer; the request records that
    }
  }

  /** All requests with their answers. */
  requests(): CrowdRequest[] {
    return this.pending.map(({ request, at, sent: result, interaction, snapshot }) => {
      const further = result ? result.answers.slice(1) : (interaction?.followUps ?? []);
      const lastMs = Math.max(0, ...further.map((message) => message.at - at));
      const fullMs = result ? result.firstAnswerAfterMs : interaction?.settledAfterMs;
      const firstMs = result ? result.firstAnswerAfterMs : interaction?.callback?.afterMs;
      return {
        ...request,
        ...(firstMs === undefined ? {} : { firstMs }),
        ...(fullMs === undefined ? {} : { fullMs: Math.max(fullMs, lastMs) }),
        ...(snapshot ? { shown: [snapshot, ...further.map(shownIn)].reduce(joined) } : {}),
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
    let left = this.random() * entries.reduce((sum, [, weight]) => sum + weight, 0);
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
    return message && shownIn(message).actions.find((action) => pattern.test(action));
  }

  private async ask(kind: 'mention' | '/ask'): Promise<void> {
    const { questions } = this.options;
    const { question, language } = questions[Math.floor(this.random() * questions.length)];
    const { channel, person } = this;
    const request: CrowdRequest = { kind, person, questions: [question] };
    this.answer =
      kind === 'mention'
        ? await this.say(request, { text: question, mentionsBot: true }, language)
        : await this.use(
            request,
            this.discord.slash({ channel, person, name: 'ask', options: { question } }),
            language,
          );
  }

  private async reply(): Promise<void> {
    const { message, questions, language } = this.answer!;
    const texts = FOLLOW_UPS[language] ?? FOLLOW_UPS.zh;
    const text = texts[Math.floor(this.random() * texts.length)];
    const request: CrowdRequest = {
      kind: 'reply',
      person: this.person,
      questions: [...questions.slice(-MAX_HISTORY), text],
    };
    const form = shownIn(message).actions.find((action) => FORM.test(action));
    this.answer = form
      ? await this.use(request, await this.fillIn({ message, form, text }), language)
      : await this.say(request, { text, replyTo: message }, language);
  }

  /** Follows up the answer to a command, to which Discord delivers no replies. */
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
    const request: CrowdRequest = { kind, person, questions, action };
    const press = this.discord.press({ message, person, customId: action });
    const opened = await this.use(request, press, language);
    if (kind !== 'part') this.list = kind === 'further' ? { ...opened, questions } : undefined;
  }

  private async say(
    request: CrowdRequest,
    saying: { text: string; mentionsBot?: true; replyTo?: SentMessage },
    language: string,
  ): Promise<Answer> {
    const result = this.discord.say({ channel: this.channel, person: this.person, ...saying });
    const done: PendingRequest = { request: request, at: result.message.at, sent: result };
    this.pending.push(done);
    const message = await result.answered(1, ANSWER_LIMIT_MS);
    done.snapshot = shownIn(message);
    return { message, questions: request.questions, language };
  }

  private async use(request: CrowdRequest, interaction: Interaction, language: string): Promise<Answer> {
    const done: PendingRequest = { request: request, at: Date.now(), interaction };
    this.pending.push(done);
    const message = await interaction.settled(ANSWER_LIMIT_MS);
    done.snapshot = shownIn(message);
    return { message, questions: request.questions, language };
  }
}

function shownIn({ allComponents }: SentMessage): ShownContent {
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

const joined = (one: ShownContent, other: ShownContent): ShownContent => ({
  texts: [...one.texts, ...other.texts],
  actions: [...one.actions, ...other.actions],
});
