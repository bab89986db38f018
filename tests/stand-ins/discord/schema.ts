// Checks bodies against Discord's own OpenAPI description, where the file is there.
import fs from 'node:fs';
import path from 'node:path';
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import type { Finding } from './rules/inspection.ts';

export const SCHEMA_FILE: string = path.join(
  import.meta.dirname,
  '..',
  '..',
  '..',
  '..',
  'shared',
  'specs',
  'discord-openapi.json',
);
const NAME = 'discord';

/** Whether the description is there to check bodies with. */
export const hasSchema = fs.existsSync(SCHEMA_FILE);

interface Description {
  paths: Record<string, Record<string, { requestBody?: { content?: Record<string, unknown> } }>>;
}

let loaded: { ajv: Ajv2020; description: Description } | undefined;
const validators = new Map<string, ValidateFunction | undefined>();

function load(): { ajv: Ajv2020; description: Description } {
  const description = JSON.parse(fs.readFileSync(SCHEMA_FILE, 'utf8')) as Description;
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false });
  ajv.addSchema(description, NAME);
  return { ajv, description };
}

const asPointer = (part: string): string =>
  encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'));

/** The check of a request, made once; undefined where Discord describes no body. */
function validatorOf(method: string, template: string): ValidateFunction | undefined {
  const key = `${method} ${template}`;
  if (!validators.has(key)) {
    loaded ??= load();
    const operation = method.toLowerCase();
    const described =
      loaded.description.paths[template]?.[operation]?.requestBody?.content?.['application/json'];
    const parts = ['paths', template, operation, 'requestBody', 'content', 'application/json', 'schema'];
    validators.set(
      key,
      described ? loaded.ajv.compile({ $ref: `${NAME}#/${parts.map(asPointer).join('/')}` }) : undefined,
    );
  }
  return validators.get(key);
}

const depth = ({ instancePath }: ErrorObject): number => instancePath.split('/').length;
/** Errors that only say that another branch was meant. */
const isBranch = ({ keyword, instancePath }: ErrorObject): boolean =>
  keyword === 'oneOf' || keyword === 'anyOf' || instancePath.endsWith('/type');

/** Of all errors the deepest that is about a value: those of branches that were not meant end higher up. */
function telling(errors: readonly ErrorObject[]): ErrorObject | undefined {
  const inOrder = errors.toSorted(
    (one, other) => Number(isBranch(one)) - Number(isBranch(other)) || depth(other) - depth(one),
  );
  return inOrder[0];
}

/** Discord takes what its description does not: permissions as a text, and a nonce that is not enforced. */
function withoutFalseAlarms(key: string, value: unknown): unknown {
  if (key === 'default_member_permissions' && typeof value === 'string') return undefined;
  return key === 'enforce_nonce' && value === false ? undefined : value;
}

/** What Discord's description has against a body; nothing where there is no description. */
export function inspectSchema(method: string, template: string, body: unknown): Finding[] {
  if (!hasSchema) return [];
  const validate = validatorOf(method, template);
  if (!validate || validate(JSON.parse(JSON.stringify(body), withoutFalseAlarms))) return [];
  const error = telling(validate.errors ?? []);
  const at = error?.instancePath.slice(1).replaceAll('/', '.') ?? '';
  return [{ path: at, code: 'SCHEMA', message: `${error?.message} (schema)`, refused: true }];
}

/** Makes the check of a request beforehand, so that the first one is not slower than the others. */
export function prepareSchema(method: string, template: string): void {
  if (hasSchema) validatorOf(method, template);
}
