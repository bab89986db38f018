// Standard output and error: where they cannot be written, the program ends with one sentence and no stack.

/** How a broken stream ends the program. */
interface OutputFailure {
  /** Written to standard error. */
  sentence?: string;
  code: number;
}

function failureOf(name: string, { code, message }: NodeJS.ErrnoException): OutputFailure {
  if (code === 'EPIPE') return { code: 0 }; // a reader such as head or less has closed the pipe: no error
  if (code === 'EIO') return { code: 1 }; // the terminal is gone
  const reason = REASONS[code ?? ''] ?? message;
  return { sentence: `${name} cannot be written: ${reason}.`, code: 1 };
}

const REASONS: Record<string, string> = {
  ENOSPC: 'there is no space left on the device',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'the file would be too large',
  EBADF: 'it is closed',
};

/**
 * Ends the program with one sentence when standard output breaks; a broken standard error only sets the exit
 * code.
 */
export function exitOnBrokenOutput(): void {
  process.stdout.on('error', (error) => end(failureOf('Standard output', error)));
  process.stderr.on('error', () => {
    process.exitCode = 1;
  });
}

/** From now on broken output does not end the program, which serves people on platforms. */
export function ignoreBrokenOutput(): void {
  process.stdout.removeAllListeners('error').on('error', () => {});
  process.stderr.removeAllListeners('error').on('error', () => {});
}

function end({ sentence, code }: OutputFailure): never {
  if (sentence) process.stderr.write(`${sentence}\n`);
  process.exit(code);
}

/** Writes a last text and ends the program. */
export function finish(text: string): never {
  process.stdout.write(`${text}\n`);
  const { errored } = process.stdout;
  if (errored) end(failureOf('Standard output', errored));
  process.exit(0);
}
