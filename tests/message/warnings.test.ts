// What is said about files: every kind in every language, with its values, and whatever a file is called, in one short line.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LOCALES, shownName, TEXTS } from '../../src/message/index.ts';
import type { Obstacle, Warning } from '../../src/reports/index.ts';

type Samples<Union extends { kind: string }> = {
  [Kind in Union['kind']]: { told: Extract<Union, { kind: Kind }>; seen?: string[] };
};

const OBSTACLES: Samples<Obstacle> = {
  empty: { told: { kind: 'empty' } },
  'too-large': { told: { kind: 'too-large', megabytes: 50 }, seen: ['50 MB'] },
  'too-much-text': { told: { kind: 'too-much-text', millions: 10 }, seen: ['10'] },
  'too-long-line': { told: { kind: 'too-long-line', most: 500_001 }, seen: ['500001'] },
  'too-many-lines': { told: { kind: 'too-many-lines', most: 500_002 }, seen: ['500002'] },
  'too-many-pages': { told: { kind: 'too-many-pages', pages: 2001, most: 2000 }, seen: ['2001', '2000'] },
  'too-many-parts': { told: { kind: 'too-many-parts', most: 777 }, seen: ['777'] },
  'unpacks-to-too-much': { told: { kind: 'unpacks-to-too-much', megabytes: 99 }, seen: ['99 MB'] },
  'unpacks-to-more-than-declared': { told: { kind: 'unpacks-to-more-than-declared' } },
  'too-slow': { told: { kind: 'too-slow', seconds: 61 }, seen: ['61'] },
  'too-much-memory': { told: { kind: 'too-much-memory', megabytes: 513 }, seen: ['513 MB'] },
  password: { told: { kind: 'password' } },
  scan: { told: { kind: 'scan' }, seen: ['OCR'] },
  'nameless-signs': { told: { kind: 'nameless-signs' }, seen: ['OCR'] },
  'no-text-encoding': { told: { kind: 'no-text-encoding' }, seen: ['UTF-8', 'GB18030'] },
  damaged: { told: { kind: 'damaged', says: 'XREF' }, seen: ['XREF'] },
  'damaged-directory': { told: { kind: 'damaged-directory' } },
  'damaged-part': { told: { kind: 'damaged-part', part: 'XML' }, seen: ['XML'] },
  'damaged-pages': { told: { kind: 'damaged-pages' } },
  'damaged-text': { told: { kind: 'damaged-text' } },
  'reader-ended': { told: { kind: 'reader-ended' } },
  'reader-unwatched': { told: { kind: 'reader-unwatched', says: 'HEAP' }, seen: ['HEAP'] },
  'not-understood': { told: { kind: 'not-understood', says: 'STACK' }, seen: ['STACK'] },
  'not-as-named': { told: { kind: 'not-as-named', claimed: 'pdf' }, seen: ['PDF'] },
  'foreign-format': {
    told: { kind: 'foreign-format', format: 'spreadsheet', ending: '.xlsx' },
    seen: ['.xlsx', 'PDF'],
  },
  archive: { told: { kind: 'archive' }, seen: ['Word'] },
  'unknown-container': { told: { kind: 'unknown-container' }, seen: ['.docx'] },
  'unknown-ending': { told: { kind: 'unknown-ending', readable: ['.txt', '.md'] }, seen: ['.txt', '.md'] },
  'linked-folder': { told: { kind: 'linked-folder' } },
  'linked-file': { told: { kind: 'linked-file', to: 'outside' } },
  'no-ordinary-file': { told: { kind: 'no-ordinary-file' } },
  unopened: { told: { kind: 'unopened', code: 'EACCES' }, seen: ['EACCES'] },
  'undecodable-name': { told: { kind: 'undecodable-name' }, seen: ['UTF-8'] },
};

const WARNINGS: Samples<Exclude<Warning, { kind: 'skipped' }>> = {
  copy: { told: { kind: 'copy', of: '甲.txt' }, seen: ['甲.txt'] },
  misnamed: { told: { kind: 'misnamed', claimed: 'docx', actual: 'pdf' }, seen: ['.docx', 'PDF'] },
  notes: { told: { kind: 'notes', count: 7 }, seen: ['7'] },
  pictures: { told: { kind: 'pictures', count: 8 }, seen: ['8'] },
  'made-numbers': { told: { kind: 'made-numbers', count: 9 }, seen: ['9'] },
  formulas: { told: { kind: 'formulas', count: 4 }, seen: ['4'] },
  symbols: { told: { kind: 'symbols', count: 5 }, seen: ['5'] },
  'hidden-text': { told: { kind: 'hidden-text', count: 6 }, seen: ['6'] },
  'whole-documents': { told: { kind: 'whole-documents', count: 7 }, seen: ['7'] },
  'page-parts': {
    told: {
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
    told: {
      kind: 'pages',
      trouble: 'pictures',
      pages: [
        { first: 3, last: 3 },
        { first: 7, last: 9 },
      ],
    },
    seen: ['3', '7–9', 'OCR'],
  },
  'no-report': { told: { kind: 'no-report' } },
  'title-only': { told: { kind: 'title-only', title: '甲总结' }, seen: ['甲总结'] },
  untitled: { told: { kind: 'untitled', title: '乙总结' }, seen: ['乙总结'] },
  'left-out': {
    told: {
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
  ...Object.entries(OBSTACLES).map(([kind, { told, seen = [] }]): [string, Warning, string[]] => [
    `not read: ${kind}`,
    { kind: 'skipped', why: told },
    seen,
  ]),
  ...Object.entries(WARNINGS).map(([kind, { told, seen = [] }]): [string, Warning, string[]] => [
    kind,
    told,
    seen,
  ]),
];

/** Their words are stated here. */
const CHECKED = ['zh', 'zh-Hant', 'en'] as const;

describe('a warning', () => {
  it.each(ALL)('says what it is told, in every language: %s', (_, warning, seen) => {
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

  it.each(ALL)('is Chinese for whoever reads Chinese: %s', (_, warning) => {
    for (const locale of ['zh', 'zh-Hant'] as const) {
      const own = TEXTS[locale]
        .warning(warning)
        .replace(/\b(?:Word|PDF|OCR|MB|UTF-\d+|OpenDocument|EPUB)\b/g, '');
      expect(own).toMatch(/[\u4e00-\u9fff]{2}/);
      expect(own).not.toMatch(/[a-z]{5,}/);
    }
    expect(TEXTS.en.warning(warning)).not.toMatch(/[，。；、（）：]/);
  });

  it('names the file where that is not known', () => {
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

  it('is shown in one line, without what is not seen, the end of a long one kept', () => {
    expect(shownName('a\u202e\nb.txt')).toBe('a  b.txt');
    expect(shownName(`${'长'.repeat(500)}.docx`)).toMatch(/^长{129}…长{25}\.docx$/);
  });

  it('does nothing to a sentence but stand in it, whatever it is', () => {
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
