// Configuration: one table, read once. The only file that reads process.env; all problems are reported together.
import net from 'node:net';
import path from 'node:path';
import dotenv from 'dotenv';
import { z } from 'zod';

const PROJECT_ROOT = path.join(import.meta.dirname, '..');
const folder = (fallback: string) =>
  z
    .string()
    .trim()
    .transform((value) => value || fallback)
    .default(fallback)
    .transform((value) => path.resolve(value));

/** The value of STATE_PATH with which nothing is kept. */
const IN_MEMORY = ':memory:';
const perMinute = (fallback: number) =>
  z.coerce
    .number({ error: 'must be a whole number from 1 to 10000' })
    .int({ error: 'must be a whole number from 1 to 10000' })
    .min(1, { error: 'must be a whole number from 1 to 10000' })
    .max(10_000, { error: 'must be a whole number from 1 to 10000' })
    .default(fallback);

const NO_PORT = 'must be a port, a whole number from 0 to 65535';
const address = (meaning: string) =>
  z
    .string()
    .trim()
    .default('')
    .refine((value) => value === '' || URL.canParse(value), {
      error: 'must be an address with https:// before it',
    })
    .describe(meaning);

/** An account as an adapter names it. Another platform's would own nothing, and keep the pairing code from being shown. */
const ACCOUNT = /^(?:discord|telegram):[1-9]\d{0,19}$/;

/** Every setting: its form, its default, and what it means. `.env.example` is held against this table by a test. */
const TABLE = z.object({
  REPORTS_DIR: folder(path.join(PROJECT_ROOT, 'index-data', 'reports')).describe(
    'the folder with the reports',
  ),
  INDEX_DIR: folder(path.join(PROJECT_ROOT, 'index-data', 'index')).describe('where the built index is kept'),
  LEXICON_FILE: z
    .string()
    .trim()
    .default('')
    .transform((value) => value && path.resolve(value))
    .describe('a file with words of your own field; empty for none'),
  STATE_PATH: z
    .string()
    .trim()
    .transform((value) => value || path.join(PROJECT_ROOT, 'index-data', 'state.sqlite'))
    .default(path.join(PROJECT_ROOT, 'index-data', 'state.sqlite'))
    .transform((value) => (value === IN_MEMORY ? value : path.resolve(value)))
    .describe('the file with what must survive a restart; :memory: for none'),
  DISCORD_TOKEN: z.string().trim().default('').describe('the token of the Discord bot; empty for none'),
  DISCORD_API_URL: address("the address of Discord's REST interface behind a proxy; empty for Discord's own"),
  TELEGRAM_TOKEN: z.string().trim().default('').describe('the token of the Telegram bot; empty for none'),
  TELEGRAM_API_URL: address("the address of a Bot API server of one's own; empty for Telegram's"),
  TELEGRAM_WEBHOOK_URL: address('where Telegram reaches the bot; empty to ask for updates instead').refine(
    (value) => value === '' || value.startsWith('https://'),
    { error: 'must be an address that begins with https://, as Telegram wants' },
  ),
  TELEGRAM_WEBHOOK_PORT: z.coerce
    .number({ error: NO_PORT })
    .int({ error: NO_PORT })
    .min(0, { error: NO_PORT })
    .max(65_535, { error: NO_PORT })
    .default(8443)
    .describe('the port on which the bot waits for what Telegram sends'),
  TELEGRAM_WEBHOOK_HOST: z
    .string()
    .trim()
    .transform((value) => value || '127.0.0.1')
    .default('127.0.0.1')
    .refine((value) => net.isIP(value) > 0 || /^[a-z][a-z\d.-]{0,252}$/i.test(value), {
      error: 'must be an address of this machine such as 127.0.0.1, or 0.0.0.0 for all of them',
    })
    .describe('the address of this machine on which it waits for that'),
  TELEGRAM_WEBHOOK_SECRET: z
    .string()
    .trim()
    .default('')
    .refine((value) => /^[\w-]{0,256}$/.test(value), {
      error: 'must be 1 to 256 letters, digits, - and _',
    })
    .describe('what Telegram proves itself with; a new one at each start where empty'),
  SHARDS: z
    .string()
    .trim()
    .default('off')
    .refine((value) => /^(?:|off|auto|[1-9]\d{0,2})$/.test(value), {
      error: 'must be off, auto or a number from 1 to 999',
    })
    .transform((value) => (value === 'auto' ? value : Number.parseInt(value, 10) || 1))
    .describe('how many connections to Discord share its servers'),
  ACCESS: z
    .enum(['closed', 'open'], { error: 'must be closed or open' })
    .default('closed')
    .describe('closed: only places on the allow-list are answered; open: all that are not denied'),
  OWNER_IDS: z
    .string()
    .trim()
    .default('')
    .transform((value) => value.split(/[\s,;]+/).filter(Boolean))
    .refine((ids) => ids.every((id) => ACCOUNT.test(id)), {
      error: 'must be a list of accounts such as discord:123456789012345678 or telegram:123456789',
    })
    .describe('accounts that own the bot'),
  WHO_MAY_ALLOW: z
    .enum(['owners', 'managers'], { error: 'must be owners or managers' })
    .default('owners')
    .describe('who opens a place for the first time where access is closed'),
  RATE_PER_PERSON: perMinute(20).describe('requests that one person may make in a minute'),
  RATE_PER_CHANNEL: perMinute(60).describe('requests that one channel may make in a minute'),
  QUESTION_LOG: z
    .enum(['off', 'on'], { error: 'must be off or on' })
    .default('off')
    .describe('whether questions are kept for 90 days, without names'),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'], {
      error: 'must be one of fatal, error, warn, info, debug, silent',
    })
    .default('warn')
    .describe('how much is logged on standard error'),
});

