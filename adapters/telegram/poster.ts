// How a message gets to a chat or topic without anybody having asked: one try, after the answers that wait for the same place.
import { type Delivery, type Log, type Message, type Poster, type PostOptions, TEXTS } from '#core';
import { chatKey, messageKey } from './decode.ts';
import { mediumFor } from './limits.ts';
import { render } from './render.ts';
import { type AttemptContext, attempt, sendTo, type Target } from './sending/attempt.ts';

/**
 * Enough for 30 a second where each takes a quarter of one; a process that dies leaves no more than these in doubt, and Telegram cannot
 * tell a repetition.
 */
const MOST = 8;
/** After an outage or a refusal that says nothing about when to try again. */
const RETRY_MS = 5000;

/** The poster of a bot, at the pace of its answers. */
export function posterFor(means: AttemptContext, log: Log): Poster {
  return {
    platform: 'telegram',
    maxConcurrent: MOST,
    medium: mediumFor,
    direct: async (person) => directKey(person),
    addressOf,
    post: (place, message, posting) => post({ means, log }, place, message, posting),
  };
}

/** Sends a message, to a group's new number where it has one. Only errors that are none of Telegram's are thrown. */
async function post(
  { means, log }: { means: AttemptContext; log: Log },
  place: string,
  message: Message,
  { locale, silent, id, isOurs }: PostOptions,
): Promise<Delivery> {
  const content = render(message, TEXTS[locale]);
  const begin = async (to: Target) => (isOurs() ? sendTo(means.call, to, content, silent) : undefined); // it has waited too long for its turn
  const send = (to: Target) => attempt(means, to.chat, () => begin(to), 'in time');
  let target = targetOf(place);
  let sent = await send(target);
  if (sent.outcome === 'moved') {
    target = { chat: sent.to }; // a group that becomes a supergroup had no topics
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
      log.error(
        { err: sent.error, place, posting: id },
        'Telegram did not take a message that nobody asked for',
      );
      return { outcome: 'retry', afterMs: RETRY_MS };
    default:
      return { outcome: 'retry', afterMs: RETRY_MS };
  }
}

/** A person's chat with the bot has the person's number. Only who has begun it can be written to. */
function directKey(person: string): string | undefined {
  const [, number] = /^telegram:(\d+)$/.exec(person) ?? [];
  return number && chatKey(Number(number));
}

/** https://core.telegram.org/api/links#private-message-links; ordinary groups have no address. */
function addressOf(place: string): string | undefined {
  const { chat, thread } = targetOf(place);
  const [, supergroup] = /^-100(\d+)$/.exec(String(chat)) ?? [];
  return supergroup && `https://t.me/c/${supergroup}/${thread ?? 1}`;
}

/** @throws where the key is none of this adapter's */
function targetOf(place: string): Target {
  const [, chat, thread] = /^telegram:chat:(-?\d+)(?::topic:(\d+))?$/.exec(place) ?? [];
  if (chat === undefined) throw new Error(`${place} is no place on Telegram`);
  return { chat: Number(chat), ...(thread === undefined ? {} : { thread: Number(thread) }) };
}
