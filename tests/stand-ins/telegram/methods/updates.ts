// Methods for getting updates: polling and webhook.
import { UPDATES, WEBHOOK, WEBHOOK_PORTS } from '../limits.ts';
import type { Asking, Methods } from '../method.ts';
import { HAS_WEBHOOK } from '../polling.ts';
import { badRequest, conflict } from '../refusal.ts';
import type { Inspection } from '../rules/inspection.ts';
import type { Body } from '../shapes.ts';
import { isLoopback } from '../webhook.ts';

const KINDS = new Set([
  'message',
  'edited_message',
  'channel_post',
  'edited_channel_post',
  'business_connection',
  'business_message',
  'edited_business_message',
  'deleted_business_messages',
  'guest_message',
  'message_reaction',
  'message_reaction_count',
  'inline_query',
  'chosen_inline_result',
  'callback_query',
  'shipping_query',
  'pre_checkout_query',
  'purchased_paid_media',
  'poll',
  'poll_answer',
  'my_chat_member',
  'chat_member',
  'chat_join_request',
  'chat_boost',
  'removed_chat_boost',
  'managed_bot',
]);

function inspectAllowed(inspection: Inspection, { allowed_updates: allowed }: Body): void {
  const kinds = inspection.list(
    'allowed_updates',
    allowed,
    KINDS.size,
    "can't parse allowed_updates JSON object",
  );
  for (const kind of kinds)
    if (!KINDS.has(kind)) inspection.remark('allowed_updates', `No update is a "${kind}".`);
}

function inspectPoll(inspection: Inspection, body: Body): void {
  inspectAllowed(inspection, body);
  const { limit, timeout } = body;
  if (limit !== undefined && (limit < 1 || limit > UPDATES.most))
    inspection.remark('limit', `Telegram takes 1 to ${UPDATES.most}, not ${limit}.`);
  if (timeout !== undefined && (timeout < 0 || timeout > UPDATES.pollSeconds))
    inspection.remark('timeout', `Telegram waits at most ${UPDATES.pollSeconds} seconds, not ${timeout}.`);
}

function inspectHook(inspection: Inspection, body: Body): void {
  inspectAllowed(inspection, body);
  const { secret_token: secret, max_connections: connections } = body;
  if (secret !== undefined && !WEBHOOK.secret.test(secret))
    inspection.refuse(
      'secret_token',
      'Must be 1 to 256 of A-Z, a-z, 0-9, _ and -.',
      'secret token contains unallowed characters',
    );
  if (connections !== undefined && (connections < 1 || connections > WEBHOOK.mostConnections))
    inspection.remark(
      'max_connections',
      `Telegram takes 1 to ${WEBHOOK.mostConnections}, not ${connections}.`,
    );
}

/** The address of a webhook; Telegram's own rules hold for all but this machine. */
function addressOf({ state, body }: Asking): URL {
  const text = String(body.url);
  const whole = /^\w+:\/\//.test(text) ? text : `https://${text}`;
  if (!URL.canParse(whole)) throw badRequest('invalid webhook URL specified');
  const address = new URL(whole);
  if (!isLoopback(address)) {
    if (address.protocol !== 'https:')
      throw badRequest('bad webhook: An HTTPS URL must be provided for webhook');
    if (!WEBHOOK_PORTS.includes(address.port))
      throw badRequest('bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443');
  }
  if (!state.webhook.routed(address))
    throw badRequest('bad webhook: Failed to resolve host: Name or service not known');
  return address;
}

function forget({ state, body }: Asking): void {
  if (body.drop_pending_updates) state.updates.clear();
}

function allow({ state, body }: Asking): void {
  if (body.allowed_updates) state.updates.allowed = body.allowed_updates;
}

function setWebhook(asking: Asking): true {
  const { state, body } = asking;
  const url = body.url ? addressOf(asking) : undefined;
  forget(asking);
  if (url) {
    allow(asking);
    state.polling.end('terminated by setWebhook request');
  }
  state.webhook.set(
    url && {
      given: String(body.url),
      url,
      secret: body.secret_token,
      connections: body.max_connections ?? WEBHOOK.connections,
    },
  );
  return true;
}

export const UPDATE_METHODS: Methods = {
  getUpdates: {
    inspect: inspectPoll,
    run: (asking) => {
      const { state, body, gone } = asking;
      if (state.webhook.active) throw conflict(HAS_WEBHOOK);
      allow(asking);
      return state.polling.poll(body, gone);
    },
  },
  setWebhook: { inspect: inspectHook, run: setWebhook },
  deleteWebhook: {
    run: (asking) => {
      forget(asking);
      asking.state.webhook.set(undefined);
      return true;
    },
  },
  getWebhookInfo: { run: ({ state }) => state.webhook.info() },
};
