// FlexSearch holds the passages' tokens and gives candidates; no other file imports it. It is queried one
// token at a time: its own scores do not consider rarity, so ranking happens elsewhere.
import { Document } from 'flexsearch';

/** The indexed fields of a passage. */
export type Field = 'body' | 'headings' | 'tableHead' | 'title';

/** What a search can be narrowed by; '' where a passage has no such value. */
export interface Tags {
  agency: string;
  period: string;
  sectionKind: string;
}

/** A token, or the value of a tag, with the ids of the passages that hold it, ascending. */
export type PostingList = [key: string, ids: number[]];

export const FIELDS: Field[] = ['body', 'headings', 'tableHead', 'title'];
const TAGS: (keyof Tags)[] = ['agency', 'period', 'sectionKind'];
const splitTokens = (text: string) => (text === '' ? [] : text.split(' '));

type StoredEntry = { id: number } & { [key: string]: string | number };

/** An inverted index over passages 0 … size - 1. Filled once, read-only afterwards. */
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

  constructor(size: number) {
    this.size = size;
    this.load(
      '1.reg',
      Array.from({ length: size }, (_, id) => id),
    );
  }

  /** Adds the postings of tokens that the field does not have yet. */
  addPostings(field: Field, postings: PostingList[]): void {
    this.load(
      `${field}.1.map`,
      postings.map(([token, ids]) => [token, [ids]]),
    );
  }

  /** Sets the passages of each value of each tag. */
  setTags(postings: Record<keyof Tags, PostingList[]>): void {
    this.load(
      '1.tag',
      TAGS.map((name) => [name, postings[name]]),
    );
  }

  /**
   * The first passages that hold a token in a field, at most `limit`.
   * @param tags only passages with all of these
   */
  passagesWith(token: string, field: Field, limit: number, tags: Partial<Tags> = {}): number[] {
    const names = TAGS.filter((name) => tags[name] !== undefined);
    const lookupLimit = names.length > 0 ? this.size : limit;
    const lists = (names.length ? names : [undefined]).map((name) => {
      const tag = name === undefined ? {} : { tag: { [name]: tags[name] ?? '' } };
      const found = this.document.search({ query: token, index: field, limit: lookupLimit, ...tag });
      return (found[0]?.result ?? []) as number[];
    });
    const [first, ...others] = lists; // FlexSearch joins several tags of one query with "or"
    const sets = others.map((list) => new Set(list));
    return first.filter((id) => sets.every((set) => set.has(id))).slice(0, limit);
  }

  /** FlexSearch's import takes parsed values as well as the text of its export. */
  private load(key: string, values: unknown[]): void {
    if (values.length > 0) this.document.import(key, values as unknown as string);
  }
}
