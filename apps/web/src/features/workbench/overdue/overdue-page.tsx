import { useParams } from 'react-router';
import { useUser } from '../../../shared/session/use-session';
import { dayInWords, instantInWords } from '../../../shared/ui/dates';
import { Facts } from '../../../shared/ui/facts';
import { Loaded } from '../../../shared/ui/loaded';
import { Mark } from '../../../shared/ui/mark';
import { Page } from '../../../shared/ui/page';
import { Panel } from '../../../shared/ui/panel';
import { Status } from '../../../shared/ui/status';
import { LinkButton } from '../../../shared/ui/link-button';
import { pathOf } from '../subject-path';
import { OverdueActButton } from './overdue-act';
import { OverdueHistory } from './overdue-history';
import { useOverdue, type Overdue } from './queries';

/** One last day that an office has let pass: whose it was, how late it is, what was said about it. */
export default function OverduePage() {
  const { id = '' } = useParams();
  return (
    <Loaded query={useOverdue(id)} what="超期事项" title="超期督办">
      {(overdue) => <Contents overdue={overdue} />}
    </Loaded>
  );
}

function Contents({ overdue }: { readonly overdue: Overdue }) {
  const user = useUser();
  const { title, typeLabel, officeName, status, raisedTo, endedAt, daysOverdue, history } = overdue;
  return (
    <Page
      title={title}
      state={
        <>
          <Status process="overdue" status={status} />
          {endedAt === null && <Mark tone="stopped">已超期 {daysOverdue} 个工作日</Mark>}
        </>
      }
      facts={`${typeLabel} · ${officeName} · ${raisedTo}`}
      actions={
        <>
          {overdue.availableActions.map((action) => (
            <OverdueActButton key={action} overdue={overdue} action={action} />
          ))}
          <LinkButton to={pathOf(overdue.subject, user)}>查看该事项</LinkButton>
        </>
      }
    >
      <Panel title="超期情况">
        <Facts facts={factsOf(overdue)} />
      </Panel>
      <Panel title="办理过程">
        <OverdueHistory history={history} />
      </Panel>
    </Page>
  );
}

function factsOf({ typeLabel, officeName, dueOn, raisedAt, goesUpOn, endedAt }: Overdue) {
  return [
    { name: '事项', value: typeLabel },
    { name: '承办机关', value: officeName },
    { name: '期限的最后一日', value: dayInWords(dueOn) },
    { name: '上报时间', value: instantInWords(raisedAt) },
    ...(goesUpOn === null
      ? []
      : [{ name: '报上级的时间', value: `${dayInWords(goesUpOn)}仍未办结的，报上级部门督办` }]),
    ...(endedAt === null ? [] : [{ name: '办结时间', value: instantInWords(endedAt) }]),
  ];
}
