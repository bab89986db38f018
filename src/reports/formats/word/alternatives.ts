// What a document says twice, for new programs and for old ones (mc:AlternateContent): mammoth reads the words for old ones, so where there
// are none the others take their place.
import type { Edits } from './edits.ts';

interface Alternative {
  mark: number;
  chosen: boolean;
  hasFallback: boolean;
  /** Numbered paragraphs among the words for new programs; they are not counted, for most stand among the others again. */
  numbers: number;
}

export class Alternatives {
  private readonly edits: Edits;
  private readonly alternatives: Alternative[] = [];
  private choosing = 0;

  constructor(edits: Edits) {
    this.edits = edits;
  }

  /** Whether the words at hand may turn out to be left out. */
  get isChoosing(): boolean {
    return this.choosing > 0;
  }

  addNumber(): void {
    const alternative = this.alternatives.at(-1);
    if (alternative) alternative.numbers++;
  }

  /**
   * @param useless the words for old programs would not be read
   * @returns whether the element's inside is to be read
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

  /** @returns how many numbered paragraphs were not counted but are read */
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
