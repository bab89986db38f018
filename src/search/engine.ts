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

/** A token, or the value of a tag, with the passages that hold it, by number, ascending. */
export type Holders = [token: string, ids: number[]];

const FIELDS: Field[] = ['body', 'headings', 'title'];
const TAGS: (keyof Tags)[] = ['agency', 'period', 'part'];
const splitTokens = (text: string) => (text === '' ? [] : text.split(' '));

type StoredEntry = { id: number } & { [key: string]: string | number };

/** An index of passages by token. Ids are the passages' numbers. Filled once, then only asked. */
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
      tag: TAGS.map((field) => ({ field })),
    },
  });

  private readonly size: number;

  /** An engine over passages 0 … `size` - 1. */
  constructor(size: number) {
    this.size = size;
    this.bring(
      '1.reg',
      Array.from({ length: size }, (_, id) => id),
    );
  }

  /** Adds the holders of tokens that the field does not have yet. */
  fill(field: Field, holders: Holders[]): void {
    this.bring(
      `${field}.1.map`,
      holders.map(([token, ids]) => [token, [ids]]),
    );
  }

  /** Says which passages bear each value of a tag; a passage that bears none is named nowhere. */
  tag(holders: Record<keyof Tags, Holders[]>): void {
    this.bring(
      '1.tag',
      TAGS.map((name) => [name, holders[name]]),
    );
  }

  /**
   * Passages that hold a token in a field, at most `limit`, the first ones.
   * @param tags only passages with all of these
   */
  withToken(token: string, field: Field, limit: number, tags: Partial<Tags> = {}): number[] {
    const names = TAGS.filter((name) => tags[name] !== undefined);
    const asked = names.length > 0 ? this.size : limit;
    const lists = (names.length ? names : [undefined]).map((name) => {
      const tag = name === undefined ? {} : { tag: { [name]: tags[name] ?? '' } };
      const found = this.document.search({ query: token, index: field, limit: asked, ...tag });
      return (found[0]?.result ?? []) as number[];
    });
    const [first, ...others] = lists; // asked for several tags at once, FlexSearch joins them with "or"
    const sets = others.map((list) => new Set(list));
    return first.filter((id) => sets.every((set) => set.has(id))).slice(0, limit);
  }

  /** FlexSearch takes what its export gives as text, and as the values that the text would be parsed to. */
  private bring(key: string, values: unknown[]): void {
    if (values.length > 0) this.document.import(key, values as unknown as string);
  }
}
