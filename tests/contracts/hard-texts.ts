// Texts that a store must give back as they were.
import fc from 'fast-check';

/** Texts that a careless store mixes up, cuts, folds or runs. */
export const HARD_TEXTS = [
  '',
  ' ',
  'a ',
  'A',
  'a',
  '\0',
  'a\0b',
  '\ud83d',
  '\ude00',
  '\ude00\ud83d',
  '😀👩‍👩‍👧',
  '\ufffd',
  'é',
  'e\u0301',
  '\\u0000',
  '\\ud83d',
  '"',
  '\\',
  'line\nline\r\u2028',
  '__proto__',
  'null',
  '1',
  '01',
  '%',
  '林业局2023年有什么打算？',
  "'; DROP TABLE turn; --",
  "' OR '1'='1",
  '?1',
  ':person',
];

const unit = fc.oneof(
  fc.constantFrom(...HARD_TEXTS),
  fc.nat(0xffff).map((code) => String.fromCharCode(code)),
);
/** Any text that JavaScript can hold, halves of surrogate pairs included. */
export const anyText: fc.Arbitrary<string> = fc.array(unit, { maxLength: 6 }).map((units) => units.join(''));
