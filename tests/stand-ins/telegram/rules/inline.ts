// Rules for answers to inline queries.
import { INLINE, START_PARAMETER } from '../limits.ts';
import type { Body, InlineResult, ResultsButton } from '../shapes.ts';
import { type Inspection, inPath } from './inspection.ts';
import { inspectMarkup } from './keyboard.ts';
import { CAPTION, INLINE_MESSAGE, inspectText } from './text.ts';

/** Shown by themselves where they bring no message of their own. */
const NEEDS_MESSAGE = new Set(['article']);

/** One result, also the one that a guest message is answered with. */
export function inspectResult(inspection: Inspection, path: string, result: InlineResult): void {
  const { id, type, title, input_message_content: content } = result;
  inspection.bytes(inPath(path, 'id'), id, { least: 1, most: INLINE.idBytes }, 'RESULT_ID_INVALID');
  if (type === 'article' && !title?.trim())
    inspection.refuse(inPath(path, 'title'), 'An article has a title.', 'ARTICLE_TITLE_EMPTY');
  if (!content && NEEDS_MESSAGE.has(type))
    inspection.refuse(
      inPath(path, 'input_message_content'),
      'An article says what is sent when it is chosen.',
      'SEND_MESSAGE_TYPE_INVALID',
    );
  if (content && 'message_text' in content)
    inspectText(inspection, inPath(path, 'input_message_content'), content, INLINE_MESSAGE);
  inspectText(inspection, path, result, CAPTION);
  inspectMarkup(inspection, inPath(path, 'reply_markup'), result.reply_markup, true);
}

function inspectResultsButton(inspection: Inspection, path: string, button: ResultsButton): void {
  const { text, start_parameter: start, web_app: app } = button;
  if (!text?.trim()) inspection.refuse(inPath(path, 'text'), 'A button shows a text.', 'BUTTON_TEXT_INVALID');
  if ((start === undefined) === (app === undefined))
    inspection.refuse(path, 'Has exactly one of start_parameter and web_app.', 'START_PARAM_EMPTY');
  if (start !== undefined && !START_PARAMETER.test(start))
    inspection.refuse(
      inPath(path, 'start_parameter'),
      `"${start}" must be 1 to 64 of A-Z, a-z, 0-9, _ and -.`,
      'START_PARAM_INVALID',
    );
}

export function inspectInlineAnswer(inspection: Inspection, body: Body): void {
  const results = inspection.list('results', body.results, INLINE.results, 'RESULTS_TOO_MUCH');
  const seen = new Set<string>();
  for (const [index, result] of results.entries()) {
    inspectResult(inspection, inPath('results', index), result);
    if (seen.has(result.id))
      inspection.refuse(
        inPath('results', index, 'id'),
        `"${result.id}" is used twice.`,
        'RESULT_ID_DUPLICATE',
      );
    seen.add(result.id);
  }
  if (body.next_offset !== undefined)
    inspection.bytes(
      'next_offset',
      body.next_offset,
      { least: 0, most: INLINE.offsetBytes },
      'NEXT_OFFSET_INVALID',
    );
  if (body.cache_time !== undefined && !(body.cache_time >= 0))
    inspection.refuse('cache_time', 'Must not be negative.', 'CACHE_TIME_INVALID');
  if (body.button) inspectResultsButton(inspection, 'button', body.button);
}
