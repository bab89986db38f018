// A form as Discord's modal with one field. Pure.
// https://docs.discord.com/developers/components/reference#label
import type { Form } from '#core';
import { label } from './component.ts';

const TYPE = { textInput: 4, label: 18 } as const;
/** Several lines: a question does not fit on one. */
const PARAGRAPH_STYLE = 2;
/** In characters, by the reference above. */
const MAX_TITLE = 45;
const MAX_LABEL = 45;
const MAX_DESCRIPTION = 100;
const MAX_VALUE = 4000;

/** The field's name within its modal. */
export const FIELD = 'text';

/** Its custom id is the action of the button that opens it. */
export const modalFor = ({ action, title, label: name, hint, maxLength }: Form) => ({
  custom_id: action,
  title: label(title, MAX_TITLE),
  components: [
    {
      type: TYPE.label,
      label: label(name, MAX_LABEL),
      description: label(hint, MAX_DESCRIPTION),
      component: {
        type: TYPE.textInput,
        custom_id: FIELD,
        style: PARAGRAPH_STYLE,
        min_length: 1,
        max_length: Math.min(maxLength, MAX_VALUE),
        required: true,
      },
    },
  ],
});
