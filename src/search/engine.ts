// FlexSearch holds the passages' tokens and gives candidates. The only importer of FlexSearch.
// It is asked one token at a time: its own scores know nothing of rare and common words, so ranking is not its job.
import { Document } from 'flexsearch';

/** The fields of a passage that are indexed. */
export type Field = 'body' | 'headings' | 'title';

/** What narrows a search to some passages. */
export interface Tags {
  agency: string;
  period: string;
  part: string;
}

export interface EngineEntry extends Tags {
  id: number;
  /** Tokens of each field, joined with spaces. */
  body: string;
  headings: string;
  title: string;
}

type StoredEntry = EngineEntry & { [key: string]: string | number };

const FIELDS: Field[] = ['body', 'headings', 'title'];
const splitTokens = (text: string) => (text === '' ? [] : text.split(' '));

/** An index of passages by token. Ids are the passages' numbers. */
export class Engine {
  private readonly document = new Document<StoredEntry>({
    document: {
      id: 'id',
      index: FIELDS.map((field) => ({
        field,
        tokenize: 'strict' as const,
        resolution: 1,
        encode: splitTokens,
      })),
      tag: [{ field: 'agency' }, { field: 'period' }, { field: 'part' }],
    },
  });

  add(entry: EngineEntry): void {
    this.document.add({ ...entry });
  }

  /**
   * Passages that hold a token in a field, at most `limit`.
   * @param tags only passages with all of these
   */
  withToken(token: string, field: Field, limit: number, tags: Partial<Tags> = {}): number[] {
    const names = Object.keys(tags) as (keyof Tags)[];
    const lists = (names.length ? names : [undefined]).map((name) => {
      const tag = name === undefined ? {} : { tag: { [name]: tags[name] ?? '' } };
      const found = this.document.search({ query: token, index: field, limit, ...tag });
      return (found[0]?.result ?? []) as number[];
    });
    const [first, ...others] = lists; // asked for several tags at once, FlexSearch joins them with "or"
    const sets = others.map((list) => new Set(list));
    return first.filter((id) => sets.every((set) => set.has(id)));
  }

  /** The index as pieces of text, for a snapshot. */
  export(): [string, string][] {
    const pieces: [string, string][] = [];
    this.document.export((key, data) => {
      pieces.push([key, data]);
    });
    return pieces;
  }

  /** Restores what `export` gave. */
  static import(pieces: [string, string][]): Engine {
    const engine = new Engine();
    for (const [key, data] of pieces) engine.document.import(key, data);
    return engine;
  }
}
