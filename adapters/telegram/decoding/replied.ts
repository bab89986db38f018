// What a message that replies to another one is about: the stretch that is marked in it, else its words. Pure.
import type { Me, RepliedMessage, Stretch, TelegramMessage } from '../api.ts';

/** The words that a reply is about, without what stands around a quotation in the bot's own messages; undefined where there are none. */
export function aboutOf({ quote, reply_to_message }: TelegramMessage, me: Me): string | undefined {
  const words = quote?.text.trim() || (reply_to_message && wordsOf(reply_to_message, me));
  return words === '' ? undefined : words;
}

function wordsOf(message: RepliedMessage, me: Me): string | undefined {
  const { text, caption, rich_message: rich, poll } = message;
  const words = text ?? caption ?? rich ?? poll?.question;
  if (words === undefined) return undefined;
  const entities = (text === undefined ? message.caption_entities : message.entities) ?? [];
  const quotations = entities.filter(({ type }) => /blockquote$/.test(type));
  const ours = quotations.find((quotation) => entities.some((each) => isIdAbove(each, quotation)));
  const isOwn = message.from?.id === me.id;
  const quotation = ours ?? (isOwn ? undefined : quotations[0]);
  if (quotation) return words.slice(quotation.offset, quotation.offset + quotation.length).trim();
  return isOwn ? undefined : plain(words, me);
}

/** The bot's quotations stand under their id, whoever sends or forwards them. */
const isIdAbove = ({ type, offset, length }: Stretch, quotation: Stretch): boolean =>
  type === 'code' && offset + length === quotation.offset - 1;

/** Without a command before the words, and without the bot's name in them. */
const plain = (words: string, { username }: Me): string =>
  words
    .replace(/^\/\w{1,32}(?:@\w{1,64})?(?=\s|$)/, '')
    .replace(new RegExp(`@${username}\\b`, 'gi'), ' ')
    .trim();
