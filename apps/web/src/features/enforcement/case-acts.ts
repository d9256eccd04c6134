import { serviceActs } from '../../shared/ui/decision-service';
import type { Act } from '../../shared/ui/history';
import type { PenaltyCase } from './queries';

/** The history of a case, newest first; the party's own acts carry its name. */
export function actsOf(subject: PenaltyCase): Act[] {
  const { history, openedOn, openedByName, institutionName, authorityName, decision } = subject;
  const acts = history.map(({ action, label, at, actorName, legalBasis }): Act => {
    const actor = action === 'state' ? institutionName : (actorName ?? authorityName);
    return { id: at + action, at, label, actor, ...(legalBasis === null ? {} : { reason: legalBasis }) };
  });
  return [
    ...[...acts, ...(decision ? serviceActs(decision, authorityName) : [])].toReversed(),
    { id: 'opened', at: openedOn, label: '立案', actor: openedByName ?? authorityName },
  ];
}
