// Replies to small talk. They neither use the conversation nor become part of it.
import { TEXTS } from '../message/index.ts';
import type { Command, CommandContext, CommandResult } from './command.ts';
import { helpView } from './commands/help.ts';
import { smallTalkIn, smallTalkLocale } from './detect-small-talk.ts';
import type { Incoming } from './incoming.ts';

/** The reply to small talk, in plain words or by the command to ask; undefined for everything else. */
export function replyToSmallTalk(
  request: Incoming['request'],
  command: Command,
  values: Record<string, unknown>,
  context: CommandContext,
): CommandResult | undefined {
  const text =
    request.type === 'question' ? request.text : command.name === 'ask' ? values.question : undefined;
  const kind =
    typeof text === 'string' && (text.trim() !== '' || request.type === 'question') && smallTalkIn(text);
  if (typeof text !== 'string' || !kind) return undefined;
  const locale = smallTalkLocale(text, kind, context.locale);
  const texts = TEXTS[locale];
  if (kind === 'greeting' || kind === 'help') return { message: helpView({ ...context, locale }), locale };
  const reply = kind === 'thanks' ? texts.welcome() : texts.acknowledged();
  return { message: [{ type: 'paragraph', text: reply }], locale };
}

/** A 👍 or ok among several people is no request to the bot. */
export const needsNoAnswer = ({ request, place }: Incoming): boolean =>
  request.type === 'question' && place.kind !== 'private' && smallTalkIn(request.text) === 'reaction';
