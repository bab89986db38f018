// The only importer of tesseract.js-core, the engine of tesseract.js, and of its language files. The engine runs
// in the thread that asks, so that the thread's limits hold; nothing is downloaded. The packages are not
// installed by default.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { RecognisedWord, Recogniser } from './recogniser.ts';

const require = createRequire(import.meta.url);

const ENGINE = 'tesseract.js-core/tesseract-core-simd-lstm.js';
const languageFile = (language: string) =>
  `@tesseract.js-data/${language}/4.0.0_best_int/${language}.traineddata.gz`;
/** Written with every script of Chinese. */
const LATIN = 'eng';
const SIMPLIFIED = 'chi_sim';
/** Used where it is installed. */
const TRADITIONAL = 'chi_tra';

/** What `OCR=on` needs, with the versions that were tried. */
const PACKAGES = {
  'tesseract.js-core': { version: '7.0.0', file: ENGINE },
  '@tesseract.js-data/chi_sim': { version: '1.0.0', file: languageFile(SIMPLIFIED) },
  '@tesseract.js-data/eng': { version: '1.0.0', file: languageFile(LATIN) },
};

/** The command that installs what is missing; undefined where nothing is. */
export function installCommand(isInstalled: (file: string) => boolean = isThere): string | undefined {
  if (Object.values(PACKAGES).every(({ file }) => isInstalled(file))) return undefined;
  const names = Object.entries(PACKAGES).map(([name, { version }]) => `${name}@${version}`);
  return `npm install --no-save ${names.join(' ')}`;
}

function isThere(file: string): boolean {
  try {
    require.resolve(file);
    return true;
  } catch {
    return false;
  }
}

/** The part of the engine that is used. */
interface Engine {
  FS: { writeFile(name: string, bytes: Uint8Array): void; unlink(name: string): void };
  TessBaseAPI: new () => Api;
}

interface Api {
  /** 0 where it succeeds, as below. */
  Init(folder: null, languages: string, mode: number): number;
  SetImageFile(orientation: number, angle: number): number;
  Recognize(monitor: null): number;
  GetTSVText(page: number): string;
  End(): void;
}

/** The engine's mode for files of the kind best_int. */
const LSTM_ONLY = 1;
const UPRIGHT = 1;
const PICTURE = '/input';

/** Throws where the packages are missing. */
export async function openTesseract(): Promise<Recogniser> {
  const start = require(ENGINE) as (options: object) => Promise<Engine>;
  const engine = await start({ print: () => {}, printErr: () => {} });
  const scripts = [SIMPLIFIED, ...(isThere(languageFile(TRADITIONAL)) ? [TRADITIONAL] : [])];
  for (const language of [LATIN, ...scripts])
    engine.FS.writeFile(`${language}.traineddata`, await unpacked(languageFile(language)));
  return new Tesseract(
    engine,
    scripts.map((script) => `${script}+${LATIN}`),
  );
}

const unpacked = async (file: string): Promise<Uint8Array> =>
  promisify(gunzip)(await readFile(require.resolve(file)));

class Tesseract implements Recogniser {
  private readonly engine: Engine;
  /** Sets of languages that may be those of the file; one as soon as they are known. */
  private candidates: string[];
  private api: Api | undefined;
  private languages = '';

  constructor(engine: Engine, candidates: string[]) {
    this.engine = engine;
    this.candidates = candidates;
  }

  async recognise(picture: Uint8Array, orientation = UPRIGHT): Promise<RecognisedWord[]> {
    this.engine.FS.writeFile(PICTURE, picture);
    try {
      const tries = this.candidates.map((languages) => ({
        languages,
        words: this.read(languages, orientation),
      }));
      const best = tries.sort((a, b) => certaintyOf(b.words) - certaintyOf(a.words))[0];
      if (best.words.length >= ENOUGH_WORDS) this.candidates = [best.languages];
      return best.words;
    } finally {
      this.engine.FS.unlink(PICTURE);
    }
  }

  private read(languages: string, orientation: number): RecognisedWord[] {
    const api = this.apiFor(languages);
    // a picture that the engine cannot decode holds no words
    if (api.SetImageFile(orientation, 0) !== 0 || api.Recognize(null) !== 0) return [];
    return wordsIn(api.GetTSVText(0));
  }

  private apiFor(languages: string): Api {
    if (this.api && this.languages === languages) return this.api;
    this.api?.End();
    this.api = new this.engine.TessBaseAPI();
    this.languages = languages;
    if (this.api.Init(null, languages, LSTM_ONLY) !== 0) throw new Error('no language can be loaded');
    return this.api;
  }
}

/** So many words show which script they are in. */
const ENOUGH_WORDS = 20;

const certaintyOf = (words: RecognisedWord[]): number =>
  words.reduce((sum, { confidence }) => sum + confidence, 0) / Math.max(1, words.length);

const WORD_LEVEL = '5';

/** Tesseract's table: level, page, block, paragraph, line, word, left, top, width, height, confidence, text. */
export function wordsIn(table: string): RecognisedWord[] {
  const words: RecognisedWord[] = [];
  let line = 0;
  for (const row of table.split('\n')) {
    const [level, , , , , , ...rest] = row.split('\t');
    if (level !== WORD_LEVEL) {
      line++;
      continue;
    }
    const [left, top, width, height, confidence] = rest.map(Number);
    const text = rest.at(-1) ?? '';
    words.push({ text, left, top, right: left + width, bottom: top + height, confidence, line });
  }
  return words;
}
