// What a check of the set-up found.

/** `mend` says what to do. */
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
