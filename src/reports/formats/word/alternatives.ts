// Content that a document holds twice, for newer and older programs (mc:AlternateContent). mammoth reads the
// fallback, so a choice without a fallback that can be read takes its place.
import type { Edits } from './edits.ts';

interface Alternative {
  mark: number;
  chosen: boolean;
  hasFallback: boolean;
  /**
   * Numbered paragraphs in the choice; they are not counted there, since most of them recur in the fallback.
   */
  numbers: number;
}

export class Alternatives {
  private readonly edits: Edits;
  private readonly alternatives: Alternative[] = [];
  private choosing = 0;

  constructor(edits: Edits) {
    this.edits = edits;
  }

  /** Whether the current content may still be left out. */
  get isChoosing(): boolean {
    return this.choosing > 0;
  }

  addNumber(): void {
    const alternative = this.alternatives.at(-1);
    if (alternative) alternative.numbers++;
  }

  /**
   * @param useless the fallback would not be read
   * @returns whether the content of the element is to be read
   */
  open(name: string, start: number, end: number, useless: boolean): boolean {
    const alternative = this.alternatives.at(-1);
    if (name === 'mc:AlternateContent') {
      this.alternatives.push({ mark: this.edits.mark, chosen: false, hasFallback: false, numbers: 0 });
      this.edits.replace(start, end);
    } else if (name === 'mc:Choice' && alternative) {
      if (alternative.chosen) return false;
      alternative.chosen = true;
      this.choosing++;
      this.edits.replace(start, end);
    } else if (name === 'mc:Fallback' && alternative) {
      if (useless) return false;
      this.edits.undoTo(alternative.mark);
      alternative.hasFallback = true;
    }
    return true;
  }

  /** @returns the number of numbered paragraphs that are read but were not counted */
  close(name: string, start: number, end: number): number {
    if (name === 'mc:Choice') {
      this.choosing--;
      this.edits.replace(start, end);
    } else if (name === 'mc:AlternateContent') {
      const alternative = this.alternatives.pop();
      if (alternative?.hasFallback) return 0;
      this.edits.replace(start, end);
      return alternative?.numbers ?? 0;
    }
    return 0;
  }
}
