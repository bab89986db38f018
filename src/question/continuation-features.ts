// What is true of a question, by name: the features of the linear model for the continuation.
import { familiesOf, PART_GROUPS, type ReadParts, SHAPE_FAMILIES, weightOf } from './read-parts.ts';

/** For the continuation. */
export function continuationFeatures(read: ReadParts): string[] {
  const { normalised, spans, names, topic, period } = read;
  const groups = new Set(spans.map(({ group }) => group));
  const features = new Set<string>(['always']);
  const add = (name: string, is: boolean) => is && features.add(name);
  const weight = topic.reduce((sum, stretch) => sum + weightOf(stretch), 0);
  const asked = PART_GROUPS.some((part) => groups.has(part));
  add('points back', read.evidence.has('back'));
  add('pointer', read.evidence.has('pointer'));
  add('begins with and', /^(?:那|and\b|then\b|or\b|but\b|what about|how about|also\b)/.test(normalised));
  add('ends in 呢', /呢[\s?？。!！]*$/.test(normalised));
  add(
    'pronoun',
    /(?:它|他们|她|其中|这个|那个|这些|那些|该)/.test(normalised) ||
      /\b(?:it|its|they|them|their|those|these|that|he|she|his|her|him|this one)\b/.test(normalised),
  );
  add('no topic', weight === 0);
  add('short topic', weight > 0 && weight <= 3);
  add('long topic', weight > 8);
  add('no name', names.length === 0);
  add('name', names.length > 0);
  add('period', period !== null);
  add('part', asked);
  add('no name, no topic', names.length === 0 && weight === 0);
  add('no name, no topic, part', names.length === 0 && weight === 0 && asked);
  add('no name, short topic', names.length === 0 && weight > 0 && weight <= 4);
  add(
    'only a name',
    names.length > 0 &&
      weight === 0 &&
      !asked &&
      !familiesOf(groups).some((family) => SHAPE_FAMILIES.includes(family)),
  );
  add('only a period', names.length === 0 && weight === 0 && !asked && period !== null);
  add('name and part', names.length > 0 && asked);
  add('name and topic', names.length > 0 && weight > 0);
  add('authors asked', familiesOf(groups).includes('authors asked'));
  add('very short', normalised.length <= (/[\u3400-\u9fff]/.test(normalised) ? 7 : 18));
  add('long', normalised.length > (/[\u3400-\u9fff]/.test(normalised) ? 24 : 70));
  return [...features];
}
