import { useQueryClient } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { useParams } from 'react-router';
import { Facts } from '../../shared/ui/facts';
import { History } from '../../shared/ui/history';
import { Loaded } from '../../shared/ui/loaded';
import { Page } from '../../shared/ui/page';
import { Panel } from '../../shared/ui/panel';
import { StateLine } from '../../shared/ui/state-line';
import { Status } from '../../shared/ui/status';
import { Waiting } from '../../shared/ui/waiting';
import { actsOf } from './case-acts';
import { CaseDecision } from './case-decision';
import { CaseFindings } from './case-findings';
import { CaseNotice } from './case-notice';
import { CaseStatements } from './case-statements';
import { stepsOf } from './case-steps';
import { MyStatement } from './my-statement';
import { usePenaltyCase, type PenaltyCase } from './queries';
import './case.css';

/** A case as its party reads it: what is held against it, what it may say, what was decided. */
export default function MyCasePage() {
  const { id = '' } = useParams();
  const query = usePenaltyCase(id);
  return (
    <Loaded query={query} what="案件" title="处罚案件">
      {(subject) => <MyCase key={subject.id} subject={subject} />}
    </Loaded>
  );
}

function MyCase({ subject }: { readonly subject: PenaltyCase }) {
  const client = useQueryClient();
  const [attempt, setAttempt] = useState(0);
  const { institutionName, caseNumber, authorityName, basis, investigators, version } = subject;
  const readAgain = async () => {
    await client.invalidateQueries({ queryKey: ['penalty-case', subject.id] });
    setAttempt((count) => count + 1);
  };
  return (
    <Page
      title={institutionName}
      state={<Status process="penalty-case" status={subject.status} />}
      facts={`${caseNumber} · ${authorityName}`}
    >
      <StateLine steps={stepsOf(subject)} />
      <CaseDecision subject={subject} />
      <CaseNotice subject={subject} />
      {subject.availableActions.includes('state') && (
        // Each statement is a new one: the form begins anew after it.
        <Suspense key={`${version}-${attempt}`} fallback={<Waiting />}>
          <MyStatement subject={subject} onOutdated={() => void readAgain()} />
        </Suspense>
      )}
      <CaseStatements subject={subject} />
      <Panel title="违法行为和依据">
        <Facts
          facts={[
            { name: '违法行为', value: basis.conduct },
            { name: '处罚依据', value: `${basis.law}${basis.article}` },
            { name: '调查人员执法证号', value: investigators.join('、') },
          ]}
        />
      </Panel>
      <CaseFindings findings={subject.findings} />
      <Panel title="办理记录">
        <History acts={actsOf(subject)} />
      </Panel>
    </Page>
  );
}
