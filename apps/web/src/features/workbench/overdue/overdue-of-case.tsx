import { useMay } from '../../../shared/session/use-session';
import { dayInWords } from '../../../shared/ui/dates';
import { Failure } from '../../../shared/ui/failure';
import { Mark } from '../../../shared/ui/mark';
import { Panel } from '../../../shared/ui/panel';
import { Status } from '../../../shared/ui/status';
import { OverdueActButton } from './overdue-act';
import { OverdueHistory } from './overdue-history';
import { useOverdueOfCase, type Overdue } from './queries';

interface CaseRef {
  readonly id: string;
  readonly version: number;
}

/** On the page of a case, for those who handle or supervise it: what is late of it, what was said about that, and where one answers. */
export function OverdueOfCase({ filing }: { readonly filing: CaseRef }) {
  const supervises = useMay('overdue.supervise');
  const explains = useMay('overdue.explain');
  return supervises || explains ? <Read filing={filing} /> : null;
}

function Read({ filing }: { readonly filing: CaseRef }) {
  const { data, error, refetch } = useOverdueOfCase(filing);
  if (error) return <Failure error={error} what="没有取得超期督办的情况" onRetry={() => void refetch()} />;
  if (data === undefined || data.items.length === 0) return null;
  return (
    <Panel title="超期督办">
      {data.items.map((overdue) => (
        <One key={overdue.id} overdue={overdue} />
      ))}
    </Panel>
  );
}

function One({ overdue }: { readonly overdue: Overdue }) {
  const { typeLabel, status, dueOn, daysOverdue, raisedTo, history, availableActions } = overdue;
  return (
    <article aria-label={`超期事项：${typeLabel}`}>
      <p>
        <strong>{typeLabel}</strong> <Status process="overdue" status={status} />{' '}
        <Mark tone="stopped">已超期 {daysOverdue} 个工作日</Mark>
      </p>
      <p>
        应于 {dayInWords(dueOn)} 以前办结。{raisedTo}。{expectedInWords(overdue)}
      </p>
      <OverdueHistory history={history} />
      {availableActions.length > 0 && (
        <p>
          {availableActions.map((action) => (
            <OverdueActButton key={action} overdue={overdue} action={action} />
          ))}
        </p>
      )}
    </article>
  );
}

/** No rule sets a day for the answer: what holds is what the opinion says, and the day on which it goes up. */
function expectedInWords({ status, goesUpOn, availableActions }: Overdue): string {
  const answers = availableActions.includes('explain');
  const urged =
    answers && status === 'URGED'
      ? '请按督办意见写明的时间办结或者答复；没有写明时间的，请及时说明超期原因。'
      : '';
  const further = goesUpOn === null ? '' : `${dayInWords(goesUpOn)}仍未办结的，报上级部门督办。`;
  return urged + further;
}
