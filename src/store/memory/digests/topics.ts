// What places follow.
import type { Topic, TopicStore } from '../../../digests/index.ts';
import type { Synchronous } from '../../asynchronous.ts';

/** Topics by place and id. A number orders those of the same millisecond, also after a move. */
export type Topics = Map<string, Map<string, { number: number; topic: Topic }>>;

export function topicsIn(kept: Topics, numbered: () => number): Synchronous<TopicStore> {
  const of = (place: string) => [...(kept.get(place)?.values() ?? [])];
  return {
    list: (place) =>
      of(place)
        .sort((one, other) => one.topic.since - other.topic.since || one.number - other.number)
        .map(({ topic }) => structuredClone(topic)),
    add(topic, most) {
      const here = kept.get(topic.place) ?? new Map();
      const earlier = here.get(topic.id);
      if (!earlier && here.size >= most) return 'full';
      const number = earlier?.number ?? numbered();
      here.set(topic.id, { number, topic: structuredClone(topic) });
      kept.set(topic.place, here);
      return earlier ? 'known' : 'added';
    },
    remove: (place, id) => kept.get(place)?.delete(id) ?? false,
    placesAtOnce: (after, limit) =>
      [...kept.keys()]
        .filter((place) => place > after && of(place).some(({ topic }) => topic.atOnce))
        .sort()
        .slice(0, limit),
  };
}

/** Gives the topics of a place to another, which keeps its own of the same id. */
export function moveTopics(kept: Topics, from: string, to: string): void {
  const moved = kept.get(from);
  if (!moved) return;
  kept.delete(from);
  const there = kept.get(to) ?? new Map();
  for (const [id, { number, topic }] of moved) {
    if (!there.has(id)) there.set(id, { number, topic: { ...topic, place: to } });
  }
  kept.set(to, there);
}
