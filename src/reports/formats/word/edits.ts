// Edits of a text, collected while it is parsed and applied at once.

interface Edit {
  start: number;
  end: number;
  words: string;
}

export class Edits {
  private edits: Edit[] = [];

  insert(at: number, words: string): void {
    this.edits.push({ start: at, end: at, words });
  }

  /** Replaces a span; edits inside of it are discarded. */
  replace(start: number, end: number, words = ''): void {
    if (end > start) this.edits.push({ start, end, words });
  }

  /** The position that `undoTo` takes. */
  get mark(): number {
    return this.edits.length;
  }

  undoTo(mark: number): void {
    this.edits.length = mark;
  }

  /** The edited text. Edits at one offset keep their order, insertions before replacements. */
  applyTo(text: string): string {
    const isInsertion = ({ start, end }: Edit) => Number(start === end);
    const ordered = this.edits
      .map((edit, order) => ({ ...edit, order }))
      .sort((a, b) => a.start - b.start || isInsertion(b) - isInsertion(a) || a.order - b.order);
    const parts: string[] = [];
    let at = 0;
    for (const { start, end, words } of ordered) {
      if (start < at) continue;
      parts.push(text.slice(at, start), words);
      at = end;
    }
    parts.push(text.slice(at));
    return parts.join('');
  }
}
