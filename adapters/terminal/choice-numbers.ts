// The numbers by which things in the terminal are chosen: an answer counts from 1, what comes of choosing counts on, and all of them hold
// until the next answer with something to choose.

/** Numbers have no more digits than a person types; then the count begins anew. */
const MOST = 999;

/** Something that can be chosen, with the message under which it stands. */
export interface Choosable {
  action: string;
  message: string;
}

export class Numbers {
  private readonly things: Choosable[] = [];
  private countsOn = false;

  /** The highest number that names something, 0 where none does. */
  get last(): number {
    return this.things.length;
  }

  /** From here on what is shown belongs to a new answer, or to what was chosen in the last one. */
  begin(what: 'answer' | 'choice'): void {
    this.countsOn = what === 'choice';
  }

  /** Numbers what can be chosen in a message; gives it by its numbers, from 1, with nothing where older numbers are. */
  add(actions: readonly string[], message: string): readonly string[] {
    if (actions.length === 0) return [];
    if (!this.countsOn || this.last + actions.length > MOST) this.things.length = 0;
    this.countsOn = true; // the parts of one answer share a count
    const older = this.things.map(() => '');
    this.things.push(...actions.map((action) => ({ action, message })));
    return [...older, ...actions];
  }

  /** What a number names. */
  at(number: number): Choosable | undefined {
    return this.things[number - 1];
  }
}
