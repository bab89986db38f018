// Rules for keyboards under a message, and forced replies.
import { CALLBACK, KEYBOARD } from '../limits.ts';
import type { Button, ReplyMarkup } from '../shapes.ts';
import { inspectAddress } from './addresses.ts';
import { type Inspection, inPath } from './inspection.ts';

const ACTIONS = [
  'callback_data',
  'url',
  'copy_text',
  'switch_inline_query',
  'switch_inline_query_current_chat',
  'switch_inline_query_chosen_chat',
  'web_app',
  'login_url',
  'callback_game',
  'pay',
];
const STYLES = new Set<unknown>([undefined, 'danger', 'success', 'primary']);
const KINDS = ['inline_keyboard', 'keyboard', 'remove_keyboard', 'force_reply'] as const;
const CANNOT_PARSE = "can't parse inline keyboard button: ";

function inspectAction(inspection: Inspection, path: string, button: Button): void {
  const actions = ACTIONS.filter((field) => button[field] !== undefined);
  if (actions.length === 0)
    inspection.refuse(
      path,
      'The button does nothing.',
      `${CANNOT_PARSE}Text buttons are unallowed in the inline keyboard`,
    );
  else if (actions.length > 1)
    inspection.refuse(path, `Has ${actions.join(' and ')}, a button does one thing.`, 'BUTTON_TYPE_INVALID');
  if (button.callback_data !== undefined)
    inspection.bytes(
      inPath(path, 'callback_data'),
      button.callback_data,
      { least: 1, most: CALLBACK.dataBytes },
      'BUTTON_DATA_INVALID',
    );
  if (button.copy_text !== undefined)
    inspection.text(
      inPath(path, 'copy_text', 'text'),
      button.copy_text?.text,
      { least: 1, most: KEYBOARD.copyText },
      'BUTTON_COPY_TEXT_INVALID',
    );
  if (button.url !== undefined)
    inspectAddress(
      inspection,
      inPath(path, 'url'),
      button.url,
      `inline keyboard button URL '${button.url}' is invalid: Wrong HTTP URL`,
    );
}

function inspectButton(inspection: Inspection, path: string, button: Button | string, inline: boolean): void {
  const { text, style } = typeof button === 'string' ? { text: button } : button;
  const kind = inline ? CANNOT_PARSE : "can't parse keyboard button: ";
  if (typeof text !== 'string' || !text.trim())
    inspection.refuse(inPath(path, 'text'), 'A button shows a text.', `${kind}Can't find field "text"`);
  if (!STYLES.has(style))
    inspection.refuse(
      inPath(path, 'style'),
      `No button is "${style}".`,
      `${kind}invalid button style specified`,
    );
  if (inline && typeof button !== 'string') inspectAction(inspection, path, button);
}

function inspectRows(inspection: Inspection, path: string, rows: unknown, inline: boolean): void {
  if (!Array.isArray(rows) || !rows.every(Array.isArray)) {
    const field = path.split('.').at(-1);
    inspection.refuse(path, 'Must be a list of rows.', `field "${field}" must be an Array of Arrays`);
    return;
  }
  const count = rows.flat().length;
  if (count > KEYBOARD.buttons)
    inspection.refuse(
      path,
      `Has ${count} buttons, at most ${KEYBOARD.buttons} are taken.`,
      'reply markup is too long',
    );
  for (const [index, row] of rows.entries()) {
    if (row.length > KEYBOARD.inRow)
      inspection.refuse(
        inPath(path, index),
        `Has ${row.length} buttons, at most ${KEYBOARD.inRow} stand in a row.`,
        'reply markup is too long',
      );
    for (const [place, button] of row.entries())
      inspectButton(inspection, inPath(path, index, place), button, inline);
  }
}

/** `inlineOnly` where only an inline keyboard may hang: under what is edited, and what is sent via the bot. */
export function inspectMarkup(
  inspection: Inspection,
  path: string,
  markup: ReplyMarkup | undefined,
  inlineOnly = false,
): void {
  if (markup === undefined) return;
  if (typeof markup !== 'object' || markup === null || Array.isArray(markup)) {
    inspection.refuse(path, 'Must be an object.', 'object expected as reply markup');
    return;
  }
  const kinds = KINDS.filter((kind) => markup[kind] !== undefined);
  if (kinds.length !== 1)
    inspection.remark(path, `Has ${kinds.join(' and ') || 'nothing'}, Telegram takes one kind of keyboard.`);
  if (inlineOnly && markup.inline_keyboard === undefined)
    inspection.refuse(path, 'Only an inline keyboard can hang here.', 'inline keyboard expected');
  if (markup.inline_keyboard !== undefined)
    inspectRows(inspection, inPath(path, 'inline_keyboard'), markup.inline_keyboard, true);
  if (markup.keyboard !== undefined)
    inspectRows(inspection, inPath(path, 'keyboard'), markup.keyboard, false);
  if (markup.input_field_placeholder !== undefined)
    inspection.text(
      inPath(path, 'input_field_placeholder'),
      markup.input_field_placeholder,
      { least: 1, most: KEYBOARD.placeholder },
      'REPLY_MARKUP_INVALID',
    );
}
