// A text with entities, grown piece by piece: offsets are counted, nothing is parsed.
import type { Entity, LookEntity } from '../api.ts';

type Look = LookEntity['type'];

export class TextBuilder {
  text = '';
  readonly entities: Entity[] = [];

  /** Adds a text, in a look where one is given. */
  add(text: string, look?: Look): this {
    const offset = this.text.length;
    this.text += asKept(text);
    const length = this.text.length - offset;
    if (look && length > 0) this.entities.push({ type: look, offset, length });
    return this;
  }

  /** Adds the words of a point of time (milliseconds since 1970), which Telegram shows on the reader's own clock when they are tapped. */
  addMoment(text: string, at: number): this {
    const offset = this.text.length;
    this.text += asKept(text);
    const length = this.text.length - offset;
    this.entities.push({ type: 'date_time', offset, length, unix_time: Math.floor(at / 1000) });
    return this;
  }

  /** Gives everything that `build` adds a look around it. */
  around(look: Look, build: () => void): this {
    const offset = this.text.length;
    const at = this.entities.length;
    build();
    const length = this.text.length - offset;
    if (length > 0) this.entities.splice(at, 0, { type: look, offset, length });
    return this;
  }
}

/** Telegram takes other line ends than its own and marks of direction out of every text: done before, so that what is counted is what stands there. */
export const asKept = (text: string): string =>
  text.replace(/\r\n?|[\u2028\u2029]/g, '\n').replace(/[\u202a-\u202e]/g, '');
