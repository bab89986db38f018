// What the first response to an interaction may be, by the kind of interaction.
import { InteractionResponseType, InteractionType, MessageFlags } from 'discord.js';
import { CHOICES } from '../limits.ts';
import type { CallbackBody, Choice } from '../shapes.ts';
import { type Inspection, inPath } from './inspection.ts';
import { type Content, inspectMessage } from './messages.ts';
import { inspectModal } from './modals.ts';

/** What is answered. */
export interface Asked {
  type: InteractionType;
  /** What the message with the pressed component holds. */
  message?: Content | undefined;
}

const {
  ChannelMessageWithSource: REPLY,
  DeferredChannelMessageWithSource: DEFERRED_REPLY,
  DeferredMessageUpdate: DEFERRED_UPDATE,
  UpdateMessage: UPDATE,
  ApplicationCommandAutocompleteResult: SUGGESTIONS,
  Modal: MODAL,
} = InteractionResponseType;

function allowedTypes({ type, message }: Asked): number[] {
  if (type === InteractionType.ApplicationCommandAutocomplete) return [SUGGESTIONS];
  const updates = message ? [DEFERRED_UPDATE, UPDATE] : [];
  const modal = type === InteractionType.ModalSubmit ? [] : [MODAL];
  return [REPLY, DEFERRED_REPLY, ...updates, ...modal];
}

function inspectChoices(inspection: Inspection, choices: readonly Choice[] | undefined): void {
  const path = 'data.choices';
  if (!choices) inspection.refuse(path, 'This field is required', 'BASE_TYPE_REQUIRED');
  for (const [index, choice] of inspection.list(path, choices, CHOICES.count).entries()) {
    inspection.text(inPath(path, index, 'name'), choice.name, CHOICES.text);
    for (const [locale, name] of Object.entries(choice.name_localizations ?? {}))
      inspection.text(inPath(path, index, 'name_localizations', locale), name, CHOICES.text);
    if (typeof choice.value !== 'number')
      inspection.text(inPath(path, index, 'value'), choice.value, CHOICES.text);
  }
}

export function inspectCallback(inspection: Inspection, body: CallbackBody, asked: Asked): void {
  const { type, data } = body;
  if (type === undefined || !allowedTypes(asked).includes(type)) {
    inspection.refuse('type', `Not an answer to this kind of interaction: ${type}.`, 'BASE_TYPE_CHOICES');
    return;
  }
  if (type === DEFERRED_REPLY && ((data?.flags ?? 0) & ~MessageFlags.Ephemeral) !== 0)
    inspection.refuse('data.flags', 'A deferred response takes only the ephemeral flag.', 'DEFERRED_FLAGS');
  if (type === DEFERRED_REPLY && data) inspection.fields('data', data, new Set(['flags']));
  if (type === REPLY) inspectMessage(inspection, 'data', 'response', data ?? {});
  if (type === UPDATE) inspectMessage(inspection, 'data', 'update', data ?? {}, asked.message);
  if (type === SUGGESTIONS) inspectChoices(inspection, data?.choices);
  if (type === MODAL) inspectModal(inspection, 'data', data ?? {});
}
