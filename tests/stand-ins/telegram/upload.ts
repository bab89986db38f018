// A file in a request.

export class Upload {
  readonly name: string;
  readonly content: Buffer;
  readonly type: string;

  constructor(name: string, content: Buffer, type: string) {
    this.name = name;
    this.content = content;
    this.type = type;
  }

  /** As requests are recorded. */
  toJSON(): object {
    return { upload: this.name, bytes: this.content.length };
  }
}
