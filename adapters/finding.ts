// What a check of the set-up found.

/** `remedy` says what to do. */
export type Finding =
  | { kind: 'good'; text: string }
  | { kind: 'advice'; text: string; remedy?: string }
  | { kind: 'wrong'; text: string; remedy: string };

export const good = (text: string): Finding => ({ kind: 'good', text });
export const advice = (text: string, remedy?: string): Finding => ({
  kind: 'advice',
  text,
  ...(remedy ? { remedy } : {}),
});
export const wrong = (text: string, remedy: string): Finding => ({ kind: 'wrong', text, remedy });
