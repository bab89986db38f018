// Lines that a person types or that come through a pipe, until the input ends or the person leaves. Handles
// Ctrl-C, Ctrl-D, Ctrl-Z and signals as terminals do.
import { createInterface, type Interface } from 'node:readline';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { ReadStream } from 'node:tty';

export interface Keyboard {
  input: NodeJS.ReadableStream;
  output: NodeJS.WritableStream;
  /** Lines can be edited: a person types, on a terminal whose cursor can be moved. */
  edits: boolean;
  /** A prompt is shown: a person types. */
  prompts: boolean;
  prompt: string;
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

export class TypedLines {
  private readonly input: NodeJS.ReadableStream;
  private readonly lines: Interface;
  private readonly prompts: boolean;
  private readonly waiting: string[] = [];
  private hasEnded = false;
  private isClosed = false;
  /** An answer is under way; lines that are typed meanwhile wait. */
  private isBusy = true;
  private wake = () => {};

  constructor({ input, output, edits, prompts, prompt }: Keyboard) {
    this.input = input;
    this.prompts = prompts;
    this.lines = createInterface({ input, output, terminal: edits, prompt, crlfDelay: Infinity });
    this.lines.on('line', (line) => {
      this.waiting.push(line);
      this.wake();
    });
    this.lines.on('close', () => {
      this.isClosed = true;
      this.stopReading();
    });
    this.lines.on('SIGINT', () => this.interrupt());
    this.lines.on('SIGTSTP', () => this.stop());
    input.on('error', () => this.leave()); // the terminal is gone
    for (const signal of SIGNALS) process.once(signal, this.leave); // a second one ends the process at once
  }

  /** Shows the prompt and resolves with the next line; undefined at the end of the input. */
  async next(): Promise<string | undefined> {
    if (this.prompts && !this.hasEnded && this.waiting.length === 0) this.lines.prompt();
    this.isBusy = false;
    await nextTurn(); // lets Ctrl-C through while many pasted lines wait
    while (this.waiting.length === 0 && !this.hasEnded)
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    this.isBusy = true;
    return this.waiting.shift();
  }

  close(): void {
    for (const signal of SIGNALS) process.removeListener(signal, this.leave);
    this.lines.close();
  }

  /** Drops lines that were typed and not read yet. */
  private readonly leave = (): void => {
    this.waiting.length = 0;
    this.stopReading();
    this.lines.close();
  };

  private stopReading(): void {
    this.hasEnded = true;
    this.wake();
  }

  /**
   * Ctrl-Z stops the whole job, as terminals do: the library would stop this process alone, and the shell
   * would go on waiting for npm.
   */
  private stop(): void {
    process.once('SIGCONT', this.resume);
    this.setRaw(false);
    process.kill(0, 'SIGTSTP'); // 0: the whole job
  }

  /** The signal may be told of after lines that were typed since, a farewell among them. */
  private readonly resume = (): void => {
    if (this.isClosed) return;
    this.lines.pause(); // without pause and resume the stream gets no Ctrl-C
    this.setRaw(true);
    this.lines.prompt(true);
  };

  private setRaw(isRaw: boolean): void {
    if (this.input instanceof ReadStream) this.input.setRawMode(isRaw);
  }

  /** Ctrl-C clears the line; on an empty one the person leaves. */
  private interrupt(): void {
    if (this.isBusy || this.lines.line === '') this.leave();
    // Ctrl-E Ctrl-U: from the end, delete to the start
    else for (const name of ['e', 'u']) this.lines.write(null, { ctrl: true, name });
  }
}
