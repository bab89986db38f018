// Findings about a body: what Discord refuses, and what it accepts without doing what was meant.

export interface Finding {
  /** Where in the body, its parts joined by dots. */
  path: string;
  code: string;
  message: string;
  /** Whether Discord refuses the body for it; otherwise it is a rule of this project. */
  refused: boolean;
}

export const inPath = (...parts: (string | number)[]): string =>
  parts.filter((part) => part !== '').join('.');

export class Inspection {
  readonly findings: Finding[] = [];

  refuse(path: string, message: string, code = 'INVALID'): void {
    this.findings.push({ path, code, message, refused: true });
  }

  remark(path: string, message: string): void {
    this.findings.push({ path, code: 'PROJECT_RULE', message, refused: false });
  }

  /** A text of this many UTF-16 units; returns its length. */
  text(path: string, value: unknown, most: number, least = 1): number {
    if (value === undefined || value === null) {
      if (least > 0) this.refuse(path, 'This field is required', 'BASE_TYPE_REQUIRED');
      return 0;
    }
    if (typeof value !== 'string') {
      this.refuse(path, 'Must be a text.', 'STRING_TYPE_CONVERT');
      return 0;
    }
    if (value.length > most) this.refuse(path, `Must be ${most} or fewer in length.`, 'BASE_TYPE_MAX_LENGTH');
    else if (value.length < least)
      this.refuse(path, `Must be between ${least} and ${most} in length.`, 'BASE_TYPE_BAD_LENGTH');
    return value.length;
  }

  /** A text that may be left out, but has at least one character where it is there. */
  optionalText(path: string, value: unknown, most: number, least = 1): number {
    return value === undefined || value === null ? 0 : this.text(path, value, most, least);
  }

  /** A list of at most and at least so many; returns what can be looked at further. */
  list<T>(path: string, value: readonly T[] | null | undefined, most: number, least = 0): readonly T[] {
    if (value !== undefined && value !== null && !Array.isArray(value)) {
      this.refuse(path, 'Must be a list.', 'LIST_TYPE_CONVERT');
      return [];
    }
    const items = value ?? [];
    if (items.length > most || items.length < least)
      this.refuse(path, `Must be between ${least} and ${most} in length.`, 'BASE_TYPE_BAD_LENGTH');
    return items;
  }

  /** Reports each value that an earlier one has already; those that are undefined are left alone. */
  unique(values: readonly { path: string; value: string | number | undefined }[], message: string): void {
    const seen = new Set<string | number>();
    for (const { path, value } of values) {
      if (value === undefined) continue;
      if (seen.has(value)) this.refuse(path, `${message}: ${value}`, 'DUPLICATED');
      seen.add(value);
    }
  }

  /** Fields that Discord does not know there: it ignores them silently, so they are mistakes. */
  fields(path: string, body: object, known: ReadonlySet<string>): void {
    for (const field of Object.keys(body))
      if (!known.has(field)) this.remark(inPath(path, field), 'Discord knows no such field here.');
  }
}
