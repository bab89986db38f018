// How many steps a backtracking engine takes for a pattern on a text: the same figure on every machine, and growing as V8's time grows.
import { type AST, RegExpParser } from '@eslint-community/regexpp';

/** One step of a compiled pattern; `to` and `or` are places in the program, `or` being tried when `to` leads nowhere. */
type Step =
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
  registers: number;
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
  const { program, registers } = writer;
  return { pattern, accepts, unicode, sticky: flags.includes('y'), program, registers };
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
  program: Step[] = [];
  registers = 0;
  readonly #flags: string;
  readonly #accepts: Compiled['accepts'];

  constructor(flags: string, accepts: Compiled['accepts']) {
    this.#flags = flags;
    this.#accepts = accepts;
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
    this.registers = Math.max(this.registers, register + 2);
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
    const register = LOOP_REGISTERS + begin;
    if (!single) this.program.push({ op: 'mark', register });
    this.element(element, backwards);
    if (!single) this.program.push({ op: 'moved', register });
    this.program.push({ op: 'jump', to: begin });
    fork[greedy ? 'or' : 'to'] = this.program.length;
  }

  assertion(element: AST.Assertion): void {
    if (element.kind === 'lookahead' || element.kind === 'lookbehind') {
      const writer = new Writer(this.#flags, this.#accepts);
      writer.alternatives(element.alternatives, element.kind === 'lookbehind');
      writer.program.push({ op: 'match' });
      this.registers = Math.max(this.registers, writer.registers);
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

/**
 * Steps that a search takes from every start through the whole text, going on behind each match as `matchAll`, `replace` and `split` do.
 * @param most gives up after so many
 */
export function stepsOf(compiled: Compiled, text: string, most: number): number {
  const run = new Run(compiled, text, most);
  for (let start = 0; start <= text.length && run.steps < most; ) {
    run.registers = [];
    const end = run.from(compiled.program, start);
    if (end === undefined && compiled.sticky) break;
    start = end === undefined || end <= start ? start + 1 : end;
  }
  return run.steps;
}

class Run {
  steps = 0;
  registers: number[] = [];
  readonly #unicode: boolean;
  readonly #text: string;
  readonly #most: number;

  constructor({ unicode }: Compiled, text: string, most: number) {
    this.#unicode = unicode;
    this.#text = text;
    this.#most = most;
  }

  /** Where a match that begins here ends. */
  from(program: Step[], start: number): number | undefined {
    /** Triples: a place in the program and one in the text, or -1 - register and its value before. */
    const open: number[] = [];
    let at: number | undefined = start;
    let next = 0;
    for (;;) {
      if (++this.steps > this.#most) return undefined;
      const step: Step = program[next];
      if (step.op === 'match') return at;
      if (step.op === 'fork') {
        const ahead = program[step.to];
        if (ahead.op === 'character' && !this.#reads(ahead, at as number)) next = step.or;
        else {
          open.push(step.or, at as number);
          next = step.to;
        }
        continue;
      }
      if (step.op === 'jump') {
        next = step.to;
        continue;
      }
      if (step.op === 'mark') {
        open.push(-1 - step.register, this.registers[step.register] ?? -1);
        this.registers[step.register] = at as number;
        next++;
        continue;
      }
      at = this.#pass(step, at as number);
      next++;
      if (at !== undefined) continue;
      const resumed = this.#resume(open);
      if (!resumed) return undefined;
      [next, at] = resumed;
    }
  }

  /** The last place where another way is open. */
  #resume(open: number[]): [next: number, at: number] | undefined {
    while (open.length > 0) {
      const value = open.pop() as number;
      const place = open.pop() as number;
      if (place >= 0) return [place, value];
      this.registers[-1 - place] = value;
    }
    return undefined;
  }

  /** Where the text goes on behind a step that reads or asserts; undefined where it fails. */
  #pass(step: Exclude<Step, { op: 'match' | 'fork' | 'jump' | 'mark' }>, at: number): number | undefined {
    switch (step.op) {
      case 'character': {
        const length = this.#reads(step, at);
        if (length === 0) return undefined;
        return step.backwards ? at - length : at + length;
      }
      case 'moved':
        return this.registers[step.register] === at ? undefined : at;
      case 'assert':
        return step.holds(this.#text, at) ? at : undefined;
      case 'look':
        return (this.from(step.program, at) === undefined) === step.negate ? at : undefined;
      case 'same':
        return this.#same(step.group, at, step.backwards);
    }
  }

  /** How many UTF-16 units the step reads here; 0 where it fails. */
  #reads({ accepts, backwards }: Extract<Step, { op: 'character' }>, at: number): number {
    const length = this.#lengthAt(at, backwards);
    const from = backwards ? at - length : at;
    return length > 0 && accepts(this.#text.slice(from, from + length)) ? length : 0;
  }

  #lengthAt(at: number, backwards: boolean): number {
    const left = backwards ? at : this.#text.length - at;
    if (left <= 0) return 0;
    if (!this.#unicode || left === 1) return 1;
    const pair = backwards ? this.#text.slice(at - 2, at) : this.#text.slice(at, at + 2);
    return /^[\ud800-\udbff][\udc00-\udfff]$/.test(pair) ? 2 : 1;
  }

  #same(group: number, at: number, backwards: boolean): number | undefined {
    const begin = this.registers[group] ?? -1;
    const end = this.registers[group + 1] ?? -1;
    const words = begin >= 0 && end >= 0 ? this.#text.slice(begin, end) : '';
    this.steps += words.length;
    const from = backwards ? at - words.length : at;
    if (from < 0 || !this.#text.startsWith(words, from)) return undefined;
    return backwards ? from : from + words.length;
  }
}
