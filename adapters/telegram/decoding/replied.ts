// The text that a reply is about: what is quoted in it, else the text of the message that it replies to.
// Pure.
import type { Me, RepliedMessage, TelegramMessage, TextSpan } from '../api.ts';

/** Of the bot's own messages only the quote. Undefined where there is no text. */
export function aboutOf({ quote, reply_to_message }: TelegramMessage, me: Me): string | undefined {
  const words = quote?.text.trim() || (reply_to_message && wordsOf(reply_to_message, me));
  return words === '' ? undefined : words;
}

function wordsOf(message: RepliedMessage, me: Me): string | undefined {
  const { text, caption, rich_message: rich, poll } = message;
  const words = text ?? caption ?? rich ?? poll?.question;
  if (words === undefined) return undefined;
  const entities = (text === undefined ? message.caption_entities : message.entities) ?? [];
  const blockquotes = entities.filter(({ type }) => /blockquote$/.test(type));
  const ours = blockquotes.find((blockquote) => entities.some((each) => isQuoteId(each, blockquote)));
  const isOwn = message.from?.id === me.id;
  const quoted = ours ?? (isOwn ? undefined : blockquotes[0]);
  if (quoted) return words.slice(quoted.offset, quoted.offset + quoted.length).trim();
  return isOwn ? undefined : withoutCommand(words, me);
}

/** The bot's quotes follow their id, in forwarded messages, too. */
const isQuoteId = ({ type, offset, length }: TextSpan, blockquote: TextSpan): boolean =>
  type === 'code' && offset + length === blockquote.offset - 1;

/** A text without a leading command and without mentions of the bot. */
const withoutCommand = (words: string, { username }: Me): string =>
  words
    .replace(/^\/\w{1,32}(?:@\w{1,64})?(?=\s|$)/, '')
    .replace(new RegExp(`@${username}\\b`, 'gi'), ' ')
    .trim();
