// What a mode of the bench is.

export interface ModeOptions {
  /** How many times as many passages a scaled comparison gets. */
  times: number;
  /** Prints results. */
  say(text: string): void;
  /** Tells a waiting person what is going on; no result. */
  progress(text: string): void;
}

export interface Mode {
  name: string;
  /** One line for the usage. */
  summary: string;
  /** Measures and prints; resolves to the figures, which can be written as JSON. */
  run(options: ModeOptions): Promise<object>;
}
