import { Button } from 'antd';
import { Suspense, useState } from 'react';
import { useMay } from '../../../shared/session/use-session';
import { dayInWords } from '../../../shared/ui/dates';
import { Loaded } from '../../../shared/ui/loaded';
import { Panel } from '../../../shared/ui/panel';
import { Status } from '../../../shared/ui/status';
import { Term } from '../../../shared/ui/term';
import { TermBasis } from '../../../shared/ui/term-basis';
import { Waiting } from '../../../shared/ui/waiting';
import type { Filing } from '../queries';
import { useRetractions } from '../retractions/queries';
import { ClosureStory } from './closure-story';
import { awaitedSuccessor, closureWords, HELD, termOfOffice } from './closure-words';
import { useClosure, type Closure } from './queries';
import { RecordClosureForm } from './record-closure-form';
import { ReportClosureForm } from './report-closure-form';

/** Whether everybody is placed and the fees are given back once the institution has ended, and for its office to record it. */
export function ClosurePanel({ filing }: { readonly filing: Filing }) {
  const query = useClosure(filing);
  const { data: retractions } = useRetractions(filing);
  const held = retractions?.items.some(({ status }) => status === 'ASKED') ?? false;
  if (query.data === undefined || query.data.length === 0) return null;
  return (
    <Panel title="终止后续核实">
      <Loaded query={query} what="终止后续核实">
        {([closure]) =>
          closure && (held ? <p>{HELD}</p> : <FollowedUp closure={closure} kind={filing.kind} />)
        }
      </Loaded>
    </Panel>
  );
}

interface FollowedUpProps {
  readonly closure: Closure;
  readonly kind: Filing['kind'];
}

function FollowedUp({ closure, kind }: FollowedUpProps) {
  const [open, setOpen] = useState(false);
  const isOperator = useMay('filing.file');
  const { status, dueOn, basis, mayRecord, mayReport } = closure;
  const close = () => setOpen(false);
  const awaited = awaitedSuccessor([closure]);
  const theirTerm = isOperator ? termOfOffice(closure, dayInWords) : null;
  return (
    <>
      <p>
        <Status process="closure-follow-up" status={status} />{' '}
        {dueOn !== null && !isOperator && <Term dueOn={dueOn} />}
      </p>
      <p className={isOperator && status === 'UNSETTLED' ? 'notice' : 'muted'}>
        {closureWords(closure, kind, isOperator, dayInWords)}
      </p>
      {theirTerm !== null && <p className="muted">{theirTerm}</p>}
      {awaited !== null && <p className="muted">{awaited}</p>}
      {dueOn !== null && basis !== null && <TermBasis basis={basis} />}
      <ClosureStory closure={closure} />
      {mayReport && !open && (
        <Button type="primary" onClick={() => setOpen(true)}>
          报告已完成
        </Button>
      )}
      {mayReport && open && (
        <Suspense fallback={<Waiting />}>
          <ReportClosureForm key={closure.version} closure={closure} onDone={close} />
        </Suspense>
      )}
      {mayRecord && !open && (
        <Button type={status === 'SETTLED' ? 'default' : 'primary'} onClick={() => setOpen(true)}>
          {status === 'SETTLED' ? '更正核实记录' : '记录核实情况'}
        </Button>
      )}
      {mayRecord && open && <RecordClosureForm key={closure.version} closure={closure} onDone={close} />}
    </>
  );
}
