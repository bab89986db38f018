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
  options: {
    topic: {
      required: true,
      maxLength: MAX_LENGTH,
    },
    agency: AGENCY_OPTION,
    part: PART_OPTION,
    when: {
      choices: ['digest', 'at-once'],
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

/** A topic to follow; without `atOnce` a topic that is followed already keeps its own. */
type NewTopic = Omit<Topic, 'id' | 'place' | 'since' | 'atOnce'> & Partial<Pick<Topic, 'atOnce'>>;

/** Follows a topic in this place and shows the closest passage at present. */
export async function followTopic(given: NewTopic, context: CommandContext): Promise<CommandResult> {
  const { store, place, locale, now, canPost } = context;
  const texts = TEXTS[locale];
  const reply = (message: Message): CommandResult => ({ message, locale });
  if (!canPost(place)) return refusal(texts.noDigestsHere(), context);
  const lacks = await context.lacks();
  if (lacks.length > 0) return refusal(texts.cannotPost(lacks), context);
  const wanted = topicOf({ ...given, atOnce: given.atOnce ?? false, place: place.id, since: now });
  const before = (await store.digests.topics.list(place.id)).find(({ id }) => id === wanted.id);
  const topic = before ? { ...before, atOnce: given.atOnce ?? before.atOnce } : wanted;
  const subscription = await subscriptionHere(context);
  const added = await store.digests.topics.add(topic, MAX_TOPICS);
  if (added === 'full') return refusal(texts.tooManyTopics(MAX_TOPICS), context);
  await saveSubscription(subscription, context);
  const count = (await store.digests.topics.list(place.id)).length;
  const named = namedTopic(topic, locale);
  const text = added === 'known' ? texts.followedAlready(named) : texts.followed(named, count, MAX_TOPICS);
  return reply([
    { type: 'paragraph', text },
    ...closest(topic, context),
    ...(subscription.schedule || topic.atOnce
      ? []
      : [{ type: 'paragraph' as const, text: texts.followNeedsDigest() }]),
  ]);
}

/** The closest passage, which shows whether the topic was understood. */
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
