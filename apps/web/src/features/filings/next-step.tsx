import { Panel } from '../../shared/ui/panel';
import { useRemediesOfEnded } from '../removals/removal-remedies';
import { useClosure } from './closures/queries';
import { returnedTerms } from './filing-words';
import { arrangedInWords } from './office-words';
import { nextSteps } from './owed';
import type { Filing } from './queries';
import { remediesInWords } from './remedies-words';
import { useRetractions } from './retractions/queries';
import { MAY_STILL_RETRACT, nextOfRetraction } from './retractions/retraction-words';
import { useToday } from '../../shared/ui/use-calendar';
import { usePassedTerm } from './use-passed-term';
import { useVerifications } from './verification/queries';
import { ToChange } from './verification/to-change';

const NEXT_WHILE_ASSISTED = '填完后提交。提交以前只有您和窗口代办人看得到。';
const isEnteredForMe = ({ assistance, status }: Filing): boolean =>
  status === 'DRAFT' && assistance?.mayEnd === true;

/** For the applicant: what comes next (下一步). */
export function NextStep({ filing }: { readonly filing: Filing }) {
  const { data: verifications = [] } = useVerifications(filing);
  const { data: closures = [] } = useClosure(filing);
  const { data: retractions } = useRetractions(filing);
  const today = useToday();
  const retracted = nextOfRetraction(filing, retractions?.items.at(-1), today);
  const steps = isEnteredForMe(filing)
    ? [NEXT_WHILE_ASSISTED]
    : retracted === null
      ? nextSteps(filing, verifications[0], closures[0])
      : [retracted];
  const passed = usePassedTerm(filing);
  const arranged = filing.beingArranged ? [arrangedInWords(passed.length > 0)] : [];
  const remedies = [...remediesInWords(filing), ...useRemediesOfEnded(filing)];
  const offered = (retractions?.offer ?? null) === null ? [] : [MAY_STILL_RETRACT];
  const terms = filing.status === 'RETURNED' ? returnedTerms(filing) : [];
  return (
    <Panel title="下一步">
      {[...passed, ...arranged, ...steps, ...offered, ...terms, ...remedies].map((said) => (
        <p key={said}>{said}</p>
      ))}
      {verifications[0]?.status === 'MISMATCH_FOUND' && <ToChange filing={filing} />}
      {filing.refusalReason !== null && <p className="typed-lines">理由：{filing.refusalReason}</p>}
    </Panel>
  );
}
