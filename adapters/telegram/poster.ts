// Posts to chats and topics without a request: one attempt, after the answers that wait for the same chat.
import { type Delivery, type Log, type Message, type Poster, type PostOptions, TEXTS } from '#core';
import { chatIn, chatKey, messageKey, personIn } from './keys.ts';
import { mediumFor } from './limits.ts';
import { render } from './render.ts';
import { type AttemptContext, attempt, sendTo, type Target } from './sending/attempt.ts';

/**
 * Postings under way at once: enough for 30 a second at a quarter second each. A process that dies leaves
 * these in doubt, and Telegram cannot recognise a repetition.
 */
const MAX_CONCURRENT = 8;
/** After an outage, and after a refusal that does not say when to retry. */
const RETRY_MS = 5000;

/** Shares the rate limiter with the bot's answers. */
export function posterFor(context: AttemptContext, log: Log): Poster {
  return {
    platform: 'telegram',
    maxConcurrent: MAX_CONCURRENT,
    medium: mediumFor,
    direct: async (person) => directKey(person),
    addressOf,
    post: (place, message, posting) => post({ context, log }, place, message, posting),
  };
}

/** Sends a message, to a group's new number where it has one. Throws only errors that are not Telegram's. */
async function post(
  { context, log }: { context: AttemptContext; log: Log },
  place: string,
  message: Message,
  { locale, silent, id, isClaimed }: PostOptions,
): Promise<Delivery> {
  const content = render(message, TEXTS[locale]);
  const sendIfClaimed = async (
    to: Target, // the claim may have ended while it waited
  ) => (isClaimed() ? sendTo(context.call, to, content, silent) : undefined);
  const send = (to: Target) => attempt(context, to.chat, () => sendIfClaimed(to), 'posting');
  let target: Target = chatIn(place);
  let sent = await send(target);
  if (sent.outcome === 'moved') {
    target = { chat: sent.to }; // a group that becomes a supergroup has no topics
    sent = await send(target);
  }
  switch (sent.outcome) {
    case 'done':
      return sent.result === undefined
        ? { outcome: 'retry', afterMs: RETRY_MS }
        : { outcome: 'sent', messages: [messageKey(target.chat, sent.result)] };
    case 'wait':
      log.warn({ chat: target.chat, afterMs: sent.afterMs }, 'Telegram asks to wait');
      return { outcome: 'retry', afterMs: sent.afterMs };
    case 'gone':
      return sent;
    case 'obstacle':
      return { outcome: 'retry', afterMs: RETRY_MS, obstacle: sent.obstacle };
    case 'refused':
      log.error({ err: sent.error, place, posting: id }, 'Telegram did not take a digest or a notice');
      return { outcome: 'retry', afterMs: RETRY_MS };
    default:
      return { outcome: 'retry', afterMs: RETRY_MS };
  }
}

/**
 * A person's chat with the bot has the person's number. It can be written to only once the person has opened
 * it.
 */
function directKey(person: string): string | undefined {
  const id = personIn(person);
  return id === undefined ? undefined : chatKey(id);
}

/** https://core.telegram.org/api/links#private-message-links; ordinary groups have no address. */
function addressOf(place: string): string | undefined {
  const { chat, thread } = chatIn(place);
  const [, supergroup] = /^-100(\d+)$/.exec(String(chat)) ?? [];
  return supergroup && `https://t.me/c/${supergroup}/${thread ?? 1}`;
}
