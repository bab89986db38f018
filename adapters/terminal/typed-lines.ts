// The lines that a person types, or that come through a pipe, until the input ends or the person wants to leave. Knows how a terminal
// interrupts, stops and goes on.
import { createInterface, type Interface } from 'node:readline';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { ReadStream } from 'node:tty';

export interface Keyboard {
  input: NodeJS.ReadableStream;
  output: NodeJS.WritableStream;
  /** A person sees what is written, on a screen whose cursor can be moved. */
  edits: boolean;
  /** A person sees what is written. */
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
  /** An answer is being made; what is typed meanwhile waits. */
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
    this.lines.on('close', () => this.stopReading());
    this.lines.on('SIGINT', () => this.interrupt());
    this.lines.on('SIGTSTP', () => this.stop());
    input.on('error', () => this.leave()); // whoever typed is gone
    for (const signal of SIGNALS) process.once(signal, this.leave); // a second one ends the process at once
  }

  /** The next line, after showing that it is waited for; undefined when there is none any more. */
  async next(): Promise<string | undefined> {
    if (this.prompts && !this.hasEnded && this.waiting.length === 0) this.lines.prompt();
    this.isBusy = false;
    await nextTurn(); // of ten thousand lines pasted at once none keeps Ctrl-C from being heard
    while (this.waiting.length === 0 && !this.hasEnded)
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    this.isBusy = true;
    return this.waiting.shift();
  }

  /** Reads nothing more. */
  close(): void {
    for (const signal of SIGNALS) process.removeListener(signal, this.leave);
    this.lines.close();
  }

  /** What was typed and not read yet is forgotten. */
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
   * Ctrl-Z stops the program together with what has started it, as every terminal does: the library would stop this process alone, and a shell
   * waits on for npm, which is not stopped.
   */
  private stop(): void {
    process.once('SIGCONT', () => {
      this.lines.pause(); // a stream that was not paused and resumed hears no Ctrl-C any more
      this.setRaw(true);
      this.lines.prompt(true);
    });
    this.setRaw(false);
    process.kill(0, 'SIGTSTP'); // 0: the whole job
  }

  private setRaw(isRaw: boolean): void {
    if (this.input instanceof ReadStream) this.input.setRawMode(isRaw);
  }

  /** Ctrl-C takes back what stands in the line; where nothing does, the person leaves. */
  private interrupt(): void {
    if (this.isBusy || this.lines.line === '') this.leave();
    else for (const name of ['e', 'u']) this.lines.write(null, { ctrl: true, name }); // to its end, and back to its beginning
  }
}
