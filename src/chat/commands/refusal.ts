// The result of a command that cannot be done as it was given: a sentence that only the asker sees.
import type { CommandContext, CommandResult } from '../command.ts';

export const refusal = (text: string, { locale }: Pick<CommandContext, 'locale'>): CommandResult => ({
  message: [{ type: 'paragraph', text }],
  locale,
  forAsker: true,
});
