// Logs that the state file was removed or replaced while it is open, which no system call reports.
import type { Opened } from './sqlite/open.ts';

const PAUSE_MS = 30_000;

interface StateWatch {
  log: { error(details: object, message: string): void; warn(details: object, message: string): void };
  /** Resolves after some time, or at the abort signal. */
  wait(ms: number): Promise<unknown>;
  stop: AbortSignal;
}

/** Checks the file every 30 seconds until stopped; each change is logged once. */
export async function watchState(
  { fileProblem }: Pick<Extract<Opened, { ok: true }>, 'fileProblem'>,
  { log, wait, stop }: StateWatch,
): Promise<void> {
  let reported: string | undefined;
  while (!stop.aborted) {
    const problem = await fileProblem();
    if (problem !== reported) {
      if (problem !== undefined) log.error({}, problem);
      else log.warn({}, 'The state file is in its place again.');
    }
    reported = problem;
    await wait(PAUSE_MS);
  }
}
