// Remembers what was computed, the least recently used first forgotten, so that shared work is done once and memory stays flat.

export class LruCache<Value> {
  private readonly values = new Map<string, Value>();
  private readonly most: number;

  /** @param most so many values are kept */
  constructor(most: number) {
    this.most = most;
  }

  /** The value of a key, computed where it is not remembered. */
  get(key: string, compute: () => Value): Value {
    const known = this.values.has(key);
    const value = known ? (this.values.get(key) as Value) : compute();
    this.values.delete(key);
    this.values.set(key, value);
    if (!known && this.values.size > this.most)
      for (const oldest of this.values.keys()) {
        this.values.delete(oldest);
        break;
      }
    return value;
  }
}
