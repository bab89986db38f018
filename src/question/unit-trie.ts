// Phrases as sequences of units, found in one walk from each place: linear in the question for phrases of bounded length.

/** `exact` is a second form under which phrases may hold it. */
interface TrieUnit {
  text: string;
  exact?: string;
}

interface Node<Value> {
  next: Map<string, Node<Value>>;
  values: Value[];
}
const newNode = <Value>(): Node<Value> => ({ next: new Map(), values: [] });

/** A phrase that is not yet in the trie, as it is written. */
interface Waiting<Value> {
  source: string;
  value: Value;
}

export class UnitTrie<Value> {
  readonly #root = newNode<Value>();
  readonly #waiting = new Map<string, Waiting<Value>[]>();
  readonly #formsOf: (source: string, value: Value) => Iterable<readonly string[]>;

  /** @param formsOf the forms, in units, of a phrase that was added for later */
  constructor(formsOf: (source: string, value: Value) => Iterable<readonly string[]> = () => []) {
    this.#formsOf = formsOf;
  }

  add(units: readonly string[], value: Value): void {
    if (units.length === 0) return;
    let node = this.#root;
    for (const unit of units) {
      const next = node.next.get(unit) ?? newNode<Value>();
      node.next.set(unit, next);
      node = next;
    }
    if (!node.values.includes(value)) node.values.push(value);
  }

  /**
   * Keeps a phrase until a unit with which it may begin is looked for: few of thousands ever are.
   * @param firsts units with which one of its forms may begin; more than there are do no harm
   */
  addLater(firsts: Iterable<string>, source: string, value: Value): void {
    for (const first of firsts) {
      const waiting = this.#waiting.get(first);
      if (waiting) waiting.push({ source, value });
      else this.#waiting.set(first, [{ source, value }]);
    }
  }

  /** Adds what waits for a first unit; each form in the turn of its own, so that the order of values stays. */
  #grow(first: string): void {
    const waiting = this.#waiting.get(first);
    if (!waiting) return;
    this.#waiting.delete(first);
    for (const { source, value } of waiting)
      for (const units of this.#formsOf(source, value)) if (units[0] === first) this.add(units, value);
  }

  /** Every phrase that begins at a place, with the number of its units, shorter ones first. */
  *from(units: readonly TrieUnit[], at: number): Generator<{ length: number; value: Value }> {
    if (at < units.length) {
      this.#grow(units[at].text);
      if (units[at].exact) this.#grow(units[at].exact);
    }
    let nodes = [this.#root];
    for (let i = at; i < units.length; i++) {
      const { text, exact } = units[i];
      const next: Node<Value>[] = [];
      for (const node of nodes) {
        const byText = node.next.get(text);
        if (byText) next.push(byText);
        const byExact = exact && node.next.get(exact);
        if (byExact) next.push(byExact);
      }
      if (next.length === 0) return;
      for (const { values } of next) for (const value of values) yield { length: i + 1 - at, value };
      nodes = next;
    }
  }

  longest(units: readonly TrieUnit[], at: number): { length: number; value: Value } | undefined {
    let longest: { length: number; value: Value } | undefined;
    for (const match of this.from(units, at)) longest = match;
    return longest;
  }
}
