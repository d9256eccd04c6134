import { REGIME_WORDS, REMOVAL_WORDS } from '@zhaoguan/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { Suspense, useState } from 'react';
import { useParams } from 'react-router';
import { useMay } from '../../shared/session/use-session';
import { dayInWords } from '../../shared/ui/dates';
import { Loaded } from '../../shared/ui/loaded';
import { Page } from '../../shared/ui/page';
import { StateLine } from '../../shared/ui/state-line';
import { Status } from '../../shared/ui/status';
import { Term } from '../../shared/ui/term';
import { Waiting } from '../../shared/ui/waiting';
import { AcceptedSince } from './accepted-since';
import { DecideForm } from './decide-form';
import { EvidencePanel } from './evidence-panel';
import { NoticeForm } from './notice-form';
import { PrepareAgainForm, RemovalDecisionServiceForm, ServeForm } from './paper-forms';
import { PendingCases } from './pending-cases';
import { ProposalForm } from './proposal-form';
import { useRemoval, type Removal } from './queries';
import { AnnulForm, DropForm, SendBackForm } from './reason-forms';
import { RecordStatementForm } from './record-statement-form';
import {
  PreparedNotice,
  RemovalFacts,
  RemovalHistory,
  RemovalNotice,
  RemovalOutcome,
  RemovalPapers,
  RemovalStatements,
  stepsOf,
} from './removal-contents';

/** What an official can do here, in the order of the buttons. */
const ACTS = [
  { action: 'notice', label: '事先告知', Form: NoticeForm },
  { action: 'serve', label: '登记送达', Form: ServeForm },
  { action: 'prepare', label: '重新制作告知书', Form: PrepareAgainForm },
  { action: 'propose', label: '报请决定', Form: ProposalForm },
  { action: 'decide', label: '作出决定', Form: DecideForm },
  { action: 'sendBack', label: '退回重新办理', Form: SendBackForm },
  { action: 'recordStatement', label: '记录陈述申辩或者放弃', Form: RecordStatementForm },
  { action: 'serveDecision', label: '登记决定书送达', Form: RemovalDecisionServiceForm },
  { action: 'correctService', label: '更正送达登记', Form: RemovalDecisionServiceForm },
  // Named by what comes back.
  { action: 'annul', label: null, Form: AnnulForm },
  { action: 'drop', label: '终止办理', Form: DropForm },
] as const;

export default function RemovalPage() {
  const { id = '' } = useParams();
  const query = useRemoval(id);
  return (
    <Loaded query={query} what="案件" title="注销、撤销">
      {(removal) => <Case key={removal.id} removal={removal} />}
    </Loaded>
  );
}

function Case({ removal }: { readonly removal: Removal }) {
  const [chosen, choose] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(0);
  const mayDecide = useMay('removal.decide');
  const client = useQueryClient();
  const { restoration } = REMOVAL_WORDS[removal.regime];
  const possible = actsFor(removal);
  const act = possible.find(({ action }) => action === chosen);
  const readAgain = async () => {
    await client.invalidateQueries({ queryKey: ['removal', removal.id] });
    setAttempt((count) => count + 1);
  };
  return (
    <Page
      title={removal.institutionName}
      state={<Status process="removal" status={removal.status} />}
      facts={
        <>
          {removal.typeLabel} · {removal.authorityName}
          {removal.dueOn !== null && (
            <>
              {' · '}
              <Term dueOn={removal.dueOn} />
            </>
          )}
        </>
      }
      actions={possible
        .filter(({ action }) => action !== act?.action)
        .map(({ action, label }, i) => (
          <Button
            key={action}
            type={i === 0 && !act && action !== 'correctService' ? 'primary' : 'default'}
            onClick={() => choose(action)}
          >
            {label ?? restoration}
          </Button>
        ))}
    >
      <StateLine steps={stepsOf(removal)} />
      {removal.workedOn && removal.status === 'PROPOSED' && (
        <p className="notice">您办理过本件，请由另一名复核人员作出决定。</p>
      )}
      {removal.ofOwnAcceptance && removal.status === 'PROPOSED' && mayDecide && (
        <p className="notice">
          拟撤销的{REGIME_WORDS[removal.regime].matter}由您准予，是否撤销请由另一名复核人员决定。
        </p>
      )}
      {removal.workedOn && removal.status === 'DECIDED' && mayDecide && (
        <p className="muted">您办理过本件。决定被复议、诉讼撤销的，请由另一名复核人员{restoration}。</p>
      )}
      {removal.status === 'PROPOSED' && <AcceptedSince removal={removal} />}
      {!ENDED.has(removal.status) && <PendingCases institutionId={removal.institutionId} />}
      <PeriodNote removal={removal} />
      <div className="side-by-side">
        <div>
          {act && (
            <Suspense key={`${act.action}-${attempt}`} fallback={<Waiting />}>
              <act.Form removal={removal} onDone={() => choose(null)} onOutdated={() => void readAgain()} />
            </Suspense>
          )}
          <RemovalOutcome removal={removal} />
          <RemovalPapers removal={removal} />
          <RemovalFacts removal={removal} />
          <EvidencePanel removal={removal} />
          <PreparedNotice removal={removal} />
          <RemovalNotice removal={removal} />
          <RemovalStatements removal={removal} />
        </div>
        <RemovalHistory removal={removal} />
      </div>
    </Page>
  );
}

/** The first time a paper is drawn up by telling (事先告知) with that service. */
function actsFor({ availableActions, prepared, decision }: Removal) {
  const open: ReadonlySet<string> = new Set(availableActions);
  const serves = decision?.mayEnterService
    ? decision.services.length > 0
      ? 'correctService'
      : 'serveDecision'
    : null;
  return ACTS.filter(
    ({ action }) => action === serves || (open.has(action) && (action !== 'prepare' || prepared !== null)),
  );
}

const ENDED: ReadonlySet<Removal['status']> = new Set(['DECIDED', 'DROPPED', 'ANNULLED']);

/** Why who works on the case cannot lay it before anybody yet. */
function PeriodNote({ removal: { notice, availableActions } }: { readonly removal: Removal }) {
  const waits = availableActions.includes('recordStatement') && !availableActions.includes('propose');
  if (notice === null || !waits) return null;
  return (
    <p className="notice">
      机构可以陈述、申辩到{dayInWords(notice.statementUntil)}
      ，期满以后可以报请决定。机构自己在线放弃的，随即可以报请；由承办人员记录的放弃不缩短期限。
    </p>
  );
}
