// Runs a program of the bench in a process of its own, with a time limit.
import { spawn } from 'node:child_process';
import fs from 'node:fs/promises';
import path from 'node:path';

/** What the process wrote, or one sentence why it wrote nothing. */
export type ChildResult<Figures> = { ok: true; figures: Figures } | { ok: false; reason: string };

const TIME_LIMIT_MS = 600_000;
const MS_PER_MINUTE = 60_000;
const NODE_FLAGS = ['--max-old-space-size=8000', '--expose-gc', '--disable-warning=ExperimentalWarning'];

/** Runs a program with arguments and the path of a file into which it writes its figures as JSON. */
export async function measureInChild<Figures>(
  program: string,
  args: string[],
  resultFile: string,
  timeLimitMs = TIME_LIMIT_MS,
): Promise<ChildResult<Figures>> {
  await fs.rm(resultFile, { force: true });
  const child = spawn(
    process.execPath,
    [...NODE_FLAGS, path.join(import.meta.dirname, program), ...args, resultFile],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let complaint = '';
  child.stderr.on('data', (piece) => {
    complaint += piece;
  });
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    child.kill('SIGKILL');
  }, timeLimitMs);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  }).finally(() => clearTimeout(timer));
  if (late) return { ok: false, reason: `stopped after ${timeLimitMs / MS_PER_MINUTE} minutes` };
  if (code !== 0) return { ok: false, reason: `failed: ${mainLine(complaint) ?? `exit code ${code}`}` };
  return { ok: true, figures: JSON.parse(await fs.readFile(resultFile, 'utf8')) as Figures };
}

/** The line of an output that names the error. */
function mainLine(complaint: string): string | undefined {
  const lines = complaint.split('\n').map((line) => line.trim());
  return lines.find((line) => /^(?:\w*Error\b|FATAL)/.test(line)) ?? lines.find(Boolean);
}
