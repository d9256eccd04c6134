import { useQueryClient } from '@tanstack/react-query';
import { siteInWords } from '@zhaoguan/contracts';
import { Button } from 'antd';
import { Suspense, useState } from 'react';
import { Link, useLocation, useNavigate, useParams, useSearchParams } from 'react-router';
import { useMay } from '../../shared/session/use-session';
import { Facts } from '../../shared/ui/facts';
import { History } from '../../shared/ui/history';
import { Loaded } from '../../shared/ui/loaded';
import { Page } from '../../shared/ui/page';
import { Panel } from '../../shared/ui/panel';
import { StateLine } from '../../shared/ui/state-line';
import { Status } from '../../shared/ui/status';
import { Waiting } from '../../shared/ui/waiting';
import { BeforeDecision } from './before-decision';
import { actsOf } from './case-acts';
import { CaseDecision } from './case-decision';
import { CaseFindings } from './case-findings';
import { CaseNotice } from './case-notice';
import { CaseStatements } from './case-statements';
import { stepsOf } from './case-steps';
import { CaseTerm } from './case-term';
import { DecisionForm } from './decision-form';
import { DismissalForm } from './dismissal-form';
import { NoticeForm } from './notice-form';
import { usePenaltyCase, type PenaltyCase } from './queries';
import { RecordStatementForm, RecordWaiverForm } from './record-statement-form';
import { NoticeServiceForm, PenaltyDecisionServiceForm } from './service-form';
import './case.css';

export default function CasePage() {
  const { id = '' } = useParams();
  const query = usePenaltyCase(id);
  return (
    <Loaded query={query} what="案件" title="处罚案件">
      {(subject) => <Case key={subject.id} subject={subject} />}
    </Loaded>
  );
}

/** What an official can do here, in the order of the buttons. */
const ACTS = [
  { action: 'notice', label: '行政处罚告知', Form: NoticeForm },
  { action: 'serve', label: '登记送达', Form: NoticeServiceForm },
  { action: 'prepare', label: '重新制作告知书', Form: NoticeForm },
  { action: 'penalise', label: '作出处罚决定', Form: DecisionForm },
  { action: 'recordStatement', label: '记录陈述申辩', Form: RecordStatementForm },
  { action: 'recordWaiver', label: '记录放弃陈述申辩', Form: RecordWaiverForm },
  { action: 'dismiss', label: '决定不予处罚', Form: DismissalForm },
  { action: 'serveDecision', label: '登记决定书送达', Form: PenaltyDecisionServiceForm },
  { action: 'correctService', label: '更正送达登记', Form: PenaltyDecisionServiceForm },
] as const;
/** Which of them answer to the notice and to what the party said. */
const DECISIONS: ReadonlySet<string> = new Set(['penalise', 'dismiss']);

/** In the history: the entry before is the case itself. */
const OPENED = 'opened-here';

function Case({ subject }: { readonly subject: PenaltyCase }) {
  const [search, setSearch] = useSearchParams();
  const [attempt, setAttempt] = useState(0);
  const client = useQueryClient();
  const possible = actsFor(subject);
  const act = possible.find(({ action }) => action === search.get('act'));
  const decides = act !== undefined && DECISIONS.has(act.action);
  /** The paper to be printed is what the case waits for: it stands first. */
  const isPaperFirst = subject.status === 'PREPARED' && !decides;
  const { state } = useLocation();
  const navigate = useNavigate();
  /** The way back from an open form leads to the case, not past it. */
  const choose = (action: string) =>
    act
      ? setSearch({ act: action }, { replace: true, state })
      : setSearch({ act: action }, { state: OPENED });
  const close = () => (state === OPENED ? void navigate(-1) : setSearch({}, { replace: true }));
  const readAgain = async () => {
    await client.invalidateQueries({ queryKey: ['penalty-case', subject.id] });
    setAttempt((count) => count + 1);
  };
  return (
    <Page
      title={subject.institutionName}
      state={<Status process="penalty-case" status={subject.status} />}
      facts={
        <>
          {subject.caseNumber} · {subject.authorityName} · <CaseTerm line={subject} />
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
            {label}
          </Button>
        ))}
    >
      <StateLine steps={stepsOf(subject)} />
      <div className="side-by-side">
        <div>
          {decides && <BeforeDecision subject={subject} />}
          {act && (
            <Suspense key={`${act.action}-${attempt}`} fallback={<Waiting />}>
              <act.Form subject={subject} onDone={close} onOutdated={() => void readAgain()} />
            </Suspense>
          )}
          <CaseDecision subject={subject} />
          {isPaperFirst && <CaseNotice subject={subject} />}
          <Particulars subject={subject} />
          <CaseFindings findings={subject.findings} />
          {!decides && !isPaperFirst && (
            <>
              <CaseNotice subject={subject} />
              <CaseStatements subject={subject} />
            </>
          )}
        </div>
        <Panel title="办理记录">
          <History acts={actsOf(subject)} />
        </Panel>
      </div>
    </Page>
  );
}

/** Of a case that was just opened, the form of the notice makes its paper as well. */
function actsFor({ availableActions, notice, decision }: PenaltyCase) {
  const open: ReadonlySet<string> = new Set(availableActions);
  const serves = decision?.mayEnterService
    ? decision.services.length > 0
      ? 'correctService'
      : 'serveDecision'
    : null;
  return ACTS.filter(
    ({ action }) => action === serves || (open.has(action) && (action !== 'prepare' || notice !== null)),
  );
}

function Particulars({ subject }: { readonly subject: PenaltyCase }) {
  const { institutionId, institutionName, uscc, basis, investigators } = subject;
  const mayRead = useMay('institution.read');
  return (
    <Panel title="当事人和处罚依据">
      <Facts
        facts={[
          {
            name: '当事人',
            value: mayRead ? (
              <Link to={`/institutions/${institutionId}`}>{institutionName}</Link>
            ) : (
              institutionName
            ),
          },
          { name: '统一社会信用代码', value: <span className="mono">{uscc}</span> },
          { name: '机构类型', value: siteInWords(subject) },
          { name: '违法行为', value: basis.conduct },
          { name: '处罚依据', value: `${basis.law}${basis.article}` },
          { name: '调查人员执法证号', value: investigators.join('、') },
        ]}
      />
    </Panel>
  );
}
