// SQLite's full-text search over the project's own tokens: any of them matches, its BM25 ranks.
import { DatabaseSync } from 'node:sqlite';
import { indexTokens } from '../../../src/language/index.ts';
import { LIMIT, type Peer } from './peer.ts';

// Tokens are joined by spaces; characters inside some of them must not split them again.
const TABLE = `CREATE VIRTUAL TABLE passage USING fts5(
  tokens, content='', tokenize="unicode61 remove_diacritics 0 tokenchars '#.+-'")`;

export const fts5: Peer = (corpus) => {
  const passages = corpus.passages();
  return () => {
    const database = new DatabaseSync(':memory:');
    database.exec(TABLE);
    const insert = database.prepare('INSERT INTO passage (rowid, tokens) VALUES (?, ?)');
    database.exec('BEGIN');
    passages.forEach(({ text }, id) => {
      insert.run(id, indexTokens(text).join(' '));
    });
    database.exec('COMMIT');
    database.exec("INSERT INTO passage (passage) VALUES ('optimize')");
    const select = database.prepare(
      `SELECT rowid AS id FROM passage WHERE passage MATCH ? ORDER BY rank LIMIT ${LIMIT}`,
    );
    return ({ tokens }) => {
      if (tokens.length === 0) return []; // an empty expression is an error to FTS5
      const rows = select.all(tokens.map((token) => `"${token}"`).join(' OR '));
      return rows.map(({ id }) => passages[Number(id)]);
    };
  };
};
