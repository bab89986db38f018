// A bot with people in all places, after everything was used in the chats of each collection.
import type { Action } from '../../../src/chat/buttons/action.ts';
import { encodePress } from '../../../src/chat/buttons/press.ts';
import type { Place } from '../../../src/chat/index.ts';
import { previewDigest } from '../../../src/digests/index.ts';
import type { PassageIndex } from '../../../src/search/index.ts';
import type { FakeResponder } from '../fake-responder.ts';
import { quotesIn } from '../message-content.ts';
import { BEN, MANAGER, OWNER, World } from '../world.ts';
import { type Aim, ALPHA, BETA, FIRST, SECOND, THIRD } from './library.ts';
import type { Known } from './probes.ts';

/** The chat in which each collection is used. */
const HOME = new Map<Aim, Place>([
  [ALPHA, FIRST],
  [BETA, SECOND],
]);

/** The name of the collection beta in other characters. */
const BETA_AS_BOUND = 'ＢＥＴＡ夾　';

/** What remains in the chat of a collection. */
interface Traces {
  known: Known;
  /** Messages of the bot that answer a question there, or ask for an option. */
  messages: string[];
}

/** A made-up button. */
interface Pressing {
  verb: string;
  args: string[];
  effect: 'open' | 'turn';
}

export class UsedBot {
  readonly world: World;
  readonly traces = new Map<Aim, Traces>();

  private constructor(whole: PassageIndex) {
    this.world = new World(whole, { access: { open: true, ownerIds: [OWNER.id] } });
  }

  /** A bot over a whole library, with each collection used where it is read. */
  static async open(whole: PassageIndex): Promise<UsedBot> {
    const bot = new UsedBot(whole);
    const { collections } = bot.world.store;
    await collections.bind(ALPHA.collection, FIRST.within.channel);
    // beta was bound before its folder came, which is written a little differently
    await collections.bind(BETA_AS_BOUND, SECOND.within.channel);
    await collections.bind(BETA_AS_BOUND, THIRD.within.community ?? '');
    for (const [aim, place] of HOME) bot.traces.set(aim, await bot.use(aim, place));
    return bot;
  }

  /** Uses everything where a collection is read. */
  private async use(aim: Aim, place: Place): Promise<Traces> {
    const { world } = this;
    const by = { person: { ...BEN, manager: true }, place };
    const asked = await world.command('ask', { question: '有什么打算？', report: aim.title }, by);
    const lacking = await world.command('compare', { topic: aim.word, first: aim.agency }, by);
    const found = await world.command('search', { words: '档案' }, by);
    await world.command('follow', { topic: aim.word, agency: aim.agency }, by);
    const [topic] = await world.store.digests.topics.list(place.id);
    const known: Known = {
      ...aim,
      report: quotesIn(asked.message)[0].reportId,
      quote: quotesIn(asked.message)[0].id,
      passages: await this.list(
        'passages',
        quotesIn(found.message).map(({ id }) => id),
      ),
      reports: await this.list(
        'reports',
        world.index.reports.map(({ id }) => id),
      ),
      digest: await this.digest(place),
      topic: topic.id,
    };
    return { known, messages: [asked.key, lacking.key] };
  }

  private async list(kind: 'passages' | 'reports', ids: string[]): Promise<string> {
    await this.world.store.pagedLists.put(`l${kind}${ids.length}`, { kind, ids, words: [] }, this.world.now);
    return `l${kind}${ids.length}`;
  }

  /** A digest of the whole library, as if it had been written for a place. */
  private async digest(place: Place): Promise<string> {
    const { store, index, now } = this.world;
    const subscription = {
      ...place.within,
      place: place.id,
      kind: place.kind,
      locale: 'zh',
      since: 0,
    } as const;
    const begun = { ...subscription, silent: false, skipEmpty: false, newsSince: -1 };
    const known = index.reports.map(({ id }) => ({ fingerprint: id, identity: id, firstSeen: now }));
    await store.digests.reports.note(known);
    return (await previewDigest({ subscription: begun, locale: 'zh', store: store.digests, index, now }))
      .contentId;
  }

  leftBy(aim: Aim): Traces {
    const left = this.traces.get(aim);
    if (!left) throw new Error(`nobody was in the chat of ${aim.collection}`);
    return left;
  }

  async press({ verb, args, effect }: Pressing, place: Place, message?: string): Promise<FakeResponder> {
    const action = { verb, args } as unknown as Action;
    const data = encodePress({ action, effect, asker: await this.world.markOf(MANAGER) });
    return this.world.press(data, { person: MANAGER, place }, message);
  }
}

/** Everything that was sent, as it goes to an adapter, without the keys that the messages got. */
export const sentBy = ({ sent, dismissed }: FakeResponder): string =>
  JSON.stringify({ dismissed, sent: sent.map(({ keys: _, ...outgoing }) => outgoing) });
