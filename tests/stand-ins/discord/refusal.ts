// An error response of Discord: status, code and, for a form, the fields.
import type { Finding } from './rules/inspection.ts';
import type { Json } from './shapes.ts';

export class Refusal extends Error {
  readonly status: number;
  readonly code: number;
  readonly errors?: Json | undefined;

  constructor(status: number, code: number, message: string, errors?: Json) {
    super(message);
    this.status = status;
    this.code = code;
    this.errors = errors;
  }

  get body(): Json {
    return { message: this.message, code: this.code, ...(this.errors && { errors: this.errors }) };
  }
}

export const unauthorized = () => new Refusal(401, 0, '401: Unauthorized');
export const notFound = () => new Refusal(404, 0, '404: Not Found');
export const unknownChannel = () => new Refusal(404, 10003, 'Unknown Channel');
export const unknownMessage = () => new Refusal(404, 10008, 'Unknown Message');
export const unknownUser = () => new Refusal(404, 10013, 'Unknown User');
export const unknownWebhook = () => new Refusal(404, 10015, 'Unknown Webhook');
export const unknownInteraction = () => new Refusal(404, 10062, 'Unknown interaction');
export const alreadyAcknowledged = () =>
  new Refusal(400, 40060, 'Interaction has already been acknowledged.');
export const tooManyFollowUps = () =>
  new Refusal(400, 40094, 'This interaction has reached its maximum number of follow up messages');
export const missingAccess = () => new Refusal(403, 50001, 'Missing Access');
export const notOurMessage = () => new Refusal(403, 50005, 'Cannot edit a message authored by another user');
export const missingPermissions = () => new Refusal(403, 50013, 'Missing Permissions');
export const invalidWebhookToken = () => new Refusal(401, 50027, 'Invalid Webhook Token');
export const invalidJson = () => new Refusal(400, 50109, 'The request body contains invalid JSON.');

export const invalidForm = (field: string) =>
  new Refusal(400, 50035, 'Invalid Form Body', {
    [field]: { _errors: [{ code: 'INVALID', message: 'Invalid' }] },
  });

/** Findings as Discord nests them: by the parts of their paths. */
function errorsOf(findings: readonly Finding[]): Json {
  const root: Json = {};
  for (const { path, code, message } of findings) {
    let node = root;
    for (const part of path.split('.').filter(Boolean)) {
      node[part] ??= {};
      node = node[part] as Json;
    }
    node._errors = [...((node._errors as Json[] | undefined) ?? []), { code, message }];
  }
  return root;
}

/** The answer to a body with these findings, unless all of them are mere remarks. */
export function refusalOf(findings: readonly Finding[]): Refusal | undefined {
  const refused = findings.filter((finding) => finding.refused);
  if (refused.length === 0) return undefined;
  if (refused.some((finding) => finding.code === 'EMPTY_MESSAGE'))
    return new Refusal(400, 50006, 'Cannot send an empty message');
  return new Refusal(400, 50035, 'Invalid Form Body', errorsOf(refused));
}
