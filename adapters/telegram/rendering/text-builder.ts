// Builds a text with entities: offsets are counted while text is added, nothing is parsed.
import type { Entity, FormatEntity } from '../api.ts';

type Format = FormatEntity['type'];

export class TextBuilder {
  text = '';
  readonly entities: Entity[] = [];

  add(text: string, format?: Format): this {
    const offset = this.text.length;
    this.text += sanitized(text);
    const length = this.text.length - offset;
    if (format && length > 0) this.entities.push({ type: format, offset, length });
    return this;
  }

  /** Adds a point of time (milliseconds since 1970); a tap shows it in the reader's own zone. */
  addMoment(text: string, at: number): this {
    const offset = this.text.length;
    this.text += sanitized(text);
    const length = this.text.length - offset;
    this.entities.push({ type: 'date_time', offset, length, unix_time: Math.floor(at / 1000) });
    return this;
  }

  /** Formats everything that `build` adds. */
  around(format: Format, build: () => void): this {
    const offset = this.text.length;
    const at = this.entities.length;
    build();
    const length = this.text.length - offset;
    if (length > 0) this.entities.splice(at, 0, { type: format, offset, length });
    return this;
  }
}

/**
 * Without what Telegram removes from every text, other line ends and marks of direction, so that offsets stay
 * right.
 */
export const sanitized = (text: string): string =>
  text.replace(/\r\n?|[\u2028\u2029]/g, '\n').replace(/[\u202a-\u202e]/g, '');
