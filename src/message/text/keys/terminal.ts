// What only the terminal says.
export interface TerminalTexts {
  greeting(reports: number, files: number): string;
  help(): string[];
  /** No chat platform is set up, and how to change that. */
  terminalOnly(): string;
  goodbye(): string;
  prompt(): string;
}
