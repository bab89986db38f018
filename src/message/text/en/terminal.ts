// What only the terminal says, in English.
import type { TerminalTexts } from '../keys/terminal.ts';
import { counted } from './counted.ts';

export const enTerminal: TerminalTexts = {
  greeting: (reports, files) =>
    `yinju · ${counted(reports, 'report')} from ${counted(files, 'file')}. Ask away: every answer is quoted from the reports.`,
  help: () => [
    'Type a question',
    '/help  all commands',
    '/reports  list the reports',
    '/1, /2 …  choose what has that number in the answer above',
    '/quit  leave',
  ],
  terminalOnly: () =>
    'No token of a chat platform is set, so the bot answers in the terminal only. The README says how to connect it to one.',
  goodbye: () => 'Bye.',
  prompt: () => 'ask › ',
};
