// What can be told of a Telegram bot before it goes live.
import type { Finding } from '../finding.ts';
import { finalReason } from './errors.ts';
import { clientFor } from './library.ts';

/** Asks Telegram who the bot is, and looks at how it is set at @BotFather. */
export async function checkTelegram(token: string, apiRoot: string, webhookUrl: string): Promise<Finding[]> {
  const { call } = clientFor(token, apiRoot || undefined);
  try {
    const me = await call('getMe', {});
    const { url, last_error_message: problem } = await call('getWebhookInfo', {});
    return [
      { ok: true, text: `Telegram: the token belongs to @${me.username}.` },
      me.can_read_all_group_messages
        ? {
            ok: false,
            text: 'Telegram: privacy mode is off, so the bot is sent everything that is said in groups.',
            mend: 'Send /setprivacy to @BotFather, choose the bot, choose Enable.',
          }
        : { ok: true, text: 'Telegram: privacy mode is on.' },
      me.supports_inline_queries
        ? { ok: true, text: 'Telegram: inline mode is on.' }
        : {
            ok: false,
            text: 'Telegram: inline mode is off, so nobody can look passages up from within other chats.',
            mend: 'Send /setinline to @BotFather, choose the bot, and write what the field is to say.',
          },
      ...(url && url !== webhookUrl
        ? [
            {
              ok: true as const,
              text: 'Telegram: a webhook of another set-up is registered; it is replaced when the bot starts.',
            },
          ]
        : []),
      ...(problem && url === webhookUrl
        ? [
            {
              ok: false as const,
              text: `Telegram: it could not reach the webhook lately (${problem}).`,
              mend: 'Check that TELEGRAM_WEBHOOK_URL leads through your reverse proxy to TELEGRAM_WEBHOOK_PORT.',
            },
          ]
        : []),
    ];
  } catch (error) {
    const refused = finalReason(error);
    return [
      refused
        ? {
            ok: false,
            text: 'Telegram: the token is not accepted.',
            mend: 'Copy the token again from @BotFather into TELEGRAM_TOKEN, or send it /revoke for a new one.',
          }
        : {
            ok: false,
            text: `Telegram: it could not be reached (${error instanceof Error ? error.message.replaceAll(token, '…') : 'unknown error'}).`,
            mend: 'Check the network, a proxy, and TELEGRAM_API_URL.',
          },
    ];
  }
}
