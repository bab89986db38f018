// Followed topics in memory.
import type { Topic, TopicStore } from '../../../digests/index.ts';
import type { Synchronous } from '../../asynchronous.ts';

/** By place and id. The number orders topics of the same millisecond, also after a move. */
export type Topics = Map<string, Map<string, { number: number; topic: Topic }>>;

export function topicsIn(byPlace: Topics, nextNumber: () => number): Synchronous<TopicStore> {
  const of = (place: string) => [...(byPlace.get(place)?.values() ?? [])];
  return {
    list: (place) =>
      of(place)
        .sort((one, other) => one.topic.since - other.topic.since || one.number - other.number)
        .map(({ topic }) => structuredClone(topic)),
    add(topic, max) {
      const here = byPlace.get(topic.place) ?? new Map();
      const earlier = here.get(topic.id);
      if (!earlier && here.size >= max) return 'full';
      const number = earlier?.number ?? nextNumber();
      here.set(topic.id, { number, topic: structuredClone(topic) });
      byPlace.set(topic.place, here);
      return earlier ? 'known' : 'added';
    },
    remove: (place, id) => byPlace.get(place)?.delete(id) ?? false,
    placesAtOnce: (after, limit) =>
      [...byPlace.keys()]
        .filter((place) => place > after && of(place).some(({ topic }) => topic.atOnce))
        .sort()
        .slice(0, limit),
  };
}

/** Moves the topics of a place; the new place keeps its own topic of the same id. */
export function moveTopics(byPlace: Topics, from: string, to: string): void {
  const moved = byPlace.get(from);
  if (!moved) return;
  byPlace.delete(from);
  const there = byPlace.get(to) ?? new Map();
  for (const [id, { number, topic }] of moved) {
    if (!there.has(id)) there.set(id, { number, topic: { ...topic, place: to } });
  }
  byPlace.set(to, there);
}
