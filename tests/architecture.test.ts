// The direction of the house, read from the import lines of the files.
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = path.join(import.meta.dirname, '..');

/** Each room may use the rooms before it. */
const ROOMS = [
  'language',
  'reports',
  'message',
  'search',
  'indexing',
  'library',
  'question',
  'answer',
  'lookup',
  'digests',
  'chat',
  'store',
] as const;

/** One import of a file: what it names, and where that leads inside the project. */
interface Import {
  /** The importing file, relative to the project. */
  file: string;
  specifier: string;
  /** Relative to the project; undefined for libraries, Node's own modules and #core. */
  target?: string;
}

const IMPORT_LINE =
  /(?:^|\n)\s*(?:import|export)\b[^;'"]*?from\s*['"]([^'"]+)['"]|(?:^|\n)\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]|\brequire\(\s*['"]([^'"]+)['"]|createRequire\([^)]*\)\(\s*['"]([^'"]+)['"]/g;

function filesUnder(folder: string): string[] {
  return fs
    .readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => path.join(folder, name).split(path.sep).join('/'))
    .sort();
}

const read = (file: string) => fs.readFileSync(path.join(ROOT, file), 'utf8');

function importsOf(file: string): Import[] {
  return [...read(file).matchAll(IMPORT_LINE)].map((match) => {
    const specifier = match.slice(1).find((group) => group !== undefined) ?? '';
    if (!specifier.startsWith('.')) return { file, specifier };
    return { file, specifier, target: path.posix.join(path.posix.dirname(file), specifier) };
  });
}

const CORE_FILES = filesUnder('src');
const CORE = CORE_FILES.flatMap(importsOf);
const ADAPTERS = filesUnder('adapters').flatMap(importsOf);
const roomOf = (file: string) => /^src\/([^/]+)\//.exec(file)?.[1];
const asLine = ({ file, specifier }: Import) => `${file} imports ${specifier}`;
const packageOf = (specifier: string) =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

/** One circle for each file that an import leads back to, as the files on the way. */
function circlesIn(imports: Import[]): string[][] {
  const targetsOf = Map.groupBy(imports, ({ file }) => file);
  const circles: string[][] = [];
  const done = new Set<string>();
  const visit = (file: string, way: string[]) => {
    const from = way.indexOf(file);
    if (from >= 0) circles.push([...way.slice(from), file]);
    if (from >= 0 || done.has(file)) return;
    for (const { target } of targetsOf.get(file) ?? []) if (target) visit(target, [...way, file]);
    done.add(file);
  };
  for (const file of targetsOf.keys()) visit(file, []);
  return circles;
}

interface Manifest {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
}
const MANIFEST = JSON.parse(read('package.json')) as Manifest;
/** `node` is the runtime itself, not something to import. */
const LIBRARIES = Object.keys(MANIFEST.dependencies).filter((name) => name !== 'node');

/** Any platform, by the names of the adapters' folders. */
const PLATFORM = new RegExp(
  fs
    .readdirSync(path.join(ROOT, 'adapters'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'terminal')
    .map(({ name }) => name)
    .join('|'),
  'i',
);

describe('the rooms of the core', () => {
  it('are all known here', () => {
    const rooms = fs
      .readdirSync(path.join(ROOT, 'src'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
    expect(rooms.filter((name) => !(ROOMS as readonly string[]).includes(name))).toEqual([]);
  });

  it('depend downwards only', () => {
    const rank = (room: string) => (ROOMS as readonly string[]).indexOf(room);
    const upwards = CORE.filter(({ file, target }) => {
      const from = roomOf(file);
      const to = target && roomOf(target);
      return from && to && rank(to) > rank(from);
    });
    expect(upwards.map(asLine)).toEqual([]);
  });

  it('know nothing of the files that join them', () => {
    const outwards = CORE.filter(
      ({ file, specifier, target }) =>
        roomOf(file) && (specifier.startsWith('#') || (target && !roomOf(target))),
    );
    expect(outwards.map(asLine)).toEqual([]);
  });

  it('are entered through their index only', () => {
    const around = CORE.filter(
      ({ file, target }) =>
        target &&
        roomOf(target) &&
        roomOf(target) !== roomOf(file) &&
        target !== `src/${roomOf(target)}/index.ts`,
    );
    expect(around.map(asLine)).toEqual([]);
  });

  it('name no chat platform', () => {
    expect(CORE_FILES.filter((file) => PLATFORM.test(read(file)))).toEqual([]);
  });

  it('lead nowhere outside src', () => {
    expect(CORE.filter(({ target }) => target && !target.startsWith('src/')).map(asLine)).toEqual([]);
  });

  it('take only types from the reports for what can be said on a platform', () => {
    const lines = filesUnder('src/message').flatMap((file) =>
      [...read(file).matchAll(/^(?:import|export)\b[^;]*?from\s*'[^']*\/reports\/[^']*'/gm)].map(
        ([line]) => line,
      ),
    );
    expect(lines.filter((line) => !/^(?:import|export) type\b/.test(line))).toEqual([]);
  });
});

describe('the adapters', () => {
  it('use the core through its door only, and each other', () => {
    const others = ADAPTERS.filter(({ specifier, target }) => {
      if (target) return !target.startsWith('adapters/');
      return specifier.startsWith('#') && specifier !== '#core';
    });
    expect(others.map(asLine)).toEqual([]);
  });

  it('are not known to the core', () => {
    expect(CORE.filter(({ target }) => target?.startsWith('adapters/')).map(asLine)).toEqual([]);
  });
});

describe('files', () => {
  it.each(['src', 'adapters', 'docs'])('import each other in no circle, types included: %s', (folder) => {
    expect(circlesIn(filesUnder(folder).flatMap(importsOf))).toEqual([]);
  });

  it('in a circle are found', () => {
    const imports = ['a b', 'b c', 'c b', 'd d'].map((line) => line.split(' '));
    expect(circlesIn(imports.map(([file, target]) => ({ file, target, specifier: target })))).toEqual([
      ['b', 'c', 'b'],
      ['d', 'd'],
    ]);
  });
});

describe('libraries', () => {
  const thirdParty = [...CORE, ...ADAPTERS].filter(
    ({ specifier, target }) => !target && !specifier.startsWith('node:') && !specifier.startsWith('#'),
  );

  it.each(LIBRARIES)('%s is imported in exactly one file', (library) => {
    const importers = thirdParty
      .filter(({ specifier }) => packageOf(specifier) === library)
      .map(({ file }) => file);
    expect([...new Set(importers)]).toHaveLength(1);
  });

  it('are all declared as needed at run time', () => {
    const undeclared = thirdParty.filter(({ specifier }) => !LIBRARIES.includes(packageOf(specifier)));
    expect(undeclared.map(asLine)).toEqual([]);
  });
});

describe('the environment', () => {
  it('is read in one file', () => {
    const readers = [...filesUnder('src'), ...filesUnder('adapters')].filter((file) =>
      /\bprocess\s*(?:\.\s*env\b|\[\s*['"]env)|\{[^}]*\benv\b[^}]*\}\s*(?:=\s*process\b|from\s*'node:process')/.test(
        read(file).replace(/\/\/.*$/gm, ''),
      ),
    );
    expect(readers).toEqual(['src/config.ts']);
  });
});
