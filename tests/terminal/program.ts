// The real programs as child processes, in a folder for temporary files.
import { spawn } from 'node:child_process';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { SAMPLE_FOLDER, SHARED_INDEX_FOLDER } from '../answer/sample.ts';
import { COMPILE_CACHE } from '../fixtures/compile-cache.ts';

const ADAPTERS = path.join(import.meta.dirname, '..', '..', 'adapters');

/** What a program wrote and how it ended. */
export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

export interface Run {
  input?: string;
  /** Undefined takes a variable away. */
  environment?: Record<string, string | undefined>;
  directory?: string;
  /** The reader closes the pipe after the first line. */
  firstLineOnly?: boolean;
}

/** Programs started in an empty folder of their own. */
export class Programs {
  readonly folder: string;

  private constructor(folder: string) {
    this.folder = folder;
  }

  static async create(): Promise<Programs> {
    return new Programs(await fs.mkdtemp(path.join(os.tmpdir(), 'programs-')));
  }

  remove(): Promise<void> {
    return fs.rm(this.folder, { recursive: true });
  }

  /** Runs a program of the adapters to its end. */
  run(program: string, flags: string[], { input = '', environment, directory, firstLineOnly }: Run = {}) {
    const child = spawn(process.execPath, [path.join(ADAPTERS, program), ...flags], {
      cwd: directory ?? this.folder,
      env: {
        PATH: process.env.PATH,
        ...COMPILE_CACHE,
        LC_ALL: 'zh_CN.UTF-8',
        INDEX_DIR: SHARED_INDEX_FOLDER,
        REPORTS_DIR: SAMPLE_FOLDER,
        ...environment,
      },
    });
    return new Promise<Ended>((resolve, reject) => {
      const ended: Ended = { code: null, stdout: '', stderr: '' };
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        ended.stdout += text;
        if (firstLineOnly && ended.stdout.includes('\n')) child.stdout.destroy();
      });
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        ended.stderr += text;
      });
      child.stdin.on('error', () => {}); // a program may end before it has read everything
      child.on('error', reject).on('close', (code) => resolve({ ...ended, code }));
      child.stdin.end(input);
    });
  }
}

/** One sentence on one line, and nothing of the machinery behind it. */
export const ONE_SENTENCE = /^(?!.*(?:Error:|\.[tj]s:\d)).+\n$/;
