// Progress of reading files: a bar on a terminal, a line every ten seconds elsewhere.

export interface Screen {
  isTTY?: boolean;
  write(text: string): unknown;
}

/** Shorter work gets no bar. */
const SHOW_AFTER_MS = 1000;
const BAR_EVERY_MS = 100;
const LINE_EVERY_MS = 10_000;
const BAR_WIDTH = 30;

/**
 * `end` removes the bar.
 * @param now monotonic milliseconds
 */
export function showProgress(screen: Screen, now: () => number) {
  const everyMs = screen.isTTY ? BAR_EVERY_MS : LINE_EVERY_MS;
  let nextMs = now() + Math.max(SHOW_AFTER_MS, screen.isTTY ? 0 : LINE_EVERY_MS);
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
      if (shown && screen.isTTY) screen.write('\r\x1b[K'); // erases the line
      nextMs = Number.POSITIVE_INFINITY; // later changes are logged
    },
  };
}

function bar(share: number): string {
  const full = Math.round(share * BAR_WIDTH);
  return `[${'█'.repeat(full)}${'░'.repeat(BAR_WIDTH - full)}]`;
}
