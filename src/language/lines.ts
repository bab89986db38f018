// A long text of one entry a line: entries by number and numbers by offset, without splitting it.

/** The offset of every line with a number divisible by this is kept. */
const STEP = 128;

export class Lines {
  readonly text: string;
  private readonly starts: number[] = [];

  constructor(text: string) {
    this.text = text;
    let start = 0;
    for (let line = 0; start > 0 || line === 0; line++) {
      if (line % STEP === 0) this.starts.push(start);
      start = text.indexOf('\n', start) + 1;
    }
  }

  /** The line with a number, from 0 on, which must be there. */
  line(number: number): string {
    let start = this.starts[Math.floor(number / STEP)];
    for (let i = number % STEP; i > 0; i--) start = this.text.indexOf('\n', start) + 1;
    const end = this.text.indexOf('\n', start);
    return this.text.slice(start, end < 0 ? undefined : end);
  }

  /** The number of the line that an offset lies in. */
  numberAt(offset: number): number {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (this.starts[middle] <= offset) low = middle;
      else high = middle - 1;
    }
    let number = low * STEP;
    let end = this.text.indexOf('\n', this.starts[low]);
    for (; end >= 0 && end < offset; end = this.text.indexOf('\n', end + 1)) number++;
    return number;
  }

  /** The number of the first line that is this word and nothing else; -1 where there is none. */
  numberOf(word: string): number {
    const { text } = this;
    if (text.startsWith(`${word}\n`) || text === word) return 0;
    const at = text.indexOf(`\n${word}\n`);
    if (at >= 0) return this.numberAt(at + 1);
    return text.endsWith(`\n${word}`) ? this.numberAt(text.length - word.length) : -1;
  }
}
