// The topics that a place follows, with a choice to unfollow one.
import { MAX_TOPICS, type Topic } from '../../digests/index.ts';
import { type Message, TEXTS } from '../../message/index.ts';
import { ButtonMaker } from '../buttons/button-maker.ts';
import type { CommandContext } from '../command.ts';
import { namedTopic } from '../topic.ts';

export function followingView(topics: Topic[], { locale, mark, canManageDigests }: CommandContext): Message {
  const texts = TEXTS[locale];
  if (topics.length === 0) return [{ type: 'paragraph', text: texts.followsNothing() }];
  const maker = new ButtonMaker(mark);
  const names = topics.map((topic, i) => `${i + 1}. ${texts.followedTopic(namedTopic(topic, locale))}`);
  return [
    { type: 'heading', text: texts.followingHeading(topics.length, MAX_TOPICS) },
    { type: 'list', items: names },
    ...(canManageDigests
      ? ([
          {
            type: 'choice',
            prompt: texts.unfollowWhich(),
            options: topics.map(({ id }, i) => maker.turn(names[i], { verb: 'unfollow', args: [id] })),
          },
        ] satisfies Message)
      : []),
  ];
}
