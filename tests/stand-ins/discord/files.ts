// Files that people attach to a command: described by id, fetched by address without a token.
import type { Json } from './shapes.ts';
import type { Snowflakes } from './snowflakes.ts';

/** A file as a person sends it. */
export interface SentFile {
  name: string;
  content: Uint8Array;
  /** What Discord says of it, to pretend that it is big. */
  size?: number;
}

export class Files {
  /** Where they are fetched, `http://host`; known once the stand-in listens. */
  origin = '';
  readonly #byPath = new Map<string, Uint8Array>();
  readonly #snowflakes: Snowflakes;

  constructor(snowflakes: Snowflakes) {
    this.#snowflakes = snowflakes;
  }

  /** Takes a file in; gives its id and how Discord describes it. */
  add({ name, content, size = content.length }: SentFile): { id: string; payload: Json } {
    const id = this.#snowflakes.next();
    const path = `/ephemeral-attachments/${id}/${encodeURIComponent(discordName(name))}`;
    this.#byPath.set(path, content);
    const url = `${this.origin}${path}`;
    return {
      id,
      payload: { id, filename: discordName(name), size, url, proxy_url: url, ephemeral: true },
    };
  }

  atPath(path: string): Uint8Array | undefined {
    return this.#byPath.get(path);
  }
}

/** Discord's own way with names: no paths, blanks are underscores. */
const discordName = (name: string): string => name.replace(/[/\\\0]/g, '').replaceAll(' ', '_');
