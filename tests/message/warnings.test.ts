// Warnings about files: every kind in every language, with its values, in one short line whatever the file is called.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LOCALES, shownName, TEXTS } from '../../src/message/index.ts';
import type { ReadFailure, Warning } from '../../src/reports/index.ts';

type Samples<Union extends { kind: string }> = {
  [Kind in Union['kind']]: { values: Extract<Union, { kind: Kind }>; seen?: string[] };
};

const OBSTACLES: Samples<ReadFailure> = {
  empty: { values: { kind: 'empty' } },
  'too-large': { values: { kind: 'too-large', megabytes: 50 }, seen: ['50 MB'] },
  'too-much-text': { values: { kind: 'too-much-text', millions: 10 }, seen: ['10'] },
  'too-long-line': { values: { kind: 'too-long-line', max: 500_001 }, seen: ['500001'] },
  'too-many-lines': { values: { kind: 'too-many-lines', max: 500_002 }, seen: ['500002'] },
  'too-many-pages': { values: { kind: 'too-many-pages', pages: 2001, max: 2000 }, seen: ['2001', '2000'] },
  'too-many-parts': { values: { kind: 'too-many-parts', max: 777 }, seen: ['777'] },
  'unpacks-to-too-much': { values: { kind: 'unpacks-to-too-much', megabytes: 99 }, seen: ['99 MB'] },
  'unpacks-to-more-than-declared': { values: { kind: 'unpacks-to-more-than-declared' } },
  'too-slow': { values: { kind: 'too-slow', seconds: 61 }, seen: ['61'] },
  'too-much-memory': { values: { kind: 'too-much-memory', megabytes: 513 }, seen: ['513 MB'] },
  password: { values: { kind: 'password' } },
  'leaning-text': { values: { kind: 'leaning-text' } },
  'too-old': { values: { kind: 'too-old' } },
  scan: { values: { kind: 'scan' }, seen: ['OCR=on'] },
  picture: { values: { kind: 'picture' }, seen: ['OCR=on'] },
  'too-many-pixels': { values: { kind: 'too-many-pixels', millions: 16 }, seen: ['300'] },
  'nothing-recognised': { values: { kind: 'nothing-recognised' }, seen: ['300'] },
  'nameless-signs': { values: { kind: 'nameless-signs' }, seen: ['OCR'] },
  'no-text-encoding': { values: { kind: 'no-text-encoding' }, seen: ['UTF-8', 'GB18030'] },
  damaged: { values: { kind: 'damaged', says: 'XREF' }, seen: ['XREF'] },
  'damaged-directory': { values: { kind: 'damaged-directory' } },
  'damaged-part': { values: { kind: 'damaged-part', part: 'XML' }, seen: ['XML'] },
  'damaged-pages': { values: { kind: 'damaged-pages' } },
  'damaged-text': { values: { kind: 'damaged-text' } },
  'reader-ended': { values: { kind: 'reader-ended' } },
  'reader-unwatched': { values: { kind: 'reader-unwatched', says: 'HEAP' }, seen: ['HEAP'] },
  'not-understood': { values: { kind: 'not-understood', says: 'STACK' }, seen: ['STACK'] },
  'not-as-named': { values: { kind: 'not-as-named', claimed: 'pdf' }, seen: ['PDF'] },
  'foreign-format': {
    values: { kind: 'foreign-format', format: 'spreadsheet', ending: '.xls' },
    seen: ['.xls', '.xlsx'],
  },
  archive: { values: { kind: 'archive' }, seen: ['Word'] },
  'unknown-container': { values: { kind: 'unknown-container' }, seen: ['.docx'] },
  'unknown-ending': { values: { kind: 'unknown-ending', readable: ['.txt', '.md'] }, seen: ['.txt', '.md'] },
  'linked-folder': { values: { kind: 'linked-folder' } },
  'linked-file': { values: { kind: 'linked-file', to: 'outside' } },
  'no-ordinary-file': { values: { kind: 'no-ordinary-file' } },
  unopened: { values: { kind: 'unopened', code: 'EACCES' }, seen: ['EACCES'] },
  'undecodable-name': { values: { kind: 'undecodable-name' }, seen: ['UTF-8'] },
};

const WARNINGS: Samples<Exclude<Warning, { kind: 'skipped' }>> = {
  copy: { values: { kind: 'copy', of: '甲.txt' }, seen: ['甲.txt'] },
  misnamed: { values: { kind: 'misnamed', claimed: 'docx', actual: 'pdf' }, seen: ['.docx', 'PDF'] },
  notes: { values: { kind: 'notes', count: 7 }, seen: ['7'] },
  pictures: { values: { kind: 'pictures', count: 8 }, seen: ['8'] },
  'made-numbers': { values: { kind: 'made-numbers', count: 9 }, seen: ['9'] },
  formulas: { values: { kind: 'formulas', count: 4 }, seen: ['4'] },
  symbols: { values: { kind: 'symbols', count: 5 }, seen: ['5'] },
  'hidden-text': { values: { kind: 'hidden-text', count: 6 }, seen: ['6'] },
  'hidden-parts': {
    values: {
      kind: 'hidden-parts',
      counts: (['sheet', 'row', 'column', 'slide'] as const).map((what, i) => ({ what, count: i + 2 })),
    },
    seen: ['2', '3', '4', '5'],
  },
  'uncounted-formulas': { values: { kind: 'uncounted-formulas', count: 3 }, seen: ['3'] },
  'speaker-notes': { values: { kind: 'speaker-notes', count: 4 }, seen: ['4'] },
  'whole-documents': { values: { kind: 'whole-documents', count: 7 }, seen: ['7'] },
  'page-parts': {
    values: {
      kind: 'page-parts',
      counts: (
        [
          'header',
          'nav',
          'aside',
          'footer',
          'search',
          'button',
          'select',
          'textarea',
          'hidden',
          'outside',
        ] as const
      ).map((what, i) => ({
        what,
        count: 31 + i,
      })),
    },
    seen: ['31', '40'],
  },
  pages: {
    values: {
      kind: 'pages',
      trouble: 'pictures',
      pages: [
        { first: 3, last: 3 },
        { first: 7, last: 9 },
      ],
    },
    seen: ['3', '7–9', 'OCR'],
  },
  'no-report': { values: { kind: 'no-report' } },
  'title-only': { values: { kind: 'title-only', title: '甲总结' }, seen: ['甲总结'] },
  untitled: { values: { kind: 'untitled', title: '乙总结' }, seen: ['乙总结'] },
  'left-out': {
    values: {
      kind: 'left-out',
      counts: (
        [
          'marker',
          'contents',
          'collection-title',
          'advertising',
          'password',
          'signature',
          'front-matter',
          'running-head',
          'footnote',
          'page-number',
          'page-line',
        ] as const
      ).map((what, i) => ({ what, count: 21 + i })),
    },
    seen: ['21', '31'],
  },
};

