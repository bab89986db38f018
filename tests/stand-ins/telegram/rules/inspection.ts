// Findings about a request: what Telegram refuses, and what it accepts without doing what was meant.

export interface Finding {
  /** Where in the request, its parts joined by dots. */
  path: string;
  /** One clear sentence. */
  message: string;
  /** Telegram's words where it refuses the request for it; undefined where it takes it. */
  description?: string;
}

export const inPath = (...parts: (string | number)[]): string =>
  parts.filter((part) => part !== '').join('.');

const bytes = (text: string): number => Buffer.byteLength(text, 'utf8');

export class Inspection {
  readonly findings: Finding[] = [];

  /** Telegram refuses, with `description` after "Bad Request: ". */
  refuse(path: string, message: string, description: string): void {
    this.findings.push({ path, message, description });
  }

  /** Telegram says nothing, but something is lost. */
  remark(path: string, message: string): void {
    this.findings.push({ path, message });
  }

  /** A text of a certain length; returns whether it is one. */
  text(path: string, value: unknown, range: { least: number; most: number }, description: string): boolean {
    const { least, most } = range;
    if (typeof value !== 'string') this.refuse(path, 'Must be a text.', description);
    else if (value.length < least || value.length > most)
      this.refuse(path, `Has ${value.length} UTF-16 units, must have ${least} to ${most}.`, description);
    else return true;
    return false;
  }

  /** A text of at most and at least so many bytes. */
  bytes(path: string, value: unknown, range: { least: number; most: number }, description: string): void {
    const { least, most } = range;
    const size = typeof value === 'string' ? bytes(value) : undefined;
    if (size === undefined) this.refuse(path, 'Must be a text.', description);
    else if (size < least || size > most)
      this.refuse(path, `Has ${size} bytes, must have ${least} to ${most}.`, description);
  }

  /** A list of at most so many; returns what can be looked at further. */
  list<T>(path: string, value: readonly T[] | undefined, most: number, description: string): readonly T[] {
    if (value === undefined) return [];
    if (!Array.isArray(value)) {
      this.refuse(path, 'Must be a list.', description);
      return [];
    }
    if (value.length > most)
      this.refuse(path, `Has ${value.length} items, at most ${most} are taken.`, description);
    return value;
  }
}
