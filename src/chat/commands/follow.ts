// /follow: new passages on a topic come with the digest, or at once.
import { MAX_TOPICS, type Topic, topicPreview } from '../../digests/index.ts';
import { type Message, TEXTS } from '../../message/index.ts';
import { type CommandContext, type CommandResult, defineCommand } from '../command.ts';
import { saveSubscription, subscriptionHere } from '../place-subscription.ts';
import { namedTopic, topicOf } from '../topic.ts';
import { AGENCY_OPTION, narrowed, PART_OPTION } from './options.ts';
import { refusal } from './refusal.ts';

const MAX_LENGTH = 200;

export const follow = defineCommand({
  name: 'follow',
  names: { en: 'follow', zh: '关注', 'zh-Hant': '關注' },
  summary: {
    en: 'Follow a topic or a question: what is new on it comes with the digest',
    zh: '关注一个主题或问题：有新内容就随简报发来',
    'zh-Hant': '關注一個主題或問題：有新內容就隨簡報發來',
  },
  options: {
    topic: {
      names: { en: 'topic', zh: '主题', 'zh-Hant': '主題' },
      summary: {
        en: 'Words or a whole question',
        zh: '几个词，或一个完整的问题',
        'zh-Hant': '幾個詞，或一個完整的問題',
      },
      required: true,
      maxLength: MAX_LENGTH,
    },
    agency: AGENCY_OPTION,
    part: PART_OPTION,
    when: {
      names: { en: 'when', zh: '何时', 'zh-Hant': '何時' },
      summary: {
        en: 'With the digest, or at once when a report is added',
        zh: '随简报发，或报告入库时立即发',
        'zh-Hant': '隨簡報發，或報告入庫時立即發',
      },
      choices: [
        { value: 'digest', labels: { en: 'with the digest', zh: '随简报', 'zh-Hant': '隨簡報' } },
        { value: 'at-once', labels: { en: 'at once', zh: '立即', 'zh-Hant': '立即' } },
      ],
    },
  },
  right: 'digest-manager',
  anywhere: false,
  audience: 'everyone',
  async run({ topic, agency, part, when }, context) {
    const found = agency === undefined ? undefined : narrowed({ agency }, context);
    if (found && !found.ok) return { ...found.result, forAsker: true };
    return followTopic(
      {
        text: topic,
        earlier: [],
        ...(agency ? { agency } : {}),
        ...(part ? { part } : {}),
        ...(when ? { atOnce: when === 'at-once' } : {}),
      },
      context,
    );
  },
});

/** What is to be followed; where nothing is said of when, it stays as it is. */
type Wanted = Omit<Topic, 'id' | 'place' | 'since' | 'atOnce'> & Partial<Pick<Topic, 'atOnce'>>;

/** Follows a topic in this place and shows what it finds at present. */
export async function followTopic(said: Wanted, context: CommandContext): Promise<CommandResult> {
  const { store, place, locale, now, canPost } = context;
  const texts = TEXTS[locale];
  const say = (message: Message): CommandResult => ({ message, locale });
  if (!canPost(place)) return refusal(texts.noDigestsHere(), context);
  const lacks = await context.lacks();
  if (lacks.length > 0) return refusal(texts.cannotPost(lacks), context);
  const wanted = topicOf({ ...said, atOnce: said.atOnce ?? false, place: place.id, since: now });
  const before = (await store.digests.topics.list(place.id)).find(({ id }) => id === wanted.id);
  const topic = before ? { ...before, atOnce: said.atOnce ?? before.atOnce } : wanted;
  const subscription = await subscriptionHere(context);
  const added = await store.digests.topics.add(topic, MAX_TOPICS);
  if (added === 'full') return refusal(texts.tooManyTopics(MAX_TOPICS), context);
  await saveSubscription(subscription, context);
  const count = (await store.digests.topics.list(place.id)).length;
  const named = namedTopic(topic, locale);
  const text = added === 'known' ? texts.followedAlready(named) : texts.followed(named, count, MAX_TOPICS);
  return say([
    { type: 'paragraph', text },
    ...closest(topic, context),
    ...(subscription.schedule || topic.atOnce
      ? []
      : [{ type: 'paragraph' as const, text: texts.followNeedsDigest() }]),
  ]);
}

/** So the asker sees that the topic was understood. */
function closest(topic: Topic, { index, locale }: CommandContext): Message {
  const texts = TEXTS[locale];
  const quote = topicPreview(topic, index);
  return quote
    ? [
        { type: 'paragraph', text: texts.foundNow() },
        { type: 'quote', quote },
      ]
    : [{ type: 'paragraph', text: texts.nothingYet() }];
}
