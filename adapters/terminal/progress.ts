// How far a long reading is: a bar on a terminal, a line now and then where nobody watches.

/** Where it is shown. */
export interface Screen {
  isTTY?: boolean;
  write(text: string): unknown;
}

/** Shorter work needs no bar. */
const PATIENCE_MS = 1000;
const BAR_EVERY_MS = 100;
const LINE_EVERY_MS = 10_000;
const BAR_WIDTH = 30;

/** Shows progress in files. `end` takes the bar away. */
export function showProgress(screen: Screen, now: () => number = () => performance.now()) {
  const everyMs = screen.isTTY ? BAR_EVERY_MS : LINE_EVERY_MS;
  let nextMs = now() + Math.max(PATIENCE_MS, screen.isTTY ? 0 : LINE_EVERY_MS);
  let shown = false;
  return {
    step(done: number, total: number): void {
      if (now() < nextMs) return;
      nextMs = now() + everyMs;
      shown = true;
      const share = `${done} of ${total} files read`;
      screen.write(screen.isTTY ? `\r${bar(done / total)} ${share}` : `${share}\n`);
    },
    end(): void {
      if (shown && screen.isTTY) screen.write('\r\x1b[K'); // the line is emptied for what comes next
      nextMs = Number.POSITIVE_INFINITY; // what changes later is told in the log
    },
  };
}

function bar(share: number): string {
  const full = Math.round(share * BAR_WIDTH);
  return `[${'█'.repeat(full)}${'░'.repeat(BAR_WIDTH - full)}]`;
}
