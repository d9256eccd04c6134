import { departmentLabel } from '@zhaoguan/contracts';
import { Link, useParams } from 'react-router';
import { dayInWords, instantInWords } from '../../../shared/ui/dates';
import { Facts } from '../../../shared/ui/facts';
import { Loaded } from '../../../shared/ui/loaded';
import { Page } from '../../../shared/ui/page';
import { Panel } from '../../../shared/ui/panel';
import { StateLine, type Step } from '../../../shared/ui/state-line';
import { OwnFindings } from './own-findings';
import { OwnState, publicationInWords } from './own-state';
import { useOwnInspection, type OwnInspection } from './queries';

export default function OwnInspectionPage() {
  const { id = '' } = useParams();
  const query = useOwnInspection(id);
  return (
    <Loaded query={query} what="检查" title="接受检查">
      {(inspection) => (
        <Page
          title={inspection.institutionName}
          state={<OwnState inspection={inspection} />}
          facts={inspection.planTitle}
        >
          <StateLine steps={stepsOf(inspection)} />
          <Result inspection={inspection} />
          {inspection.result ? <OwnFindings inspection={inspection} /> : <UnderWay inspection={inspection} />}
          <Team inspection={inspection} />
        </Page>
      )}
    </Loaded>
  );
}

function stepsOf({ startedAt, submittedAt, result }: OwnInspection): Step[] {
  const published = result?.publishedAt ?? null;
  return [
    {
      label: '开始检查',
      state: 'done',
      ...(startedAt === null ? {} : { note: instantInWords(startedAt) }),
    },
    submittedAt === null
      ? { label: '提交结果', state: 'here' }
      : { label: '提交结果', state: 'done', note: instantInWords(submittedAt) },
    published === null
      ? {
          label: '向社会公布',
          state: result ? 'here' : 'ahead',
          ...(result ? { note: `最迟${dayInWords(result.dueOn)}` } : {}),
        }
      : { label: '向社会公布', state: 'done', note: instantInWords(published) },
  ];
}

function Result({ inspection }: { readonly inspection: OwnInspection }) {
  const { result, institutionId } = inspection;
  if (!result) return null;
  return (
    <Panel title="检查结果">
      <Facts
        facts={[
          { name: '结果', value: <strong>{result.label}</strong> },
          { name: '检查日期', value: dayInWords(result.inspectedOn) },
          { name: '检查机关', value: result.agency },
          { name: '公布', value: publicationInWords(inspection) },
        ]}
      />
      <p className="muted">
        结果公布后记入信用档案。<Link to={`/institutions/${institutionId}`}>查看我的信用等级及理由</Link>
      </p>
    </Panel>
  );
}

/** While it goes on: what is being looked at, so that the papers can be laid ready. */
function UnderWay({ inspection: { items } }: { readonly inspection: OwnInspection }) {
  return (
    <Panel title={`检查项目（${items.length} 项）`}>
      <p>检查正在进行，检查人员提交后可以看到每一项的结论。请配合检查，备好有关证件和记录。</p>
      <ul>
        {items.map(({ id, title, check }) => (
          <li key={id}>
            <strong>{title}</strong>
            <br />
            <span className="muted">{check}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Team({ inspection: { team } }: { readonly inspection: OwnInspection }) {
  return (
    <Panel title="检查人员">
      <p className="muted">检查人员不少于两人，应当主动出示执法证件；可以核对姓名和证号。</p>
      <ul>
        {team.map(({ name, certificateNumber, department }) => (
          <li key={certificateNumber}>
            {name}，{departmentLabel(department)}，执法证号 {certificateNumber}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
