// Routes that respond to interactions; the interaction's token in the path replaces the bot's.
import { InteractionResponseType as Response } from 'discord.js';
import type { Answer } from '../faults.ts';
import type { Interaction } from '../interaction.ts';
import { alreadyAcknowledged, invalidWebhookToken, unknownInteraction, unknownWebhook } from '../refusal.ts';
import { type Asking, nothing, ok, type Route } from '../route.ts';
import { inspectCallback } from '../rules/callbacks.ts';
import { inspectMessage } from '../rules/messages.ts';
import type { CallbackBody, Json, MessageBody } from '../shapes.ts';

const CALLBACK = '/interactions/{interaction_id}/{interaction_token}/callback';
const WEBHOOK = '/webhooks/{webhook_id}/{webhook_token}';
const ORIGINAL = `${WEBHOOK}/messages/@original`;
const MESSAGE = `${WEBHOOK}/messages/{message_id}`;

function pending({ state, parameters: [id, token] }: Asking): Interaction {
  const interaction = state.interactions.find(id, token);
  if (interaction.callback) throw alreadyAcknowledged();
  if (interaction.expired) throw unknownInteraction();
  return interaction;
}

function acknowledged({ state, parameters: [application, token] }: Asking): Interaction {
  const interaction = state.interactions.ofToken(token);
  if (application !== state.application.id || !interaction?.callback) throw unknownWebhook();
  if (interaction.expired) throw invalidWebhookToken();
  return interaction;
}

const messageOf = (asking: Asking) =>
  asking.state.interactions.message(acknowledged(asking), asking.parameters[2] ?? '@original');

/** The response to a callback that asks for one. */
function outcome({ id, deed, original, callback }: Interaction): Json {
  const shown = callback?.type === Response.DeferredMessageUpdate ? undefined : original;
  return {
    interaction: {
      id,
      type: deed.type,
      ...(shown && {
        response_message_id: shown.id,
        response_message_loading: shown.loading,
        response_message_ephemeral: shown.ephemeral,
      }),
    },
    resource: { type: callback?.type, ...(shown && { message: shown.payload() }) },
  };
}

function answer(asking: Asking): Answer {
  const interaction = pending(asking);
  asking.state.interactions.acknowledge(interaction, asking.body as CallbackBody);
  return asking.query.get('with_response') === 'true' ? ok(outcome(interaction)) : nothing;
}

/** Reading, editing and deleting: the same for the first message and for any other. */
const messageRoutes = (path: string): Route[] => [
  { method: 'GET', path, authorised: false, run: (asking) => ok(messageOf(asking).payload()) },
  {
    method: 'PATCH',
    path,
    authorised: false,
    inspect: (inspection, asking) =>
      inspectMessage(inspection, '', 'webhook edit', asking.body as MessageBody, messageOf(asking)),
    run: (asking) => {
      const message = messageOf(asking);
      asking.state.interactions.edit(acknowledged(asking), message, asking.body as MessageBody);
      return ok(message.payload());
    },
  },
  {
    method: 'DELETE',
    path,
    authorised: false,
    run: (asking) => {
      asking.state.interactions.remove(acknowledged(asking), messageOf(asking));
      return nothing;
    },
  },
];

export const INTERACTION_ROUTES: Route[] = [
  {
    method: 'POST',
    path: CALLBACK,
    authorised: false,
    inspect: (inspection, asking) => {
      const { type, source } = pending(asking).deed;
      inspectCallback(inspection, asking.body as CallbackBody, { type, message: source });
    },
    run: answer,
  },
  {
    method: 'POST',
    path: WEBHOOK,
    authorised: false,
    inspect: (inspection, { body }) => inspectMessage(inspection, '', 'follow-up', body as MessageBody),
    run: (asking) =>
      ok(asking.state.interactions.followUp(acknowledged(asking), asking.body as MessageBody).payload()),
  },
  ...messageRoutes(ORIGINAL),
  ...messageRoutes(MESSAGE),
];
