// Texts that are hard for a pattern, made from the pattern itself: what leads to one of its loops, what that loop reads, many times, and
// something after which it fails.
import { type AST, type Compiled, isSingleCharacter, type SingleCharacter, visit } from './program.ts';

/** A text that can be made as long as is wanted: before, then the unit again and again, then after. */
export interface Pumped {
  before: string;
  unit: string;
  after: string;
}

export const pumpedText = ({ before, unit, after }: Pumped, length: number): string =>
  before + unit.repeat(Math.ceil(length / unit.length)) + after;

/** A loop of so many rounds is no danger by itself. */
const FEW_ROUNDS = 20;

/** Characters of each sort that patterns tell apart. */
const COMMON = [
  ...' \t\n\r\u3000\u2028\u200b\ufeff0a字，。.,:：;-_(（<"“/\\\u0301|#*=>[{\'`$&@^~',
  'Q',
  '🙂',
];
/** Stands in no pattern. */
const FOREIGN = '\ue000';

/** Loops of the pattern that have no end, or a distant one. */
function longLoops({ pattern }: Compiled): AST.Quantifier[] {
  const loops: AST.Quantifier[] = [];
  visit(pattern, (node) => {
    if (node.type === 'Quantifier' && node.max > FEW_ROUNDS) loops.push(node);
  });
  return loops;
}

/** So many of each: enough for every pattern that is known to be bad, few enough for some hundred patterns. */
const MAX_UNITS = 60;
const MAX_SORTS = 8;
const MAX_ROUNDS = 30;

export function pumpedTexts(compiled: Compiled): Pumped[] {
  const loops = longLoops(compiled);
  if (loops.length === 0) return [];
  const sorts = sortsOfCharacters(compiled, loops).slice(0, MAX_SORTS);
  const around = loops.flatMap((loop) => wordsAround(compiled, loop));
  const everywhere = [...sorts, ...around, ...pairs(sorts.slice(0, 4))].slice(0, MAX_UNITS);
  const units = new Map(['', FOREIGN].map((before) => [before, new Set(before ? sorts : everywhere)]));
  for (const loop of loops) {
    const before = leadingTo(compiled, loop);
    units.set(before, new Set([...(units.get(before) ?? []), ...unitsOf(compiled, loop, sorts)]));
  }
  const few = sorts.slice(0, 3);
  const afters = new Set(['', FOREIGN, '\n', ...few, ...few.map((sort) => sort + FOREIGN)]);
  return [...units].flatMap(([before, all]) =>
    [...all]
      .filter((unit) => unit !== '')
      .flatMap((unit) => [...afters].map((after): Pumped => ({ before, unit, after }))),
  );
}

/** What one loop reads: characters of each sort, and an example of every kind of round. */
function unitsOf(compiled: Compiled, loop: AST.Quantifier, sorts: string[]): string[] {
  const elements = singlesIn([loop]);
  const read = sorts.filter((sort) => elements.some((element) => compiled.accepts(element, sort)));
  const rounds = 'alternatives' in loop.element ? loop.element.alternatives : [loop.element];
  return [...read, ...rounds.slice(0, MAX_ROUNDS).map((round) => sample(compiled, round))];
}

const pairs = (all: string[]) => all.flatMap((a) => all.filter((b) => b !== a).map((b) => a + b));

/** Of the characters that the loops read, one of each sort that the pattern tells apart. */
function sortsOfCharacters({ pattern, accepts }: Compiled, loops: AST.Quantifier[]): string[] {
  const read = singlesIn(loops);
  const sets = singlesIn([pattern]).filter(({ type }) => type !== 'Character');
  const elements = new Map([...read, ...sets].map((element) => [element.raw, element]));
  const sorts = new Map<string, string>();
  for (const character of [...read.flatMap(charactersOf), ...COMMON, ...sets.flatMap(charactersOf)]) {
    if (!read.some((element) => accepts(element, character))) continue;
    const sort = [...elements.values()].map((element) => (accepts(element, character) ? 1 : 0)).join('');
    if (!sorts.has(sort)) sorts.set(sort, character);
  }
  return [...sorts.values()];
}

function singlesIn(nodes: AST.Node[]): SingleCharacter[] {
  const found = new Map<string, SingleCharacter>();
  for (const node of nodes)
    visit(node, (inner) => {
      if (isSingleCharacter(inner)) found.set(inner.raw, inner);
    });
  return [...found.values()];
}

/** Characters that an element names. */
function charactersOf(element: AST.Node): string[] {
  if (element.type === 'Character') return [String.fromCodePoint(element.value)];
  if (element.type === 'CharacterClassRange') return charactersOf(element.min);
  if (element.type === 'CharacterClass') return element.elements.flatMap((inner) => charactersOf(inner));
  return [];
}

/** Words that are read with a loop: it with its neighbours, and the neighbours alone, in every alternative that it is part of. */
function wordsAround(compiled: Compiled, loop: AST.Quantifier): string[] {
  const all = [leadingTo(compiled, loop) + sample(compiled, loop)];
  for (let node: AST.Node = loop; node.parent; node = node.parent)
    if (node.parent.type === 'Alternative') {
      const words = runsOf(node.parent.elements).map((run) =>
        run.map((element) => sample(compiled, element)).join(''),
      );
      for (let i = 0; i < words.length; i++)
        for (let j = words.length; j > i; j--) all.push(words.slice(i, j).join(''));
    }
  return all.filter((word) => word.length < 40).sort((a, b) => a.length - b.length);
}

/** Elements of a row, plain characters side by side taken as one word. */
function runsOf(elements: AST.Element[]): AST.Element[][] {
  const runs: AST.Element[][] = [];
  for (const element of elements) {
    const last = runs.at(-1);
    if (element.type === 'Character' && last?.[0].type === 'Character') last.push(element);
    else runs.push([element]);
  }
  return runs;
}

/** The shortest text, or nearly, that an element matches; what is optional is there once. */
function sample(compiled: Compiled, element: AST.Element | AST.Alternative): string {
  switch (element.type) {
    case 'Alternative':
      return element.elements.map((inner) => sample(compiled, inner)).join('');
    case 'Group':
    case 'CapturingGroup':
      return sample(compiled, element.alternatives[0]);
    case 'Quantifier':
      return sample(compiled, element.element).repeat(Math.max(1, element.min));
    case 'Character':
    case 'CharacterSet':
    case 'CharacterClass':
      return [...charactersOf(element), ...COMMON].find((one) => compiled.accepts(element, one)) ?? '';
    case 'Assertion':
      return 'alternatives' in element && !element.negate ? sample(compiled, element.alternatives[0]) : '';
    case 'Backreference':
      return sample(compiled, [element.resolved].flat()[0]);
    default:
      return '';
  }
}

/** A text that takes a search to just before a loop. */
function leadingTo(compiled: Compiled, loop: AST.Quantifier): string {
  let text = '';
  for (let node: AST.Node = loop; node.parent; node = node.parent)
    if (node.parent.type === 'Alternative') {
      const { elements } = node.parent;
      const before = elements.slice(0, elements.indexOf(node as AST.Element));
      text = before.map((element) => sample(compiled, element)).join('') + text;
    }
  return text;
}
