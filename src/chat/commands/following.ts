// /following: what is followed here.
import { defineCommand } from '../command.ts';
import { followingView } from '../views/following.ts';

export const following = defineCommand({
  name: 'following',
  names: { en: 'following', zh: '关注列表', 'zh-Hant': '關注清單' },
  summary: { en: 'What is followed here', zh: '这里关注了什么', 'zh-Hant': '這裡關注了什麼' },
  options: {},
  right: 'everyone',
  anywhere: false,
  audience: 'asker',
  async run(_, context) {
    const topics = await context.store.digests.topics.list(context.place.id);
    return { message: followingView(topics, context), locale: context.locale, placeBound: true };
  },
});
