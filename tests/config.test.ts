import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ADAPTERS } from '../adapters/index.ts';
import { parseConfig, settingsOf } from '../src/config.ts';

const SETTING_NAMES = Object.keys(settingsOf(ADAPTERS));
const PROJECT_ROOT = path.join(import.meta.dirname, '..');

function configOf(settings: Record<string, string>) {
  const read = parseConfig(ADAPTERS, settings);
  if (!read.ok) throw new Error(read.problems.join('\n'));
  return read.config;
}

const problemsOf = (settings: Record<string, string>) => {
  const read = parseConfig(ADAPTERS, settings);
  return read.ok ? [] : read.problems;
};

const DEFAULTS = {
  REPORTS_DIR: path.join(PROJECT_ROOT, 'index-data', 'reports'),
  INDEX_DIR: path.join(PROJECT_ROOT, 'index-data', 'index'),
  STATE_PATH: path.join(PROJECT_ROOT, 'index-data', 'state.sqlite'),
  DISCORD_TOKEN: '',
  TELEGRAM_TOKEN: '',
  TELEGRAM_WEBHOOK_PORT: 8443,
  TELEGRAM_WEBHOOK_HOST: '127.0.0.1',
  ACCESS: 'closed',
  OWNER_IDS: [],
  WHO_MAY_ALLOW: 'owners',
  RATE_PER_PERSON: 20,
  RATE_PER_CHANNEL: 60,
  QUESTION_LOG: 'off',
  LOG_LEVEL: 'warn',
};

describe('a configuration', () => {
  it('needs no setting at all', () => {
    expect(configOf({})).toMatchObject(DEFAULTS);
  });

  it('has a value for every setting that exists', () => {
    expect(Object.keys(configOf({})).sort()).toEqual([...SETTING_NAMES].sort());
  });

  it('takes an empty setting as one that is not given', () => {
    const empty = Object.fromEntries(SETTING_NAMES.map((name) => [name, '']));
    expect(configOf(empty)).toEqual(configOf({}));
  });

  it.each<[name: 'REPORTS_DIR' | 'INDEX_DIR', given: string, expected: string]>([
    ['REPORTS_DIR', '/srv/reports', '/srv/reports'],
    ['REPORTS_DIR', '/srv/our reports/2023年', '/srv/our reports/2023年'],
    ['REPORTS_DIR', '  /srv/reports\t', '/srv/reports'],
    ['REPORTS_DIR', '   ', DEFAULTS.REPORTS_DIR],
    ['REPORTS_DIR', '/srv/reports/../other/', '/srv/other'],
    ['INDEX_DIR', '/var/cache/yinju', '/var/cache/yinju'],
    ['INDEX_DIR', 'cache/index', path.resolve('cache/index')],
    ['INDEX_DIR', '\n', DEFAULTS.INDEX_DIR],
  ])('reads %s=%j as the folder %s', (name, given, expected) => {
    expect(configOf({ [name]: given })[name]).toBe(expected);
  });

  it.each(['fatal', 'error', 'warn', 'info', 'debug', 'silent'])('knows the log level %s', (level) => {
    expect(configOf({ LOG_LEVEL: level }).LOG_LEVEL).toBe(level);
  });

  it('keeps nothing where the state is to be in memory', () => {
    expect(configOf({ STATE_PATH: ':memory:' }).STATE_PATH).toBe(':memory:');
  });

  it.each<[given: string, expected: string[]]>([
    ['discord:123456789012345678', ['discord:123456789012345678']],
    ['discord:1, telegram:2', ['discord:1', 'telegram:2']],
    [' discord:1;discord:2\ndiscord:3 ', ['discord:1', 'discord:2', 'discord:3']],
  ])('reads the owners %j', (given, expected) => {
    expect(configOf({ OWNER_IDS: given }).OWNER_IDS).toEqual(expected);
  });

  it.each<[given: string, expected: number | 'auto']>([
    ['off', 1],
    ['', 1],
    ['auto', 'auto'],
    ['4', 4],
  ])('reads SHARDS=%j as %s', (given, expected) => {
    expect(configOf({ SHARDS: given }).SHARDS).toBe(expected);
  });

  it('changes only what is given', () => {
    expect(configOf({ LOG_LEVEL: 'debug' })).toEqual({ ...configOf({}), LOG_LEVEL: 'debug' });
  });

  it('passes over settings of other programs', () => {
    expect(configOf({ PATH: '/bin', LOG_LEVELS: 'loud', reports_dir: '/srv' })).toEqual(configOf({}));
  });
});

