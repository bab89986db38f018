// A form as Discord takes it: a modal with one field. Pure.
// https://docs.discord.com/developers/components/reference#label
import type { Form } from '#core';
import { label } from './component.ts';

const TYPE = { textInput: 4, label: 18 } as const;
/** Several lines: questions are longer than what one shows. */
const PARAGRAPH_STYLE = 2;
/** By the reference above, in characters. */
const MAX_TITLE = 45;
const MAX_LABEL = 45;
const MAX_DESCRIPTION = 100;
const MAX_VALUE = 4000;

/** The field's name within its modal. */
export const FIELD = 'text';

/** The modal for a form; its data come back as those of the button did. */
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

export type Modal = ReturnType<typeof modalFor>;
