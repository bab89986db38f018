// Configuration: one table, read once. The only file that reads process.env; all problems are reported together.
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
  const problems = parsed.error.issues.map(
    (issue) => `${issue.path.join('.')} ${issue.message} (it is «${String(given[String(issue.path[0])])}»).`,
  );
  return { ok: false, problems };
}
