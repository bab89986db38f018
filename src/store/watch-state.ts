// Notices that the state file was taken away or replaced while it is open, and says so: the system tells nobody.
import type { Opened } from './sqlite/open.ts';

const PAUSE_MS = 30_000;

/** What watching needs of the world. */
export interface StateWatch {
  log: { error(details: object, message: string): void; warn(details: object, message: string): void };
  /** Resolves after some time, or when told to stop. */
  wait(ms: number): Promise<unknown>;
  stop: AbortSignal;
}

/** Looks after the file now and then until it is told to stop; each change is logged once. */
export async function watchState(
  { fileProblem }: Pick<Extract<Opened, { ok: true }>, 'fileProblem'>,
  { log, wait, stop }: StateWatch,
): Promise<void> {
  let told: string | undefined;
  while (!stop.aborted) {
    const sentence = await fileProblem();
    if (sentence !== told) {
      if (sentence !== undefined) log.error({}, sentence);
      else log.warn({}, 'The state file is in its place again.');
    }
    told = sentence;
    await wait(PAUSE_MS);
  }
}
