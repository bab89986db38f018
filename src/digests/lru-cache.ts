// An LRU cache of computed values: shared work is done once, and memory is bounded.

export class LruCache<Value> {
  private readonly values = new Map<string, Value>();
  private readonly max: number;

  /** @param max values that are kept */
  constructor(max: number) {
    this.max = max;
  }

  /** The value of a key, computed where it is not cached. */
  get(key: string, compute: () => Value): Value {
    const known = this.values.has(key);
    const value = known ? (this.values.get(key) as Value) : compute();
    this.values.delete(key);
    this.values.set(key, value);
    if (!known && this.values.size > this.max)
      for (const oldest of this.values.keys()) {
        this.values.delete(oldest);
        break;
      }
    return value;
  }
}
