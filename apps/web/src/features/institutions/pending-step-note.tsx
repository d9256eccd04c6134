import { Link } from 'react-router';
import { useMay } from '../../shared/session/use-session';
import { pendingStepInWords, toCaseInWords } from './pending-step-words';
import type { Institution } from './queries';

interface PendingStepNoteProps {
  readonly institution: Pick<Institution, 'pendingStep'>;
}

/** What becomes of the institution on a day to come, and the way to the case in which that can be taken back (撤回). */
export function PendingStepNote({ institution: { pendingStep } }: PendingStepNoteProps) {
  const mayRead = useMay('filing.read');
  const mayFile = useMay('filing.file');
  const mayAssist = useMay('filing.assist');
  if (pendingStep === null) return null;
  const { filingId } = pendingStep;
  return (
    <p className="notice">
      {pendingStepInWords(pendingStep)}
      {mayRead && filingId !== null && (
        <>
          {' '}
          <Link to={`/filings/${filingId}`}>{toCaseInWords(pendingStep, { mayFile, mayAssist })}</Link>
        </>
      )}
    </p>
  );
}
