// One thing at a time for each person; the next ones wait in line, and the line is only so long.

interface Line {
  /** Tasks behind the one that runs. */
  waiting: number;
  last: Promise<void>;
}

/** Runs the tasks of one key one after the other. */
export class KeyedQueue {
  private readonly lines = new Map<string, Line>();

  /** The result of the task once its turn has come, or undefined where more than `mostWaiting` tasks of the key would wait. */
  run<Result>(key: string, mostWaiting: number, task: () => Promise<Result>): Promise<Result> | undefined {
    const line = this.lines.get(key) ?? { waiting: -1, last: Promise.resolve() };
    if (line.waiting >= mostWaiting) return undefined;
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
