// Where the programs write: one sentence and not a stack where nothing can be written any more, and what a screen takes.

/** How a stream of the process ends a program. */
interface Lost {
  /** Written where that can still be read. */
  sentence?: string;
  code: number;
}

/** What became of the reader, by the code of the error. */
function lossOf(name: string, { code, message }: NodeJS.ErrnoException): Lost {
  if (code === 'EPIPE') return { code: 0 }; // a reader that has seen enough (head, less) closes the pipe: that is an end, no error
  if (code === 'EIO') return { code: 1 }; // the terminal is gone, and who sat there with it
  const reason = REASONS[code ?? ''] ?? message;
  return { sentence: `${name} cannot be written: ${reason}.`, code: 1 };
}

const REASONS: Record<string, string> = {
  ENOSPC: 'there is no space left on the device',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'the file would be too large',
  EBADF: 'it is closed',
};

/** Has the program end with one sentence when its output cannot be written. What goes to standard error is missed, and the exit code says so. */
export function guardOutput(): void {
  process.stdout.on('error', (error) => end(lossOf('Standard output', error)));
  process.stderr.on('error', () => {
    process.exitCode = 1;
  });
}

/** From now on the program lives on without those who read what it prints: it serves others. */
export function outliveReaders(): void {
  process.stdout.removeAllListeners('error').on('error', () => {});
  process.stderr.removeAllListeners('error').on('error', () => {});
}

function end({ sentence, code }: Lost): never {
  if (sentence) process.stderr.write(`${sentence}\n`);
  process.exit(code);
}

/** Writes the last that a program says, and ends it. */
export function finish(text: string): never {
  process.stdout.write(`${text}\n`);
  const { errored } = process.stdout;
  if (errored) end(lossOf('Standard output', errored));
  process.exit(0);
}
