// /unfollow: a topic is not followed any more.
import type { Topic } from '../../digests/index.ts';
import { normalise } from '../../language/index.ts';
import { TEXTS } from '../../message/index.ts';
import { defineCommand, type Said, type Scene } from '../command.ts';
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
  right: 'keeper',
  anywhere: false,
  audience: 'everyone',
  async run({ topic: said }, scene) {
    const { store, place, locale } = scene;
    const topics = await store.digests.topics.list(place.id);
    const meant = meantBy(said, topics);
    if (meant) return unfollowTopic(meant, scene);
    return {
      message: [
        { type: 'paragraph', text: TEXTS[locale].notFollowed(said) },
        ...(topics.length > 0 ? followingView(topics, scene) : []),
      ],
      locale,
    };
  },
});

/** A topic by its number, by its words, or by their beginning where only one has it. */
function meantBy(said: string, topics: Topic[]): Topic | undefined {
  const plain = normalise(said).trim();
  const byText = topics.find(({ text }) => normalise(text).trim() === plain);
  if (byText) return byText;
  if (/^\d{1,2}$/.test(plain)) return topics[Number(plain) - 1];
  const begun = topics.filter(({ text }) => normalise(text).trim().startsWith(plain));
  return begun.length === 1 ? begun[0] : undefined;
}

/** Ends it and says so. */
export async function unfollowTopic(topic: Topic, { store, place, locale }: Scene): Promise<Said> {
  await store.digests.topics.remove(place.id, topic.id);
  return {
    message: [{ type: 'paragraph', text: TEXTS[locale].unfollowed(namedTopic(topic, locale)) }],
    locale,
  };
}
