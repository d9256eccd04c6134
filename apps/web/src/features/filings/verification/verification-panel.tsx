import { Button } from 'antd';
import { Suspense, useState } from 'react';
import { dayInWords } from '../../../shared/ui/dates';
import { Loaded } from '../../../shared/ui/loaded';
import { Panel } from '../../../shared/ui/panel';
import { Status } from '../../../shared/ui/status';
import { Term } from '../../../shared/ui/term';
import { TermBasis } from '../../../shared/ui/term-basis';
import { Waiting } from '../../../shared/ui/waiting';
import type { Filing } from '../queries';
import { ApplicantReport } from './applicant-report';
import { CorrectForm } from './correct-form';
import { CallOffVisit } from './call-off-visit';
import { mayOrder, OrderVisit } from './order-visit';
import { useVerifications, type Verification } from './queries';
import { RecordVisitForm } from './record-visit-form';
import { SettleRecheck } from './settle-recheck';
import { ToChange } from './to-change';
import { isFiledAnew, mismatchInWords, unseenInWords, verificationInWords } from './verification-words';
import { VisitList } from './visit-list';
import { visitOrdinals, type VisitOrdinals } from './visit-ordinals';

/** Whether what is filed has been looked at on the spot, what was found, and what is to be done about it. */
export function VerificationPanel({ filing }: { readonly filing: Filing }) {
  const query = useVerifications(filing);
  const orderable = mayOrder(filing);
  const { data: verifications } = query;
  if (filing.submittedAt === null) return null;
  const ordinals = visitOrdinals(verifications ?? []);
  if (verifications?.length === 0 && !orderable) return null;
  return (
    <Panel title="现场核查">
      <Loaded query={query} what="现场核查">
        {([last, ...before]) => (
          <>
            {last && <Verifying filing={filing} verification={last} ordinals={ordinals} />}
            {orderable && (!last || hasEnded(last)) && <OrderVisit filing={filing} />}
            {before.map((each) => (
              <VisitList key={each.id} id={filing.id} verification={each} ordinals={ordinals} />
            ))}
          </>
        )}
      </Loaded>
    </Panel>
  );
}

const hasEnded = ({ status }: Verification): boolean => status === 'VERIFIED' || status === 'CANCELLED';

interface VerifyingProps {
  readonly filing: Filing;
  readonly verification: Verification;
  readonly ordinals: VisitOrdinals;
}

function Verifying({ filing, verification, ordinals }: VerifyingProps) {
  const { status, dueOn, correctBy, basis, availableActions, purpose, plannedOn, mismatches, unseen } =
    verification;
  const [open, setOpen] = useState(false);
  const records = availableActions.includes('confirm');
  const corrects = availableActions.includes('correct');
  const close = () => setOpen(false);
  return (
    <>
      <p>
        <Status process="filing-verification" status={status} />{' '}
        {(dueOn ?? correctBy) !== null && <Term dueOn={dueOn ?? correctBy} />}
      </p>
      <p className="muted">{verificationInWords(verification, records, filing)}</p>
      {purpose !== null && (
        <p>
          核查的内容：{purpose}
          {plannedOn !== null && `（计划 ${dayInWords(plannedOn)}到现场）`}
        </p>
      )}
      {basis !== null && dueOn !== null && <TermBasis basis={basis} />}
      {isFiledAnew(mismatches) && (
        <ul aria-label="原填报、现场、现填报">
          {mismatches.map((mismatch) => (
            <li key={mismatch.pointer}>{mismatchInWords(mismatch)}</li>
          ))}
        </ul>
      )}
      {unseen.length > 0 && (
        <ul aria-label="核查以后改过、没有到现场看过的内容">
          {unseen.map((item) => (
            <li key={item.pointer}>{unseenInWords(item)}</li>
          ))}
        </ul>
      )}
      <ApplicantReport id={filing.id} verification={verification} />
      {!open && (records || corrects) && (
        <Button type="primary" onClick={() => setOpen(true)}>
          {records ? '记录现场核查' : '报告已改正'}
        </Button>
      )}
      {!open && availableActions.includes('settle') && (
        <SettleRecheck id={filing.id} version={verification.version} mismatches={mismatches} />
      )}
      {corrects && <ToChange filing={filing} />}
      {!open && availableActions.includes('withdraw') && (
        <CallOffVisit id={filing.id} version={verification.version} />
      )}
      <Suspense fallback={<Waiting />}>
        {open && records && <RecordVisitForm filing={filing} verification={verification} onDone={close} />}
        {open && corrects && !records && (
          <CorrectForm filing={filing} version={verification.version} onDone={close} />
        )}
      </Suspense>
      <VisitList id={filing.id} verification={verification} ordinals={ordinals} />
    </>
  );
}
