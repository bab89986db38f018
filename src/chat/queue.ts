// One thing at a time for each person; the next ones wait in line, and the line is short.

interface Line {
  /** Tasks behind the one that runs. */
  waiting: number;
  last: Promise<void>;
}

/** Runs the tasks of one key one after the other. */
export class Queue {
  private readonly lines = new Map<string, Line>();
  private readonly mostWaiting: number;

  constructor(mostWaiting: number) {
    this.mostWaiting = mostWaiting;
  }

  /** The result of the task once its turn has come, or undefined where the line is full. */
  run<Result>(key: string, task: () => Promise<Result>): Promise<Result> | undefined {
    const line = this.lines.get(key) ?? { waiting: -1, last: Promise.resolve() };
    if (line.waiting >= this.mostWaiting) return undefined;
    line.waiting++;
    const result = line.last.then(task);
    const last: Promise<void> = result.then(
      () => this.leave(key, line, last),
      () => this.leave(key, line, last),
    );
    line.last = last;
    this.lines.set(key, line);
    return result;
  }

  private leave(key: string, line: Line, done: Promise<void>): void {
    line.waiting--;
    if (line.last === done) this.lines.delete(key);
  }
}
