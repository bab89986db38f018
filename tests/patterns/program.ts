// A pattern as a program for a backtracking engine, as V8's is. The only importer of regexpp.
import { type AST, RegExpParser } from '@eslint-community/regexpp';

export type { AST };

/** One step of a compiled pattern; `to` and `or` are places in the program, `or` being tried when `to` leads nowhere. */
export type Step =
  | { op: 'character'; accepts: (character: string) => boolean; backwards: boolean }
  | { op: 'fork'; to: number; or: number }
  | { op: 'jump'; to: number }
  | { op: 'mark'; register: number }
  /** Fails where nothing was read since the register was marked: an empty round of a loop. */
  | { op: 'moved'; register: number }
  | { op: 'assert'; holds: (text: string, at: number) => boolean }
  | { op: 'look'; program: Step[]; negate: boolean }
  | { op: 'same'; group: number; backwards: boolean }
  | { op: 'match' };

/** A pattern, read and compiled. */
export interface Compiled {
  pattern: AST.Pattern;
  /** Whether one character is a match of this element alone. */
  accepts: (element: SingleCharacter, character: string) => boolean;
  /** Whether it reads by code points, not by UTF-16 units. */
  unicode: boolean;
  sticky: boolean;
  program: Step[];
}

/** What reads exactly one character. */
export type SingleCharacter = AST.Character | AST.CharacterSet | AST.CharacterClass;

/** A loop of so many rounds is written out round by round. */
const MAX_WRITTEN_OUT = 2000;

export function compile(source: string, flags: string): Compiled {
  const unicode = /[uv]/.test(flags);
  const pattern = new RegExpParser({ ecmaVersion: 2025 }).parsePattern(source, 0, source.length, {
    unicode: flags.includes('u'),
    unicodeSets: flags.includes('v'),
  });
  const accepts = characterTest(flags.replace(/[gy]/g, ''));
  const writer = new Writer(flags, accepts);
  writer.alternatives(pattern.alternatives, false);
  writer.program.push({ op: 'match' });
  return { pattern, accepts, unicode, sticky: flags.includes('y'), program: writer.program };
}

/** Asks the engine itself, once for each element and character. */
function characterTest(flags: string): Compiled['accepts'] {
  const known = new Map<string, (character: string) => boolean>();
  return ({ raw }, character) => {
    const test = known.get(raw) ?? remembering(new RegExp(`^(?:${raw})$`, flags.replace('m', '')));
    known.set(raw, test);
    return test(character);
  };
}

function remembering(pattern: RegExp): (character: string) => boolean {
  const answers = new Map<string, boolean>();
  return (character) => {
    const known = answers.get(character);
    if (known !== undefined) return known;
    const answer = pattern.test(character);
    answers.set(character, answer);
    return answer;
  };
}

class Writer {
  readonly program: Step[] = [];
  readonly #flags: string;
  readonly #accepts: Compiled['accepts'];
  readonly #loops: { count: number };

  /** @param loops numbered through, those of what is looked ahead at too */
  constructor(flags: string, accepts: Compiled['accepts'], loops = { count: 0 }) {
    this.#flags = flags;
    this.#accepts = accepts;
    this.#loops = loops;
  }

  alternatives(all: AST.Alternative[], backwards: boolean): void {
    const exits: { op: 'jump'; to: number }[] = [];
    all.forEach((alternative, i) => {
      const last = i === all.length - 1;
      const fork = { op: 'fork' as const, to: this.program.length + 1, or: 0 };
      if (!last) this.program.push(fork);
      const elements = backwards ? alternative.elements.toReversed() : alternative.elements;
      for (const element of elements) this.element(element, backwards);
      if (last) return;
      const exit = { op: 'jump' as const, to: 0 };
      exits.push(exit);
      this.program.push(exit);
      fork.or = this.program.length;
    });
    for (const exit of exits) exit.to = this.program.length;
  }