describe('a wrong setting', () => {
  it.each(['loud', 'WARN', '1', 'trace all'])('LOG_LEVEL=%s is told in one plain sentence', (level) => {
    const problems = problemsOf({ LOG_LEVEL: level });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/^LOG_LEVEL must be one of fatal, error, warn, info, debug, silent\b/);
    expect(problems[0]).toContain(level);
    expect(problems[0]).toMatch(/\.$/);
    expect(problems[0]).not.toMatch(/\n|invalid_|expected|ZodError|undefined/i);
  });

  it.each([
    ['SHARDS', 'many'],
    ['SHARDS', '0'],
    ['ACCESS', 'public'],
    ['OWNER_IDS', 'anna'],
    ['OWNER_IDS', '123456789012345678'],
    ['OWNER_IDS', 'telegarm:5'],
    ['OWNER_IDS', 'discord:5, slack:5'],
    ['OWNER_IDS', 'terminal:0'],
    ['OWNER_IDS', 'Discord:5'],
    ['OWNER_IDS', 'discord:007'],
    ['OWNER_IDS', 'telegram:-1001234567890'],
    ['OWNER_IDS', 'discord:user:5'],
    ['WHO_MAY_ALLOW', 'everyone'],
    ['RATE_PER_PERSON', '0'],
    ['RATE_PER_PERSON', 'twenty'],
    ['RATE_PER_CHANNEL', '1.5'],
    ['QUESTION_LOG', 'yes'],
    ['DISCORD_API_URL', 'localhost'],
    ['TELEGRAM_API_URL', 'nowhere'],
    ['TELEGRAM_WEBHOOK_URL', 'http://example.org/hook'],
    ['TELEGRAM_WEBHOOK_PORT', '70000'],
    ['TELEGRAM_WEBHOOK_PORT', 'https'],
    ['TELEGRAM_WEBHOOK_HOST', '0.0.0'],
    ['TELEGRAM_WEBHOOK_HOST', 'http://bot'],
    ['TELEGRAM_WEBHOOK_HOST', 'a b'],
  ])('%s=%s is told with its name and its value', (name, value) => {
    const [problem, ...others] = problemsOf({ [name]: value });
    expect(others).toEqual([]);
    expect(problem).toMatch(new RegExp(`^${name} must be .*\\(it is «${value}»\\)\\.$`));
    expect(problem).not.toMatch(/\n|invalid_|ZodError|undefined|NaN/i);
  });

  it('that is a secret is told without its value', () => {
    const [problem, ...others] = problemsOf({ TELEGRAM_WEBHOOK_SECRET: 'open sesame' });
    expect(others).toEqual([]);
    expect(problem).toMatch(/^TELEGRAM_WEBHOOK_SECRET must be /);
    expect(problem).not.toContain('sesame');
  });

  it('is told beside all other wrong ones, and right ones are not told', () => {
    const wrong = { LOG_LEVEL: 'loud', REPORTS_DIR: '/srv/reports', INDEX_DIR: '' };
    const named = problemsOf(wrong).map((problem) => problem.split(' ')[0]);
    expect(named).toEqual(['LOG_LEVEL']);
    expect(new Set(named).size).toBe(named.length);
  });
});
