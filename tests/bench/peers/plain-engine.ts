// A full-text index with nothing around it: SQLite FTS5 over passages of sentences, Chinese by character pairs
// and English by Porter stems, any word of the question, its own BM25.
import { DatabaseSync } from 'node:sqlite';
import { type Found, LIMIT } from './peer.ts';

/** Length of a passage, in UTF-16 units; a longer sentence is one. */
const MAX_LENGTH = 220;
/** A sentence with its end mark; a decimal point ends none. */
const SENTENCE = /.+?(?:[。！？；]|[.!?](?=\s)|$)\s*/gsu;

/** Sentences of a text joined to passages of at most `MAX_LENGTH`. */
function passagesOf(file: string, text: string): Found[] {
  const passages: Found[] = [];
  for (const [sentence] of text.matchAll(SENTENCE)) {
    const last = passages.at(-1);
    if (last && last.text.length + sentence.length <= MAX_LENGTH) last.text += sentence;
    else passages.push({ file, text: sentence });
  }
  return passages;
}

/** Words and pairs of characters. */
function termsOf(text: string): string[] {
  return [...text.toLowerCase().matchAll(/\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu)].flatMap(
    ([run]) =>
      !/\p{Script=Han}/u.test(run) || run.length === 1
        ? [run]
        : Array.from({ length: run.length - 1 }, (_, i) => run.slice(i, i + 2)),
  );
}

/**
 * @param texts by name
 * @returns passages for a question, best first
 */
export function plainEngine(texts: ReadonlyMap<string, string>): (question: string) => Found[] {
  const database = new DatabaseSync(':memory:');
  database.exec(`CREATE VIRTUAL TABLE passage USING fts5(text, tokenize='porter unicode61')`);
  const passages = [...texts].flatMap(([file, text]) => passagesOf(file, text));
  const insert = database.prepare('INSERT INTO passage (rowid, text) VALUES (?, ?)');
  database.exec('BEGIN');
  for (const [id, { text }] of passages.entries()) insert.run(id, termsOf(text).join(' '));
  database.exec('COMMIT');
  const select = database.prepare(
    `SELECT rowid AS id FROM passage WHERE passage MATCH ? ORDER BY rank LIMIT ${LIMIT}`,
  );
  return (question) => {
    const terms = termsOf(question);
    if (terms.length === 0) return []; // an empty expression is an error to FTS5
    return select.all(terms.map((term) => `"${term}"`).join(' OR ')).map(({ id }) => passages[Number(id)]);
  };
}