export type Config = z.infer<typeof TABLE>;
export const SETTING_NAMES: string[] = Object.keys(TABLE.shape);

/** A configuration, or all that is wrong with it, one sentence each. */
export type ConfigResult = { ok: true; config: Config } | { ok: false; problems: string[] };

/**
 * Reads the configuration from the environment and the file `.env` in the working directory.
 * @param overrides settings from the command line, which win
 */
export function readConfig(overrides: Partial<Record<string, string>> = {}): ConfigResult {
  const fromFile: Record<string, string> = {};
  dotenv.config({ processEnv: fromFile, quiet: true });
  return parseConfig({ ...fromFile, ...process.env, ...overrides });
}

/** Checks settings given as text. */
export function parseConfig(settings: Partial<Record<string, string>>): ConfigResult {
  const given = Object.fromEntries(
    SETTING_NAMES.flatMap((name) => (settings[name] ? [[name, settings[name]]] : [])),
  );
  const parsed = TABLE.safeParse(given);
  if (parsed.success) return { ok: true, config: parsed.data };
  const problems = parsed.error.issues.map(({ path: [name], message }) => {
    const shown = /TOKEN|SECRET/.test(String(name)) ? '…' : given[String(name)]; // secrets are not printed
    return `${String(name)} ${message} (it is «${shown}»).`;
  });
  return { ok: false, problems };
}

/**
 * What the environment says of screens, by the conventions of https://no-color.org, https://force-color.org and terminfo's `dumb`.
 * `colour` is undefined where it says nothing: then a terminal has colour, and a pipe has none.
 */
export function readScreen(environment: Partial<Record<string, string>> = process.env): {
  colour: boolean | undefined;
  isDumb: boolean;
} {
  const { NO_COLOR, FORCE_COLOR, TERM } = environment;
  const isDumb = TERM === 'dumb';
  if (FORCE_COLOR) return { colour: !/^(?:0|false)$/i.test(FORCE_COLOR), isDumb };
  return { colour: NO_COLOR || isDumb ? false : undefined, isDumb };
}
