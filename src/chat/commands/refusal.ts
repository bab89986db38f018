// A command that cannot be done as it was given: said to whoever used it, and to nobody else.
import type { CommandContext, CommandResult } from '../command.ts';

export const refusal = (text: string, { locale }: Pick<CommandContext, 'locale'>): CommandResult => ({
  message: [{ type: 'paragraph', text }],
  locale,
  forAsker: true,
});
