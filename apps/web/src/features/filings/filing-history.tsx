import { useMay } from '../../shared/session/use-session';
import { History, type Act } from '../../shared/ui/history';
import { Loaded } from '../../shared/ui/loaded';
import { closureInHistory, useClosure } from './closures/queries';
import { commitmentsInHistory } from './commitments/acts';
import { stepsInHistory, useAssignment } from './assignment/queries';
import { notesInHistory, useCaseNotes } from './notes/queries';
import { useRetractions } from './retractions/queries';
import { retractionsInHistory } from './retractions/retraction-words';
import { useVerifications, verificationsInHistory } from './verification/queries';
import { useFilingHistory, type Filing } from './queries';

/** What became of the filing, newest first; an official reads between the acts who has conducted it, and what colleagues noted. */
export function FilingHistory({ filing }: { readonly filing: Filing }) {
  const query = useFilingHistory(filing.id);
  const ofOffice = useMay('filing.assign') && filing.ofOwnOffice && filing.submittedAt !== null;
  const assignment = useAssignment(filing.id, ofOffice);
  const notes = useCaseNotes(filing.id, ofOffice);
  const verifications = useVerifications(filing);
  const closure = useClosure(filing);
  const retractions = useRetractions(filing);
  return (
    <Loaded query={query} what="办理过程">
      {({ items }) => {
        const acts = items.map(({ seq, at, label, actorName, onBehalf, reason, legalBasis }): Act => ({
          id: `act-${seq}`,
          at,
          label,
          actor: `${actorName ?? '系统'}${onBehalf ? '（窗口代办）' : ''}`,
          reason: reason ?? <span className="muted">依据：{legalBasis}</span>,
        }));
        return (
          <History
            acts={inOrder([
              ...stepsInHistory(assignment.data),
              ...acts,
              ...commitmentsInHistory(filing),
              ...notesInHistory(notes.data),
              ...verificationsInHistory(verifications.data),
              ...closureInHistory(closure.data),
              ...retractionsInHistory(filing, retractions.data?.items),
            ]).map((act) => ({ ...act, actor: act.actor ?? filing.authorityName }))}
          />
        );
      }}
    </Loaded>
  );
}

/** Newest first; of what happened in one moment the decision stands above the step of the case that made it possible. */
function inOrder(acts: readonly Act[]): Act[] {
  return acts
    .map((act, place) => ({ act, place }))
    .sort((a, b) => (a.act.at < b.act.at ? 1 : a.act.at > b.act.at ? -1 : b.place - a.place))
    .map(({ act }) => act);
}
