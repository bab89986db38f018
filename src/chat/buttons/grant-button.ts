// An owner's press on an access request.
import { TEXTS } from '../../message/index.ts';
import type { RequestDecision } from '../access/access-requests.ts';
import type { CommandContext, CommandResult } from '../command.ts';

/** Decides the request; returns the decision in words, or undefined where the request has expired. */
export async function grant(
  id: string,
  verdict: string,
  context: CommandContext,
): Promise<CommandResult | undefined> {
  if (verdict !== 'allow' && verdict !== 'deny') return undefined; // a button may hold anything
  const decision = await context.accessRequests.decide(id, verdict === 'allow' ? 'allowed' : 'denied');
  return (
    decision && { message: [{ type: 'paragraph', text: textOf(decision, context) }], locale: context.locale }
  );
}

function textOf({ request, outcome }: RequestDecision, { locale }: CommandContext): string {
  const texts = TEXTS[locale];
  const place = [request.name, request.target].filter(Boolean).join(' · ');
  switch (outcome) {
    case 'allowed':
      return texts.allowedPlace(place);
    case 'denied':
      return texts.deniedPlace(place);
    case 'was-allowed':
      return texts.wasAllowed(place, request.target);
    case 'was-denied':
      return texts.wasDenied(place, request.target);
    default:
      return outcome satisfies never;
  }
}