  element(element: AST.Element, backwards: boolean): void {
    switch (element.type) {
      case 'Character':
      case 'CharacterSet':
      case 'CharacterClass': {
        const accepts = (character: string) => this.#accepts(element, character);
        this.program.push({ op: 'character', accepts, backwards });
        return;
      }
      case 'Group':
        if (element.modifiers) throw new Error(`flags within a pattern are not counted: ${element.raw}`);
        this.alternatives(element.alternatives, backwards);
        return;
      case 'CapturingGroup':
        this.group(element, backwards);
        return;
      case 'Quantifier':
        this.loop(element, backwards);
        return;
      case 'Assertion':
        this.assertion(element);
        return;
      case 'Backreference': {
        const group = [element.resolved].flat()[0];
        this.program.push({ op: 'same', group: 2 * numberOf(group), backwards });
        return;
      }
      default:
        throw new Error(`this is not counted yet: ${element.raw}`);
    }
  }

  group(element: AST.CapturingGroup, backwards: boolean): void {
    const register = 2 * numberOf(element);
    this.program.push({ op: 'mark', register: backwards ? register + 1 : register });
    this.alternatives(element.alternatives, backwards);
    this.program.push({ op: 'mark', register: backwards ? register : register + 1 });
  }

  loop({ element, min, max, greedy }: AST.Quantifier, backwards: boolean): void {
    for (let round = 0; round < min; round++) this.element(element, backwards);
    if (max === Number.POSITIVE_INFINITY) {
      this.endless(element, greedy, backwards);
      return;
    }
    if (max > MAX_WRITTEN_OUT) throw new Error(`a loop of ${max} rounds is too long to count`);
    const forks: { fork: { op: 'fork'; to: number; or: number } }[] = [];
    for (let round = min; round < max; round++) {
      const fork = { op: 'fork' as const, to: 0, or: 0 };
      forks.push({ fork });
      this.program.push(fork);
      fork[greedy ? 'to' : 'or'] = this.program.length;
      this.element(element, backwards);
    }
    for (const { fork } of forks) fork[greedy ? 'or' : 'to'] = this.program.length;
  }

  endless(element: AST.QuantifiableElement, greedy: boolean, backwards: boolean): void {
    const fork = { op: 'fork' as const, to: 0, or: 0 };
    const begin = this.program.push(fork) - 1;
    fork[greedy ? 'to' : 'or'] = this.program.length;
    const single = isSingleCharacter(element);
    // Numbers above those of the groups: a group's number is not known before the whole pattern is written.
    const register = LOOP_REGISTERS + this.#loops.count++;
    if (!single) this.program.push({ op: 'mark', register });
    this.element(element, backwards);
    if (!single) this.program.push({ op: 'moved', register });
    this.program.push({ op: 'jump', to: begin });
    fork[greedy ? 'or' : 'to'] = this.program.length;
  }

  assertion(element: AST.Assertion): void {
    if (element.kind === 'lookahead' || element.kind === 'lookbehind') {
      const writer = new Writer(this.#flags, this.#accepts, this.#loops);
      writer.alternatives(element.alternatives, element.kind === 'lookbehind');
      writer.program.push({ op: 'match' });
      this.program.push({ op: 'look', program: writer.program, negate: element.negate });
      return;
    }
    const probe = new RegExp(element.raw, `${this.#flags.replace(/[gy]/g, '')}y`);
    const holds = (text: string, at: number) => {
      probe.lastIndex = at;
      return probe.test(text);
    };
    this.program.push({ op: 'assert', holds });
  }
}

const LOOP_REGISTERS = 1000;

export const isSingleCharacter = (element: AST.Node): element is SingleCharacter =>
  element.type === 'Character' || element.type === 'CharacterSet' || element.type === 'CharacterClass';

/** Which group it is, counted from 1 in the order of the opening brackets. */
function numberOf(group: AST.CapturingGroup): number {
  let root: AST.Node = group;
  while (root.parent) root = root.parent;
  const all: AST.CapturingGroup[] = [];
  visit(root, (node) => {
    if (node.type === 'CapturingGroup') all.push(node);
  });
  return all.indexOf(group) + 1;
}

/** Every node of a pattern, the outer before the inner. */
export function visit(node: AST.Node, each: (node: AST.Node) => void): void {
  each(node);
  if ('alternatives' in node) for (const inner of node.alternatives) visit(inner, each);
  else if (node.type === 'Quantifier') visit(node.element, each);
  else if (node.type === 'Alternative') for (const inner of node.elements) visit(inner, each);
}
