import { Button } from 'antd';
import { Suspense, useState } from 'react';
import { dayInWords } from '../../../shared/ui/dates';
import { Loaded } from '../../../shared/ui/loaded';
import { Panel } from '../../../shared/ui/panel';
import { Status } from '../../../shared/ui/status';
import { Term } from '../../../shared/ui/term';
import { Waiting } from '../../../shared/ui/waiting';
import type { Filing } from '../queries';
import { ApplicantReport } from './applicant-report';
import { CorrectForm } from './correct-form';
import { CallOffVisit } from './call-off-visit';
import { mayOrder, OrderVisit } from './order-visit';
import { useVerifications, type Verification } from './queries';
import { RecordVisitForm } from './record-visit-form';
import { ToChange } from './to-change';
import { VisitList } from './visit-list';

/** Whether what is filed has been looked at on the spot, what was found, and what is to be done about it. */
export function VerificationPanel({ filing }: { readonly filing: Filing }) {
  const query = useVerifications(filing);
  const orderable = mayOrder(filing);
  const { data: verifications } = query;
  if (filing.submittedAt === null) return null;
  if (verifications?.length === 0 && !orderable) return null;
  return (
    <Panel title="现场核查">
      <Loaded query={query} what="现场核查">
        {([last, ...before]) => (
          <>
            {last && <Verifying filing={filing} verification={last} />}
            {orderable && (!last || hasEnded(last)) && <OrderVisit filing={filing} />}
            {before.map(({ id, visits }) => (
              <VisitList key={id} id={filing.id} visits={visits} />
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
}

function Verifying({ filing, verification }: VerifyingProps) {
  const { status, dueOn, correctBy, basis, availableActions, visits, purpose, plannedOn } = verification;
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
      <p className="muted">{inWords(verification, records, filing.status === 'ACCEPTED')}</p>
      {purpose !== null && (
        <p>
          核查的内容：{purpose}
          {plannedOn !== null && `（计划 ${dayInWords(plannedOn)}到现场）`}
        </p>
      )}
      {basis !== null && dueOn !== null && (
        <p className="muted">
          期限依据：{basis.law}
          {basis.article}
        </p>
      )}
      <ApplicantReport id={filing.id} verification={verification} />
      {!open && (records || corrects) && (
        <Button type="primary" onClick={() => setOpen(true)}>
          {records ? '记录现场核查' : '报告已改正'}
        </Button>
      )}
      {corrects && <ToChange filing={filing} />}
      {!open && availableActions.includes('withdraw') && (
        <CallOffVisit id={filing.id} version={verification.version} />
      )}
      <Suspense fallback={<Waiting />}>
        {open && records && <RecordVisitForm filing={filing} verification={verification} onDone={close} />}
        {open && corrects && !records && (
          <CorrectForm id={filing.id} version={verification.version} onDone={close} />
        )}
      </Suspense>
      <VisitList id={filing.id} visits={visits} />
    </>
  );
}

function inWords({ status, correctBy, origin }: Verification, ofOffice: boolean, decided: boolean): string {
  switch (status) {
    case 'OPEN':
      if (ofOffice && origin === 'REVIEW')
        return '审查中安排，由两名以上工作人员到现场逐项核实申请的内容；记录结果以前不能准予。办理期限照常计算。';
      if (ofOffice && origin === 'ORDERED')
        return '由两名以上工作人员到现场逐项核实填报的内容；不影响备案的办理。';
      return ofOffice
        ? '准予以后，由两名以上工作人员到现场逐项核实填报的内容。'
        : '主管机关将在期限内到现场核实填报的内容，请如实说明情况。';
    case 'MISMATCH_FOUND': {
      const until = correctBy === null ? '' : `最迟 ${dayInWords(correctBy)}`;
      if (!decided)
        return ofOffice
          ? `已通知申请人${until}改正。已到现场看过改正情况的，可以直接记录。`
          : `现场情况与申请的内容不一致。现场可以改正的，请${until}改正，改正以后在这里报告；是申请填写有误的，可以撤回申请，更正以后重新申请。`;
      return ofOffice
        ? `已通知申请人${until}办理变更或者改正。已到现场看过改正情况的，可以直接记录。`
        : `现场情况与填报的内容不一致，请${until}办理变更；现场情况不对的，改正以后在这里报告。`;
    }
    case 'RECHECK':
      return ofOffice ? '申请人已改正或者变更，请复核。' : '已收到，等待主管机关复核。';
    case 'VERIFIED':
      return '现场情况与填报的内容一致。';
    case 'CANCELLED':
      return '不再核查，原因见办理过程。';
  }
}
