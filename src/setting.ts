// Rows of the configuration table: how the text of a setting is read, and how the documents describe it. The
// only importer of zod. Adapters build their own rows with these functions.
import path from 'node:path';
import { z } from 'zod';

/** The description of a setting in the documents. */
interface Documented {
  /** One sentence without a full stop. */
  meaning: string;
  /** What may be written. */
  form: string;
  /** The default in words; `none` where empty means that there is none. */
  default: string;
}

/** One setting. Its schema reads the text of an environment variable; empty ones count as not given. */
export interface Setting<Value = unknown> extends Documented {
  readonly schema: z.ZodType<Value>;
  /** Its value is not printed, in no problem and no log. */
  readonly isSecret: boolean;
}

/** Settings by the names of their environment variables. */
export type Settings = Readonly<Record<string, Setting>>;

/** The values of settings after reading. */
export type ValuesOf<Rows extends Settings> = {
  -readonly [Name in keyof Rows]: Rows[Name] extends Setting<infer Value> ? Value : never;
};

/** A text without a default; the value is '' where it is not given. */
export function textSetting(
  words: Omit<Documented, 'default'> & { default?: string; isSecret?: boolean },
  accepts: { pattern: RegExp; problem: string } = { pattern: /^/, problem: '' },
): Setting<string> {
  const { pattern, problem } = accepts;
  return {
    default: 'none',
    isSecret: false,
    ...words,
    schema: z
      .string()
      .trim()
      .default('')
      .refine((value) => pattern.test(value), { error: problem }),
  };
}

/** A text that is parsed to a value of another kind. */
export function parsedSetting<Value>(
  words: Documented,
  { fallback, parse, problem }: { fallback: string; parse(text: string): Value | undefined; problem: string },
): Setting<Value> {
  const schema = z
    .string()
    .trim()
    .default(fallback)
    .transform((text, context) => {
      const value = parse(text || fallback);
      if (value !== undefined) return value;
      context.issues.push({ code: 'custom', message: problem, input: text });
      return z.NEVER;
    });
  return { ...words, isSecret: false, schema };
}

/** The path of a file or folder, absolute after reading. `fallback` is absolute, or '' for none. */
export function pathSetting(
  words: Documented,
  fallback: string,
  except: readonly string[] = [],
): Setting<string> {
  const problem = ''; // every text is a path
  const parse = (text: string) => (text === '' || except.includes(text) ? text : path.resolve(text));
  return parsedSetting(words, { fallback, parse, problem });
}

const HTTP_FORM = 'an address with https:// (or http://)';
const HTTP = { accepts: () => true, problem: 'must be an address with https:// before it' };

/** A web address; '' where it is not given. `narrower` says which of them are accepted. */
export function addressSetting(
  meaning: string,
  fallback: string,
  narrower: { form: string; accepts(address: string): boolean; problem: string } = {
    form: HTTP_FORM,
    ...HTTP,
  },
): Setting<string> {
  const schema = z
    .string()
    .trim()
    .default('')
    .refine((value) => value === '' || URL.canParse(value), { error: HTTP.problem })
    .refine((value) => value === '' || narrower.accepts(value), { error: narrower.problem });
  return { meaning, form: narrower.form, default: fallback, isSecret: false, schema };
}

/** A whole number within bounds. `noun` is what it counts or names. */
export function numberSetting(
  meaning: string,
  { min, max, fallback, noun = '' }: { min: number; max: number; fallback: number; noun?: string },
): Setting<number> {
  const form = `a whole number from ${min} to ${max}`;
  const error = `must be ${noun && `${noun}, `}${form}`;
  const schema = z.coerce.number({ error }).int({ error }).min(min, { error }).max(max, { error });
  return { meaning, form, default: String(fallback), isSecret: false, schema: schema.default(fallback) };
}

/** One of some words. */
export function choiceSetting<const Choice extends string>(
  meaning: string,
  choices: readonly [Choice, ...Choice[]],
  fallback: NoInfer<Choice>,
): Setting<Choice> {
  const listed = `${choices.slice(0, -1).join(', ')} or ${choices.at(-1)}`;
  const error = choices.length > 2 ? `must be one of ${choices.join(', ')}` : `must be ${listed}`;
  const schema: z.ZodType<string> = z.enum(choices, { error }).default(fallback as never);
  return { meaning, form: listed, default: fallback, isSecret: false, schema: schema as z.ZodType<Choice> };
}
