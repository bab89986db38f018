// /verify: whether a text is in a report word for word.
import { type Verification, verify as verifyText } from '../../answer/index.ts';
import type { PassageIndex } from '../../search/index.ts';
import { defineCommand } from '../command.ts';
import { verificationView } from '../views/verification.ts';

export const verify = defineCommand({
  name: 'verify',
  options: {
    text: {
      required: true,
      fromReply: true,
      maxLength: 2000,
    },
  },
  right: 'everyone',
  anywhere: false,
  audience: 'either',
  async run({ text }, context) {
    return { message: verificationView(verified(text, context.index), context), locale: context.locale };
  },
});

/** Up to this many lines are also looked up one by one. */
const MAX_LINES = 12;

/** Several quotes below each other are verbatim where each of them is. */
function verified(text: string, index: PassageIndex): Verification {
  const whole = verifyText(text, index);
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (isFound(whole) || lines.length < 2 || lines.length > MAX_LINES) return whole;
  const quotes = [];
  for (const line of lines) {
    const each = verifyText(line, index);
    if (!isFound(each)) return whole;
    quotes.push(each.quotes[0]);
  }
  return { kind: quotes.some(({ recognised }) => recognised) ? 'as-recognised' : 'verbatim', quotes };
}

type Found = Extract<Verification, { kind: 'verbatim' | 'as-recognised' }>;

const isFound = (verification: Verification): verification is Found =>
  verification.kind === 'verbatim' || verification.kind === 'as-recognised';
