// Discord's ids: a time and a counter, increasing. https://discord.com/developers/docs/reference#snowflakes

const EPOCH_MS = 1_420_070_400_000n;
const TIME_SHIFT = 22n;

export class Snowflakes {
  readonly #now: () => number;
  #last = 0n;

  constructor(now: () => number) {
    this.#now = now;
  }

  next(): string {
    const fresh = (BigInt(Math.floor(this.#now())) - EPOCH_MS) << TIME_SHIFT;
    this.#last = fresh > this.#last ? fresh : this.#last + 1n;
    return String(this.#last);
  }
}
