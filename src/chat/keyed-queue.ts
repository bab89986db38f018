// Runs the tasks of each key one after the other; the number of waiting ones is limited.

interface Tail {
  /** Tasks behind the running one. */
  waiting: number;
  last: Promise<void>;
}

export class KeyedQueue {
  private readonly tails = new Map<string, Tail>();

  /** The task's result; undefined where more than `maxWaiting` tasks of the key would wait. */
  run<Result>(key: string, maxWaiting: number, task: () => Promise<Result>): Promise<Result> | undefined {
    const tail = this.tails.get(key) ?? { waiting: -1, last: Promise.resolve() };
    if (tail.waiting >= maxWaiting) return undefined;
    tail.waiting++;
    const result = tail.last.then(task);
    const last: Promise<void> = result.then(
      () => this.leave(key, tail, last),
      () => this.leave(key, tail, last),
    );
    tail.last = last;
    this.tails.set(key, tail);
    return result;
  }

  private leave(key: string, tail: Tail, done: Promise<void>): void {
    tail.waiting--;
    if (tail.last === done) this.tails.delete(key);
  }
}
