// Rules for modals.
import { ComponentType } from 'discord.js';
import { COMPONENTS, MODAL } from '../limits.ts';
import type { Component, Modal } from '../shapes.ts';
import { inspectIdentity, inspectSelect, isSelect } from './components.ts';
import { type Inspection, inPath } from './inspection.ts';

function inspectTextInput(inspection: Inspection, path: string, input: Component): void {
  inspection.text(inPath(path, 'custom_id'), input.custom_id, COMPONENTS.customId);
  inspection.optionalText(inPath(path, 'placeholder'), input.placeholder, MODAL.placeholder, 0);
  inspection.optionalText(inPath(path, 'value'), input.value, MODAL.value, 0);
  if (input.style !== 1 && input.style !== 2)
    inspection.refuse(inPath(path, 'style'), 'Value must be one of 1, 2.', 'BASE_TYPE_CHOICES');
  const { min_length: least = 0, max_length: most = MODAL.value } = input;
  if (least < 0 || most < 1 || least > most || most > MODAL.value)
    inspection.refuse(path, 'min_length and max_length do not fit together.', 'TEXT_INPUT_LENGTH');
}

/** A label with what it names, a row with one text input (the older way), or plain text. */
function inspectQuestion(inspection: Inspection, path: string, question: Component): void {
  if (question.type === ComponentType.Label) {
    inspection.text(inPath(path, 'label'), question.label, MODAL.label);
    inspection.optionalText(inPath(path, 'description'), question.description, MODAL.description);
    const at = inPath(path, 'component');
    if (question.component?.type === ComponentType.TextInput)
      inspectTextInput(inspection, at, question.component);
    else if (question.component && isSelect(question.component))
      inspectSelect(inspection, at, question.component);
    else if (!question.component) inspection.refuse(at, 'This field is required', 'BASE_TYPE_REQUIRED');
  } else if (question.type === ComponentType.ActionRow) {
    const inputs = inspection.list(inPath(path, 'components'), question.components, 1, 1);
    for (const input of inputs) {
      inspectTextInput(inspection, inPath(path, 'components', 0), input);
      inspection.text(inPath(path, 'components', 0, 'label'), input.label, MODAL.label);
    }
  } else if (question.type === ComponentType.TextDisplay)
    inspection.text(inPath(path, 'content'), question.content, COMPONENTS.text);
  else inspection.refuse(inPath(path, 'type'), 'Not allowed in a modal.', 'BASE_TYPE_CHOICES');
}

export function inspectModal(inspection: Inspection, path: string, modal: Partial<Modal>): void {
  inspection.text(inPath(path, 'custom_id'), modal.custom_id, COMPONENTS.customId);
  inspection.text(inPath(path, 'title'), modal.title, MODAL.title);
  const componentsPath = inPath(path, 'components');
  const components = inspection.list(componentsPath, modal.components, MODAL.components, 1);
  for (const [index, component] of components.entries())
    inspectQuestion(inspection, inPath(componentsPath, index), component);
  inspectIdentity(inspection, componentsPath, components);
}
