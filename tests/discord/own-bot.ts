// A bot of a test's own, where tests would be in each other's way: most of their time is spent waiting, so they run at once.
import { expect } from 'vitest';
import { TEXTS } from '../../src/message/index.ts';
import type {
  Channel,
  Discord,
  Interaction,
  Person,
  PersonMessage,
  SentMessage,
} from '../stand-ins/discord/index.ts';
import { type Bot, type BotOptions, GENERAL, MEI, startBot } from './bot.ts';
import { quotesIn } from './reading.ts';

export const PROBLEMS = '林业局2023年上半年存在哪些问题';

const ASK_ON = Object.values(TEXTS).map((texts) => texts.askOn());

export class OwnBot {
  readonly bot: Bot;
  readonly discord: Discord;

  private constructor(bot: Bot) {
    this.bot = bot;
    this.discord = bot.discord;
  }

  static async open(options?: BotOptions): Promise<OwnBot> {
    return new OwnBot(await startBot(options));
  }

  /** Mentions the bot. */
  say(text: string = PROBLEMS, person: Person = MEI, channel: Channel | string = GENERAL): PersonMessage {
    return this.discord.say({ channel, person, text, mentionsBot: true });
  }

  use(name: string, options = {}, person: Person = MEI, channel: Channel | string = GENERAL): Interaction {
    return this.discord.slash({ channel, person, name, options });
  }

  ask(person: Person = MEI, channel: Channel | string = GENERAL): Interaction {
    return this.use('ask', { question: PROBLEMS }, person, channel);
  }

  /** Follows up an answer by its button and the form that it opens. */
  async askOn(answer: SentMessage, text: string, person: Person = MEI): Promise<Interaction> {
    const button = answer.buttons.find(({ label = '' }) => ASK_ON.includes(label));
    const opened = this.discord.press({ message: answer, person, customId: button?.custom_id ?? '' });
    await opened.askedFor();
    return this.discord.submitModal({ interaction: opened, fields: { text } });
  }

  /** What the bot has said in a channel. */
  ofBot(channel: Channel | string = GENERAL): SentMessage[] {
    return this.discord.messagesIn(channel).filter(({ author }) => author.id === this.discord.bot.id);
  }

  /** Log lines of warnings and errors. */
  problems(): string[] {
    return [...this.bot.lines('warn'), ...this.bot.lines('error')];
  }

  /** The same person is answered again, when everything that was asked before has been dealt with. */
  async isWell(person: Person = MEI): Promise<void> {
    expect(quotesIn(this.bot.index, await this.ask(person).settled())).toHaveLength(4);
  }
}
