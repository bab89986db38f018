import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packFile, readReports, unpackFile } from '../../src/reports/index.ts';
import { SAMPLE_FOLDER } from '../answer/sample.ts';
import { sentence } from '../fixtures/prose.ts';
import { readFolder } from '../fixtures/read-reports.ts';

describe('a packed file', () => {
  it('unpacks each of the sample reports unchanged', async () => {
    const { files } = await readFolder(SAMPLE_FOLDER);
    expect(files.length).toBeGreaterThan(10);
    for (const file of files) expect(unpackFile(structuredClone(packFile(file)))).toEqual(file);
  });

  it('unpacks the reports of any text unchanged', () => {
    const line = fc.oneof(
      fc.nat(30).map(sentence),
      fc.constantFrom('', '一、主要工作', '##begin##', '县林业局2023年工作总结', '密码：123', '（一）养老'),
      fc.string({ maxLength: 20 }),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
        const text = lines.join('\n');
        const file = readReports('a.txt', { text, markup: [], headings: [], warnings: [] });
        expect(unpackFile(packFile(file))).toEqual(file);
      }),
      { seed: 3, numRuns: 100 },
    );
  });
});
