// /following: what is followed here.
import { defineCommand } from '../command.ts';
import { followingView } from '../views/following.ts';

export const following = defineCommand({
  name: 'following',
  options: {},
  right: 'everyone',
  anywhere: false,
  audience: 'asker',
  async run(_, context) {
    const topics = await context.store.digests.topics.list(context.place.id);
    return { message: followingView(topics, context), locale: context.locale, placeBound: true };
  },
});
