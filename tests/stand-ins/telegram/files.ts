// Files that people and the bot sent: described by id, fetched by path.
import { DOWNLOAD_BYTES } from './limits.ts';
import { badRequest } from './refusal.ts';
import type { Json } from './shapes.ts';

export interface StoredFile {
  id: string;
  name: string;
  type: string;
  content: Buffer;
  /** What Telegram says of it, though the content may be smaller: for files that are too big to be fetched. */
  size: number;
}

export class Files {
  readonly #files = new Map<string, StoredFile>();

  add(file: { name: string; type?: string; content: Buffer; size?: number }): StoredFile {
    const stored = {
      type: 'application/octet-stream',
      size: file.content.length,
      ...file,
      id: `file-${this.#files.size + 1}`,
    };
    this.#files.set(stored.id, stored);
    return stored;
  }

  get(id: unknown): StoredFile | undefined {
    return this.#files.get(String(id));
  }

  /** What getFile answers. */
  describe(id: unknown): Json {
    const file = this.get(id);
    if (!file) throw badRequest('invalid file_id');
    if (file.size > DOWNLOAD_BYTES) throw badRequest('file is too big');
    return {
      file_id: file.id,
      file_unique_id: `unique-${file.id}`,
      file_size: file.size,
      file_path: pathOf(file),
    };
  }

  atPath(path: string): StoredFile | undefined {
    return [...this.#files.values()].find((file) => pathOf(file) === path);
  }
}

const pathOf = ({ id, name }: StoredFile): string => {
  const [extension = ''] = /\.[A-Za-z0-9]+$/.exec(name) ?? [];
  return `documents/${id}${extension}`;
};

export const documentPayload = ({ id, name, type, size }: StoredFile): Json => ({
  file_id: id,
  file_unique_id: `unique-${id}`,
  file_name: name,
  mime_type: type,
  file_size: size,
});
