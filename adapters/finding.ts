// What a check found.

/** Something that is in order, that should be known or could be better, or that is wrong. */
export type Finding =
  | { kind: 'good'; text: string }
  | { kind: 'advice'; text: string; mend?: string }
  | { kind: 'wrong'; text: string; mend: string };

export const good = (text: string): Finding => ({ kind: 'good', text });
export const advice = (text: string, mend?: string): Finding => ({
  kind: 'advice',
  text,
  ...(mend ? { mend } : {}),
});
export const wrong = (text: string, mend: string): Finding => ({ kind: 'wrong', text, mend });
