import { Alert, Button, Space } from 'antd';
import { useState } from 'react';
import { carryOut } from '../../../shared/api/carry-out';
import { useRoleLabels } from '../../../shared/session/use-list-words';
import { useMay } from '../../../shared/session/use-session';
import { Failure } from '../../../shared/ui/failure';
import { Loaded } from '../../../shared/ui/loaded';
import { Panel } from '../../../shared/ui/panel';
import { tell } from '../../../shared/ui/told';
import type { Filing } from '../queries';
import { AssignDecision } from './assign-decision';
import { takeCase, useAssignment, useAssignmentAct, type Assignment } from './queries';
import { heldInWords, unattendedInWords } from './held-back-words';
import { ReleaseDecision } from './release-decision';

/** Who of the authority conducts the case, and what to do about it. */
export function AssignmentPanel({ filing }: { readonly filing: Filing }) {
  const query = useAssignment(filing.id, true);
  return (
    <Panel title="承办">
      <Loaded query={query} what="承办人">
        {(assignment) => <Holding filing={filing} assignment={assignment} />}
      </Loaded>
    </Panel>
  );
}

interface HoldingProps {
  readonly filing: Filing;
  readonly assignment: Assignment;
}

function Holding({ filing, assignment }: HoldingProps) {
  const { holder, mine, availableActions, unattended } = assignment;
  const { REGISTRAR: post } = useRoleLabels();
  const isHead = useMay('overdue.supervise');
  const [asked, ask] = useState<'assign' | 'release' | null>(null);
  const taking = useAssignmentAct(takeCase, filing);
  const may = (action: Assignment['availableActions'][number]) => availableActions.includes(action);
  const close = () => ask(null);
  return (
    <>
      <p>{heldInWords(assignment)}</p>
      {unattended && (
        <Alert type="warning" showIcon title={unattendedInWords(isHead ? 'head' : 'other', post)} />
      )}
      <Space wrap>
        {may('take') && holder === null && (
          <Button
            loading={taking.isPending}
            onClick={() => carryOut(taking, undefined, () => tell('已领取，本件由您承办。'))}
          >
            领取承办
          </Button>
        )}
        {may('assign') && !unattended && (
          <Button onClick={() => ask('assign')}>{holder === null ? '分派给同事' : '移交'}</Button>
        )}
        {may('release') && mine && <Button onClick={() => ask('release')}>退回待分派</Button>}
      </Space>
      {taking.error && <Failure error={taking.error} what="没有领取" />}
      {asked === 'assign' && <AssignDecision filing={filing} holder={holder} onClose={close} />}
      {asked === 'release' && <ReleaseDecision filing={filing} onClose={close} />}
    </>
  );
}
