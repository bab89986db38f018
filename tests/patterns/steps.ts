// How many steps a backtracking engine takes for a pattern on a text: the same figure on every machine, and growing as V8's time grows.
import type { Compiled, Step } from './program.ts';

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
