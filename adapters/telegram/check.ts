// For the doctor: whether Telegram accepts the token, and how the bot is set up at @BotFather. Changes
// nothing, and never requests updates, which the bot would miss.
import type { Clock } from '#core';
import { advice, type Finding, good, wrong } from '../finding.ts';
import { type PlatformResponse, requestOnce } from '../platform-request.ts';
import type { Me } from './api.ts';

const TELEGRAM_API = 'https://api.telegram.org';
const TOKEN = /^\d+:[\w-]+$/;
/** An older error of the webhook may be solved. */
const RECENT_SECONDS = 60 * 60;

interface WebhookInfo {
  url: string;
  /** Seconds since 1970. */
  last_error_date?: number;
  last_error_message?: string;
}

const WRONG_TOKEN = wrong(
  'Telegram does not accept TELEGRAM_TOKEN.',
  'Copy the token again from @BotFather, or send it /revoke for a new one.',
);

export async function checkTelegram(
  token: string,
  apiUrl: string,
  webhookUrl: string,
  clock: Clock,
): Promise<Finding[]> {
  if (!TOKEN.test(token)) return [WRONG_TOKEN];
  const ask = (method: string) => {
    const address = new URL(`./bot${token}/${method}`, apiUrl || TELEGRAM_API).href;
    return requestOnce({ platform: 'Telegram', address, token }, clock);
  };
  const who = await ask('getMe');
  const me = resultOf<Me>(who, 'username');
  if (!who.ok || !me) return failureFindings(who);
  const webhook = resultOf<WebhookInfo>(await ask('getWebhookInfo'), 'url');
  return [
    ...who.clock,
    good(`TELEGRAM_TOKEN belongs to @${me.username}.`),
    ...botFindings(me),
    ...(webhook ? webhookFindings(webhook, webhookUrl, clock.now()) : []),
  ];
}

function botFindings({
  can_read_all_group_messages: hearsAll,
  supports_inline_queries: inline,
  can_join_groups: joins,
}: Me): Finding[] {
  return [
    ...(joins
      ? [
          good(
            'Telegram: anybody may add the bot to a group (/setjoingroups at @BotFather); with ACCESS=closed it answers there once it is allowed.',
          ),
        ]
      : []),
    hearsAll
      ? wrong(
          'Telegram: privacy mode is off, so the bot is sent all that is said in groups.',
          'Send /setprivacy to @BotFather, choose the bot, then Enable; groups that it is in must remove it and add it again.',
        )
      : good('Telegram: privacy mode is on.'),
    inline
      ? good('Telegram: inline mode is on.')
      : wrong(
          'Telegram: inline mode is off, so nothing can be looked up from within other chats.',
          'Send /setinline to @BotFather, choose the bot, then write what its empty field is to say.',
        ),
  ];
}

function webhookFindings(webhook: WebhookInfo, wanted: string, now: number): Finding[] {
  const { url, last_error_date: at = 0, last_error_message: problem } = webhook;
  if (url !== '' && url !== wanted)
    return [
      advice(
        'Telegram sends messages to a webhook of another set-up; the bot ends that when it starts.',
        'If that set-up is still in use, give this one a bot of its own.',
      ),
    ];
  const isRecent = at > now / 1000 - RECENT_SECONDS;
  if (url === '' || !problem || !isRecent) return [];
  return [
    wrong(
      `Telegram could not reach the webhook lately (${problem}).`,
      'Check that TELEGRAM_WEBHOOK_URL leads through your reverse proxy to TELEGRAM_WEBHOOK_PORT, and that TELEGRAM_WEBHOOK_HOST lets the proxy in.',
    ),
  ];
}

function failureFindings(response: PlatformResponse): Finding[] {
  if (!response.ok)
    return [
      wrong(
        `Telegram cannot be reached (${response.reason}).`,
        'Check the network, a proxy or firewall, and TELEGRAM_API_URL.',
      ),
    ];
  const { status, body, clock } = response;
  if (status === 200 || (body === undefined && status < 500))
    return [
      ...clock,
      wrong('What answers for Telegram is not Telegram.', 'Correct TELEGRAM_API_URL, or leave it empty.'),
    ];
  // Telegram answers 404 to a malformed token
  if (status === 401 || status === 404) return [...clock, WRONG_TOKEN];
  return [...clock, wrong(`Telegram cannot answer now (status ${status}).`, 'Try again in some minutes.')];
}

/** The result of a successful call, recognised by one of its fields. */
function resultOf<Result>(response: PlatformResponse, field: keyof Result & string): Result | undefined {
  if (!response.ok || response.status !== 200) return undefined;
  const { result } = (response.body ?? {}) as { result?: unknown };
  return typeof result === 'object' && result !== null && field in result ? (result as Result) : undefined;
}