const ALL: [string, Warning, string[]][] = [
  ...Object.entries(OBSTACLES).map(([kind, { values, seen = [] }]): [string, Warning, string[]] => [
    `not read: ${kind}`,
    { kind: 'skipped', why: values },
    seen,
  ]),
  ...Object.entries(WARNINGS).map(([kind, { values, seen = [] }]): [string, Warning, string[]] => [
    kind,
    values,
    seen,
  ]),
];

/** Their words are stated here. */
const CHECKED = ['zh', 'zh-Hant', 'en'] as const;

describe('a warning', () => {
  it.each(ALL)('shows its values in every language: %s', (_, warning, seen) => {
    const said = LOCALES.map((locale) => TEXTS[locale].warning(warning));
    for (const each of said) {
      for (const part of seen)
        expect(each).toContain(part.replace(/^10$/, /[\u4e00-\u9fff]/.test(each) ? '1000' : '10'));
      expect(each).not.toMatch(/undefined|\[object|\n/);
      expect(each).not.toMatch(/[.。]$/);
      expect(each.length).toBeLessThan(240);
    }
    expect(new Set(said).size).toBeGreaterThan(1);
  });

  it.each(ALL)('has no English words in Chinese: %s', (_, warning) => {
    for (const locale of ['zh', 'zh-Hant'] as const) {
      const own = TEXTS[locale]
        .warning(warning)
        .replace(/\b(?:Word|PDF|OCR|MB|UTF-\d+|OpenDocument|EPUB)\b/g, '');
      expect(own).toMatch(/[\u4e00-\u9fff]{2}/);
      expect(own).not.toMatch(/[a-z]{5,}/);
    }
    expect(TEXTS.en.warning(warning)).not.toMatch(/[，。；、（）：]/);
  });

  it('names the file on request', () => {
    const warning = { file: 'a.pdf', warning: { kind: 'skipped', why: { kind: 'password' } } } as const;
    expect(CHECKED.map((locale) => TEXTS[locale].fileWarning(warning))).toEqual([
      'a.pdf：未读取，文件有密码保护；请去掉密码后另存一份',
      'a.pdf：未讀取，檔案有密碼保護；請去掉密碼後另存一份',
      'a.pdf: skipped, it is protected by a password; save it without one',
    ]);
  });

  it('names the first of many pages and counts the others', () => {
    const pages = Array.from({ length: 500 }, (_, i) => ({ first: 2 * i + 1, last: 2 * i + 1 }));
    const said = CHECKED.map((locale) => TEXTS[locale].warning({ kind: 'pages', trouble: 'damaged', pages }));
    expect(said).toEqual([
      expect.stringMatching(/^第 1、3、5、7、9、11、13、15 页等共 500 页读不出来/),
      expect.stringMatching(/^第 1、3、5、7、9、11、13、15 頁等共 500 頁讀不出來/),
      expect.stringMatching(/^each of the pages 1, 3, 5, 7, 9, 11, 13, 15 and 492 more cannot be read/),
    ]);
  });
});

describe('a name that somebody chose', () => {
  const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

  it('is shown in one line without invisible characters; a long one keeps its end', () => {
    expect(shownName('a\u202e\nb.txt')).toBe('a  b.txt');
    expect(shownName(`${'长'.repeat(500)}.docx`)).toMatch(/^长{129}…长{25}\.docx$/);
  });

  it('cannot break a sentence, whatever it is', () => {
    const piece = fc.constantFrom(
      '\u202e',
      '\n',
      '\u2028',
      '\0',
      '\u200b',
      '\ud800',
      '名'.repeat(90),
      'a',
      '/',
      '<@1>',
    );
    const name = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(name, fc.constantFrom(...LOCALES), (hostile, locale) => {
        const { warning, fileWarning } = TEXTS[locale];
        const said = [
          fileWarning({ file: hostile, warning: { kind: 'copy', of: hostile } }),
          fileWarning({ file: hostile, warning: { kind: 'untitled', title: hostile } }),
          warning({ kind: 'skipped', why: { kind: 'damaged', says: hostile } }),
          warning({ kind: 'skipped', why: { kind: 'damaged-part', part: hostile } }),
        ];
        for (const each of said) {
          expect(each).not.toMatch(UNSEEN);
          expect(each.isWellFormed()).toBe(true);
          expect([...each].length).toBeLessThan(500);
        }
      }),
    );
  });
});
