// Configuration: one table, read once. The only file that reads process.env; all problems are reported
// together. Holds the core's rows; those of the platforms come from their adapters.
import path from 'node:path';
import dotenv from 'dotenv';
import {
  choiceSetting,
  numberSetting,
  parsedSetting,
  pathSetting,
  type Settings,
  type ValuesOf,
} from './setting.ts';

const PROJECT_ROOT = path.join(import.meta.dirname, '..');

/** The value of STATE_PATH with which nothing survives a restart. */
export const IN_MEMORY = ':memory:';

/** What the configuration needs of a platform. */
export interface ConfiguredPlatform {
  /** The prefix of its accounts. */
  readonly id: string;
  /** The part of an account after the prefix. */
  readonly account: { readonly pattern: RegExp; readonly example: string };
  readonly settings: Settings;
}

const pathInProject = (meaning: string, name: string, except: readonly string[] = []) =>
  pathSetting({ meaning, form: 'a path', default: name }, path.join(PROJECT_ROOT, name), except);

const perMinute = (meaning: string, fallback: number) =>
  numberSetting(meaning, { min: 1, max: 10_000, fallback });

/** The core's rows. */
export const coreSettings = (platforms: readonly ConfiguredPlatform[]) => ({
  REPORTS_DIR: pathInProject('the folder with the reports, subfolders included', 'index-data/reports'),
  INDEX_DIR: pathInProject('where the built index is kept between starts', 'index-data/index'),
  LEXICON_FILE: pathSetting(
    {
      meaning: 'a file with words of your own field, in the formats of `src/language/lexicon/README.md`',
      form: 'a path',
      default: 'none',
    },
    '',
  ),
  OCR: choiceSetting(
    'whether text in scans and pictures is recognised; on needs packages that are not installed by default: the start names them',
    ['off', 'on'],
    'off',
  ),
  STATE_PATH: pathInProject(
    'the file with what must survive a restart: settings, allow-list, owners, feedback; `:memory:` for none',
    'index-data/state.sqlite',
    [IN_MEMORY],
  ),
  ACCESS: choiceSetting(
    'closed: only places on the allow-list are answered; open: all that are not denied',
    ['closed', 'open'],
    'closed',
  ),
  OWNER_IDS: ownerIds(platforms),
  WHO_MAY_ALLOW: choiceSetting(
    'who opens a place for the first time where access is closed',
    ['owners', 'managers'],
    'owners',
  ),
  RATE_PER_PERSON: perMinute('requests that one person may make in a minute', 20),
  RATE_PER_CHANNEL: perMinute('requests that one channel may make in a minute', 60),
  QUESTION_LOG: choiceSetting(
    'whether questions are kept for 90 days under a pseudonym',
    ['off', 'on'],
    'off',
  ),
  LOG_LEVEL: choiceSetting(
    'how much is logged on standard error',
    ['fatal', 'error', 'warn', 'info', 'debug', 'silent'],
    'warn',
  ),
});

/** Only accounts of existing platforms: an unknown one would own nothing, but suppress the pairing code. */
function ownerIds(platforms: readonly ConfiguredPlatform[]) {
  const isAccount = (text: string) =>
    platforms.some(({ id, account }) => {
      const prefix = `${id}:`;
      return text.startsWith(prefix) && account.pattern.test(text.slice(prefix.length));
    });
  const examples = platforms.map(({ id, account }) => `${id}:${account.example}`);
  const form = `a list of accounts${examples.length > 0 ? ` such as ${examples.join(' or ')}` : ''}`;
  return parsedSetting(
    { meaning: 'accounts that own the bot', form, default: 'none; the pairing code makes the first owner' },
    {
      fallback: '',
      problem: `must be ${form}`,
      parse(text) {
        const ids = text.split(/[\s,;]+/).filter(Boolean);
        return ids.every(isAccount) ? ids : undefined;
      },
    },
  );
}

/** The core's configuration. */
export type Config = ValuesOf<ReturnType<typeof coreSettings>>;

type Intersection<Union> = (Union extends unknown ? (each: Union) => void : never) extends (
  all: infer All,
) => void
  ? All
  : never;

/** The configuration of the core and of some platforms. */
export type ConfigOf<Platform extends ConfiguredPlatform> = Config &
  Intersection<Platform extends ConfiguredPlatform ? ValuesOf<Platform['settings']> : never>;

/** A configuration, or all that is wrong with it, one sentence each. */
export type ConfigResult<Values = Config> = { ok: true; config: Values } | { ok: false; problems: string[] };

/** Every row: the core's, then those of each platform. */
export const settingsOf = (platforms: readonly ConfiguredPlatform[]): Settings =>
  Object.assign({}, coreSettings(platforms), ...platforms.map(({ settings }) => settings));

/**
 * Reads the configuration from the environment and the file `.env` in the working directory.
 * @param overrides settings from the command line, which win
 */
export function readConfig<Platform extends ConfiguredPlatform>(
  platforms: readonly Platform[],
  overrides: Partial<Record<string, string>> = {},
): ConfigResult<ConfigOf<Platform>> {
  const fromFile: Record<string, string> = {};
  dotenv.config({ processEnv: fromFile, quiet: true });
  return parseConfig(platforms, { ...fromFile, ...process.env, ...overrides });
}

/** Checks settings given as text. */
export function parseConfig<Platform extends ConfiguredPlatform>(
  platforms: readonly Platform[],
  texts: Partial<Record<string, string>>,
): ConfigResult<ConfigOf<Platform>> {
  const config: Record<string, unknown> = {};
  const problems: string[] = [];
  for (const [name, { schema, isSecret }] of Object.entries(settingsOf(platforms))) {
    const text = texts[name] || undefined; // an empty setting counts as not given
    const read = schema.safeParse(text);
    if (read.success) config[name] = read.data;
    for (const { message } of read.error?.issues ?? [])
      problems.push(`${name} ${message} (it is «${isSecret ? '…' : text}»).`);
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, config: config as ConfigOf<Platform> };
}

/**
 * The environment's settings of screens: NO_COLOR (https://no-color.org), FORCE_COLOR
 * (https://force-color.org) and terminfo's `dumb`. `colour` is undefined without a setting: then a terminal
 * has colour, and a pipe has none.
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
