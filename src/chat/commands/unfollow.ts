// /unfollow: stops following a topic.
import type { Topic } from '../../digests/index.ts';
import { normalise } from '../../language/index.ts';
import { TEXTS } from '../../message/index.ts';
import { type CommandContext, type CommandResult, defineCommand } from '../command.ts';
import { namedTopic } from '../topic.ts';
import { followingView } from '../views/following.ts';

const MAX_LENGTH = 200;

export const unfollow = defineCommand({
  name: 'unfollow',
  options: {
    topic: {
      required: true,
      suggests: 'topic',
      maxLength: MAX_LENGTH,
    },
  },
  right: 'digest-manager',
  anywhere: false,
  audience: 'everyone',
  async run({ topic: given }, context) {
    const { store, place, locale } = context;
    const topics = await store.digests.topics.list(place.id);
    const [match, ...others] = topicsNamed(given, topics);
    if (match && others.length === 0) return unfollowTopic(match, context);
    if (match) return { message: followingView(topics, context), locale }; // ambiguous
    return {
      message: [
        { type: 'paragraph', text: TEXTS[locale].notFollowed(given) },
        ...(topics.length > 0 ? followingView(topics, context) : []),
      ],
      locale,
      forAsker: true,
      placeBound: true,
    };
  },
});

/** Topics by their text, by their number, or by how they begin. */
function topicsNamed(text: string, topics: Topic[]): Topic[] {
  const plain = plainOf(text);
  const exact = topics.filter((topic) => plainOf(topic.text) === plain);
  if (exact.length > 0) return exact;
  const [, number] = /^(\d{1,2})\.?$/.exec(plain) ?? [];
  if (number) return topics.slice(Number(number) - 1, Number(number));
  return topics.filter((topic) => plainOf(topic.text).startsWith(plain));
}

const plainOf = (text: string): string => normalise(text).replace(/\s+/g, ' ').trim();

export async function unfollowTopic(
  topic: Topic,
  { store, place, locale }: CommandContext,
): Promise<CommandResult> {
  await store.digests.topics.remove(place.id, topic.id);
  return {
    message: [{ type: 'paragraph', text: TEXTS[locale].unfollowed(namedTopic(topic, locale)) }],
    locale,
  };
}
