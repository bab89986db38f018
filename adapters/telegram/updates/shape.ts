// Shapes of untrusted values: each checks a value of any type and copies only the parts that it names. Pure.

/** Why a value does not have a shape: `message.chat.id is no whole number`. */
export class ShapeMismatch {
  /** Property names that lead to it; empty for the value itself. */
  readonly path: readonly string[];
  readonly wanted: string;

  constructor(wanted: string, path: readonly string[] = []) {
    this.wanted = wanted;
    this.path = path;
  }

  /** One sentence without the value, which may be private. */
  toString(): string {
    return `${this.path.join('.') || 'it'} is no ${this.wanted}`;
  }
}

/** Never throws. */
export type Shape<Value> = (value: unknown) => Value | ShapeMismatch;

export const anything: Shape<unknown> = (value) => value;

export const whole: Shape<number> = (value) =>
  typeof value === 'number' && Number.isSafeInteger(value) ? value : new ShapeMismatch('whole number');

export const text: Shape<string> = (value) => (typeof value === 'string' ? value : new ShapeMismatch('text'));

export const flag: Shape<boolean> = (value) =>
  typeof value === 'boolean' ? value : new ShapeMismatch('truth value');

/** One of some words. */
export const oneOf =
  <const Word extends string>(...words: Word[]): Shape<Word> =>
  (value) =>
    words.find((word) => word === value) ?? new ShapeMismatch('known word');

/** May be absent; null counts as absent. */
export const optional =
  <Value>(shape: Shape<Value>): Shape<Value | undefined> =>
  (value) =>
    value === undefined || value === null ? undefined : shape(value);

/** A value of any other shape counts as absent: for parts that are useful but decide nothing. */
export const lenient =
  <Value>(shape: Shape<Value>): Shape<Value | undefined> =>
  (value) => {
    const read = shape(value);
    return read instanceof ShapeMismatch ? undefined : read;
  };

/** A list; elements of another shape are left out. */
export const listOf =
  <Value>(shape: Shape<Value>): Shape<Value[]> =>
  (value) => {
    if (!Array.isArray(value)) return new ShapeMismatch('list');
    return value.flatMap((each: unknown) => {
      const read = shape(each);
      return read instanceof ShapeMismatch ? [] : [read];
    });
  };

type Fields = Record<string, Shape<unknown>>;
type Read<Each> = Each extends Shape<infer Value> ? Exclude<Value, ShapeMismatch> : never;
type Optional<Parts extends Fields> = {
  [Name in keyof Parts]: undefined extends Read<Parts[Name]> ? Name : never;
}[keyof Parts];

/** An object with these parts. */
export type ObjectOf<Parts extends Fields> = {
  [Name in Exclude<keyof Parts, Optional<Parts>>]: Read<Parts[Name]>;
} & { [Name in Optional<Parts>]?: Exclude<Read<Parts[Name]>, undefined> };

export const object =
  <Parts extends Fields>(parts: Parts): Shape<ObjectOf<Parts>> =>
  (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      return new ShapeMismatch('object');
    const read: Record<string, unknown> = {};
    for (const [name, shape] of Object.entries(parts)) {
      const part = shape((value as Record<string, unknown>)[name]);
      if (part instanceof ShapeMismatch) return new ShapeMismatch(part.wanted, [name, ...part.path]);
      if (part !== undefined) read[name] = part;
    }
    return read as ObjectOf<Parts>;
  };
