// /unfollow: a topic is not followed any more.
import type { Topic } from '../../digests/index.ts';
import { normalise } from '../../language/index.ts';
import { TEXTS } from '../../message/index.ts';
import { type CommandContext, type CommandResult, defineCommand } from '../command.ts';
import { namedTopic } from '../topic.ts';
import { followingView } from '../views/following.ts';

const MAX_LENGTH = 200;

export const unfollow = defineCommand({
  name: 'unfollow',
  names: { en: 'unfollow', zh: '取消关注', 'zh-Hant': '取消關注' },
  summary: { en: 'Stop following a topic', zh: '不再关注一个主题', 'zh-Hant': '不再關注一個主題' },
  options: {
    topic: {
      names: { en: 'topic', zh: '主题', 'zh-Hant': '主題' },
      summary: {
        en: 'What is followed: its words or its number in /following',
        zh: '正在关注的主题，或它在 /following 里的编号',
        'zh-Hant': '正在關注的主題，或它在 /following 裡的編號',
      },
      required: true,
      suggests: 'topic',
      maxLength: MAX_LENGTH,
    },
  },
  right: 'digest-manager',
  anywhere: false,
  audience: 'everyone',
  async run({ topic: said }, context) {
    const { store, place, locale } = context;
    const topics = await store.digests.topics.list(place.id);
    const [meant, ...others] = meantBy(said, topics);
    if (meant && others.length === 0) return unfollowTopic(meant, context);
    if (meant) return { message: followingView(topics, context), locale }; // several are called so
    return {
      message: [
        { type: 'paragraph', text: TEXTS[locale].notFollowed(said) },
        ...(topics.length > 0 ? followingView(topics, context) : []),
      ],
      locale,
      forAsker: true,
      placeBound: true,
    };
  },
});

/** The topics that are called so: by their words, by their number, or by how they begin. */
function meantBy(said: string, topics: Topic[]): Topic[] {
  const plain = plainOf(said);
  const called = topics.filter(({ text }) => plainOf(text) === plain);
  if (called.length > 0) return called;
  const [, number] = /^(\d{1,2})\.?$/.exec(plain) ?? [];
  if (number) return topics.slice(Number(number) - 1, Number(number));
  return topics.filter(({ text }) => plainOf(text).startsWith(plain));
}

const plainOf = (text: string): string => normalise(text).replace(/\s+/g, ' ').trim();

/** Ends it and says so. */
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
