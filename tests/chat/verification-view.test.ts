// The verdict on a text: word for word, or only as text was recognised in pictures.
import { describe, expect, it } from 'vitest';
import type { Verification } from '../../src/answer/index.ts';
import type { CommandContext } from '../../src/chat/command.ts';
import { verificationView } from '../../src/chat/views/verification.ts';
import { LOCALES, pageWords, TEXTS } from '../../src/message/index.ts';

const QUOTE = {
  id: 'abcdefgh-0-0-5',
  reportId: 'abcdefgh-0',
  start: 0,
  end: 5,
  text: '修了三口井',
  file: 'scan.pdf',
  report: '石桥村总结',
  path: [],
  pages: { first: 3, last: 3 },
  recognised: true as const,
  emphasis: [],
};

describe('the verdict on a text that is recognised in a picture', () => {
  it.each(LOCALES)('asks to compare it with the paper, and never says word for word: %s', (locale) => {
    const context = { locale, mark: 'm' } as unknown as CommandContext;
    const verification: Verification = { kind: 'as-recognised', quotes: [QUOTE] };
    const [verdict] = verificationView(verification, context);
    expect(verdict).toEqual({ type: 'paragraph', text: TEXTS[locale].asRecognisedIn(1) });
    expect(TEXTS[locale].asRecognisedIn(1)).not.toBe(TEXTS[locale].verbatimIn(1));
  });

  it('is in words', () => {
    expect(TEXTS.zh.asRecognisedIn(1)).toBe('🔎 与识别文字一致，请再与原件核对；出自：');
    expect(TEXTS.en.asRecognisedIn(2)).toBe(
      '🔎 As in the recognised text in 2 places; compare with the paper:',
    );
  });
});

describe('the pages of a quote', () => {
  it('say that its text is recognised', () => {
    expect(pageWords(QUOTE, TEXTS.zh)).toEqual(['第3页（识别文字）']);
    expect(pageWords(QUOTE, TEXTS.en)).toEqual(['p. 3 (recognised text)']);
    expect(pageWords({ pages: QUOTE.pages }, TEXTS.en)).toEqual(['p. 3']);
  });
});
