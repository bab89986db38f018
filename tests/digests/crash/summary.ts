// The figures of a day of kills in sentences, for whoever runs the test or the bench.
import type { Verdict } from './verdict.ts';

export function summaryOf({ faults, figures }: Verdict): string {
  const { kills, idle, inCompany, aims, phases, due, sent, doubled, tooMany, recognised, tookMs } = figures;
  const list = (counts: Record<string, number>) =>
    Object.entries(counts)
      .map(([name, count]) => `${name} ${count}`)
      .join(', ');
  return [
    `${kills} kills in ${(tookMs / 1000).toFixed(0)} s, ${inCompany} of them with a second process, ${idle} with nothing in hand; ${due} digests due`,
    `  aimed at: ${list(aims)}`,
    `  entries in the hands of killed processes: ${list(phases)}`,
    `  Discord: ${sent.discord} messages, ${doubled.discord} places with a digest twice; ${recognised} repetitions recognised`,
    `  Telegram: ${sent.telegram} messages, ${doubled.telegram} places with a digest more than once; of the messages too many ${tooMany.afterAcceptance} after a kill between acceptance and the ledger write, ${tooMany.onTheWay} after a kill with the request on its way`,
    `  promises broken: ${faults.length}`,
    ...faults.slice(0, MOST_FAULTS).map((fault) => `! ${fault}`),
  ].join('\n');
}

const MOST_FAULTS = 20;
