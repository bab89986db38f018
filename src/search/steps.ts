// Long work as a generator of steps: run in one go, or with other work between the steps.
import { setImmediate as otherWork } from 'node:timers/promises';

/** Runs all steps at once. */
export function finish<Result>(steps: Generator<void, Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Runs the steps one by one; waiting requests are answered between them. */
export async function finishPausing<Result>(steps: Generator<void, Result>): Promise<Result> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await otherWork();
  }
}
