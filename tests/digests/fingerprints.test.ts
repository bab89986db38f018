// Marks: what was shown is known again, whatever happens to the files.
import { describe, expect, it } from 'vitest';
import { fingerprintOf, identityOf, sentenceFingerprintsOf, wasShown } from '../../src/digests/index.ts';
import { longBody, sentence } from '../fixtures/prose.ts';
import { readText } from '../reports/reading.ts';

const TITLE = '甲县测绘局2023年工作总结';
const report = (body: string, title = TITLE) =>
  `${title}\n\n一、主要工作\n${body}\n二、下一步打算\n${sentence(20)}`;
const fingerprintIn = (text: string, name = 'a.txt') => {
  const file = readText(text, name);
  const found = file.reports.find(({ title }) => title === TITLE);
  if (!found) throw new Error(`no report ${TITLE}`);
  return fingerprintOf(found, { fileOf: () => file });
};

describe('the fingerprint of a report', () => {
  const plain = fingerprintIn(report(longBody()));

  it('has twelve letters and digits', () => {
    expect(plain).toMatch(/^[a-z0-9]{12}$/);
  });

  it('stays when the file is renamed, white space changes, or another report joins the file', () => {
    const other = report(longBody(7), '乙镇2023年工作总结');
    expect(fingerprintIn(report(longBody()), 'b/c.txt')).toBe(plain);
    expect(fingerprintIn(report(longBody()).replaceAll('\n', '\n\n').replaceAll('，', '， '))).toBe(plain);
    expect(fingerprintIn(`${other}\n\n${report(longBody())}`)).toBe(plain);
  });

  it('changes with a word of its own', () => {
    const corrected = report(longBody()).replace('六十二公里', '六十三公里');
    expect(fingerprintIn(corrected)).not.toBe(plain);
  });
});

describe('the identity of a report', () => {
  const identityIn = (text: string) => identityOf(readText(text).reports[0]);

  it('stays when its words change, and tells titles and periods apart', () => {
    expect(identityIn(report(longBody(3)))).toBe(identityIn(report(longBody())));
    expect(identityIn(report(longBody(), '甲县测绘局2024年工作总结'))).not.toBe(
      identityIn(report(longBody())),
    );
  });
});

describe('the fingerprints of a quote', () => {
  const [first, second, third] = [sentence(0), sentence(1), sentence(2)];
  const shown = new Set(sentenceFingerprintsOf({ text: first + second }));

  it('are eight characters for each sentence', () => {
    expect([...shown]).toHaveLength(2);
    for (const mark of shown) expect(mark).toMatch(/^[a-z0-9]{8}$/);
  });

  it('recognise a sentence without its white space and punctuation, and among others', () => {
    expect(wasShown({ text: `\n ${first.replaceAll('，', ', ')}` }, shown)).toBe(true);
    expect(
      wasShown({ text: first + second }, new Set(sentenceFingerprintsOf({ text: second + first }))),
    ).toBe(true);
  });

  it('call a quote shown by more than half of its characters, not by half of its sentences', () => {
    expect(wasShown({ text: first + second + third }, shown)).toBe(true);
    expect(wasShown({ text: first + third }, new Set(sentenceFingerprintsOf({ text: '老井清淤。' })))).toBe(
      false,
    );
    const long = `${third.slice(0, -1)}，${sentence(3)}`;
    expect(wasShown({ text: first + long }, shown)).toBe(false);
  });

  it('find nothing shown where nothing was, nor in a text without words', () => {
    expect(wasShown({ text: first }, new Set())).toBe(false);
    expect(wasShown({ text: '……！' }, shown)).toBe(false);
    expect(sentenceFingerprintsOf({ text: '' })).toEqual([]);
  });
});
