// Bounded waits without polling: a change wakes those who wait for its topic.

/** Long enough for a machine that does much else, short enough that a failing test names its reason before it times out itself. */
const WAIT_MS = 60_000;

interface Wait {
  look(): void;
  giveUp(reason: string): void;
}

/** Waits by topic, so that a change wakes only those whom it concerns. */
export class Waits {
  readonly #waiting = new Map<string, Set<Wait>>();

  changed(...topics: string[]): void {
    for (const topic of topics) for (const wait of [...(this.#waiting.get(topic) ?? [])]) wait.look();
  }

  /** What `find` returns once it is not undefined; it is asked at once and after each change of the topic. Rejects with the sentence after `timeoutMs`. */
  until<T>(topic: string, find: () => T | undefined, sentence: string, timeoutMs = WAIT_MS): Promise<T> {
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    const stop = () => {
      clearTimeout(timer);
      this.#waiting.get(topic)?.delete(wait);
    };
    const wait: Wait = {
      look: () => {
        try {
          const found = find();
          if (found === undefined) return;
          stop();
          resolve(found);
        } catch (error) {
          stop();
          reject(error);
        }
      },
      giveUp: (reason) => {
        stop();
        promise.catch(() => {}); // nobody may be listening any more when the stand-in closes
        reject(new Error(`${sentence}: ${reason}`));
      },
    };
    const timer = setTimeout(() => {
      stop();
      reject(new Error(`${sentence}: waited ${timeoutMs} ms in vain`));
    }, timeoutMs);
    const others = this.#waiting.get(topic) ?? new Set();
    this.#waiting.set(topic, others.add(wait));
    wait.look();
    return promise;
  }

  close(): void {
    for (const waits of this.#waiting.values())
      for (const wait of [...waits]) wait.giveUp('the stand-in was closed');
  }
}
