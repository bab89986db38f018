// A mode of the bench.

export interface ModeOptions {
  /** The factor of passages in a scaled comparison. */
  times: number;
  /** Prints results. */
  say(text: string): void;
  /** Prints progress, which is no result. */
  progress(text: string): void;
}

export interface Mode {
  name: string;
  /** One line of the usage text. */
  summary: string;
  /** Measures and prints; resolves to the figures, which can be written as JSON. */
  run(options: ModeOptions): Promise<object>;
}
