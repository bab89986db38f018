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

export class UnitTrie<Value> {
  readonly #root = newNode<Value>();

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

  /** Every phrase that begins at a place, with the number of its units, shorter ones first. */
  *from(units: readonly TrieUnit[], at: number): Generator<{ length: number; value: Value }> {
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
