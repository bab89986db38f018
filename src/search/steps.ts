// Work that can pause: long loops in steps, taken in one go or with room for other work between them.
import { setImmediate as otherWork } from 'node:timers/promises';

/** Takes all steps at once. */
export function finish<Result>(steps: Generator<void, Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Takes the steps one by one and lets waiting requests be answered between them. */
export async function finishPausing<Result>(steps: Generator<void, Result>): Promise<Result> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await otherWork();
  }
}
