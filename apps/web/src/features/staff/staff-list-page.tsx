import {
  postInWords,
  postsOf,
  STAFF_STANDING_LABELS,
  STAFF_STANDINGS,
  type StaffPost,
  type StaffStanding,
} from '@zhaoguan/contracts';
import { Button, Select } from 'antd';
import type { ColumnType } from 'antd/es/table';
import { Suspense, useEffect, useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { CLEARABLE } from '../../shared/form/clearable';
import { carryOut } from '../../shared/api/carry-out';
import { useIdempotencyKey } from '../../shared/api/use-idempotency-key';
import { ExportButton } from '../../shared/files/export-button';
import { ActPanel } from '../../shared/form/act-panel';
import { useFormDraft } from '../../shared/form/use-form-draft';
import { useMay } from '../../shared/session/use-session';
import { ListTable } from '../../shared/table/list-table';
import { useFilters } from '../../shared/table/use-filters';
import { dayInWords } from '../../shared/ui/dates';
import { Loaded } from '../../shared/ui/loaded';
import { Page } from '../../shared/ui/page';
import { Panel } from '../../shared/ui/panel';
import { tell } from '../../shared/ui/told';
import { useLeaveWarning } from '../../shared/ui/use-leave-warning';
import { Waiting } from '../../shared/ui/waiting';
import { useInstitution, type Institution } from '../institutions/queries';
import { Coverage } from './coverage-bar';
import { useAddStaff, useStaff, useStaffCoverage, type StaffLine } from './queries';
import { RevealNames, type StaffNames } from './reveal-names';
import { StaffExports } from './staff-exports';
import { StaffForm, type StaffValues } from './staff-form';
import { StaffSheet } from './staff-sheet';
import { StandingMark } from './standing-mark';

const to = ({ id }: StaffLine): string => `/staff/${id}`;

/** What is wrong with somebody's post and credentials, in words; nothing where nothing is. */
const faultsOf = ({ postFault, requirements }: StaffLine): string =>
  [
    ...(postFault === null ? [] : [postFault]),
    ...requirements
      .filter(({ standing }) => standing !== 'VALID')
      .map(({ label, standingLabel }) => `${label}${standingLabel}`),
  ].join('；');

const columnsWith = (names: StaffNames | null): readonly ColumnType<StaffLine>[] => [
  {
    title: '姓名',
    dataIndex: 'name',
    render: (name: string, line) => <Link to={to(line)}>{names?.[line.id] ?? name}</Link>,
  },
  { title: '岗位', dataIndex: 'postLabel' },
  {
    title: '证件',
    key: 'standing',
    render: (_, line) => <StandingMark standing={line.standing} label={line.standingLabel} />,
  },
  { title: '说明', key: 'faults', width: 320, render: (_, line) => faultsOf(line) || '–' },
  { title: '入职日期', dataIndex: 'employedOn', render: (day: string) => dayInWords(day) },
];

/** The people who work in an institution (从业人员名录): kept by it, read by the authority. */
export default function StaffListPage() {
  const { id = '' } = useParams();
  const query = useInstitution(id);
  return (
    <Loaded query={query} what="机构" title="从业人员">
      {(institution) => <Register institution={institution} />}
    </Loaded>
  );
}

function Register({ institution }: { readonly institution: Institution }) {
  const { id, kind, siteType, name } = institution;
  const mayKeep = useMay('staff.keep');
  const [names, setNames] = useState<StaffNames | null>(null);
  const [adding, setAdding] = useState(false);
  const [filters, change] = useFilters(['post', 'standing', 'left']);
  const coverage = useStaffCoverage(id);
  const list = useStaff({
    institutionId: id,
    ...(filters.post === undefined ? {} : { post: filters.post as StaffPost }),
    ...(filters.standing === undefined ? {} : { standing: filters.standing as StaffStanding }),
    ...(filters.left === undefined ? {} : { hasLeft: true }),
  });
  const exported = { post: filters.post, standing: filters.standing, hasLeft: filters.left };
  const isFiltered = Object.values(filters).some((value) => value !== undefined);
  return (
    <Page
      title="从业人员"
      facts={<Link to={`/institutions/${id}`}>{name}</Link>}
      actions={
        <>
          {mayKeep && !adding && (
            <Button type="primary" onClick={() => setAdding(true)}>
              登记人员
            </Button>
          )}
          {coverage.data?.mayRevealNames === true && (
            <RevealNames institutionId={id} names={names} onChange={setNames} />
          )}
          {mayKeep ? (
            <StaffExports institutionId={id} filters={exported} />
          ) : (
            <ExportButton
              path="/api/v1/staff/export"
              filters={{ institutionId: id, ...exported }}
              name="从业人员证件情况"
            />
          )}
        </>
      }
    >
      {adding && (
        <Suspense fallback={<Waiting />}>
          <NewStaff institution={institution} onDone={() => setAdding(false)} />
        </Suspense>
      )}
      <Panel title="证件齐全的情况">
        <Loaded query={coverage} what="证件情况">
          {(sum) => <Coverage coverage={sum} />}
        </Loaded>
      </Panel>
      {mayKeep && <StaffSheet institutionId={id} />}
      <div className="filters">
        <Select
          allowClear={CLEARABLE}
          aria-label="按岗位筛选"
          placeholder="全部岗位"
          value={filters.post}
          onChange={(post?: string) => change({ post })}
          options={postsOf({ kind, siteType }).map((post) => ({
            value: post,
            label: postInWords(post, siteType),
          }))}
          style={{ width: 160 }}
        />
        <Select
          allowClear={CLEARABLE}
          aria-label="证件的情况"
          placeholder="证件的情况"
          value={filters.standing}
          onChange={(standing?: string) => change({ standing })}
          options={STAFF_STANDINGS.map((each) => ({ value: each, label: STAFF_STANDING_LABELS[each] }))}
          style={{ width: 160 }}
        />
        <Select
          aria-label="在职或者离职"
          value={filters.left ?? ''}
          onChange={(left: string) => change({ left: left === '' ? undefined : left })}
          options={[
            { value: '', label: '在职' },
            { value: 'true', label: '已离职' },
          ]}
          style={{ width: 120 }}
        />
      </div>
      <ListTable
        list={list}
        what="从业人员"
        columns={columnsWith(names)}
        to={to}
        card={(line) => <Card line={line} name={names?.[line.id] ?? line.name} />}
        empty={
          isFiltered
            ? '没有符合条件的人员。可以换一个条件再看。'
            : mayKeep
              ? '还没有登记从业人员。选“登记人员”逐一登记，再登记各人的证件。'
              : '机构还没有登记从业人员。'
        }
      />
    </Page>
  );
}

/** Somebody in the hand. */
function Card({ line, name }: { readonly line: StaffLine; readonly name: string }) {
  return (
    <Link to={to(line)}>
      <strong>{name}</strong> {line.postLabel}
      <br />
      <StandingMark standing={line.standing} label={line.standingLabel} />
      <br />
      <span className="muted">{faultsOf(line)}</span>
    </Link>
  );
}

interface NewStaffProps {
  readonly institution: Institution;
  readonly onDone: () => void;
}

function NewStaff({ institution: { id, kind, siteType }, onDone }: NewStaffProps) {
  const add = useAddStaff(useIdempotencyKey());
  const draft = useFormDraft<StaffValues>(`staff-new:${id}`);
  const navigate = useNavigate();
  const { data: added } = add;
  const { discard } = draft;
  useLeaveWarning(draft.unsaved && !added);
  // After the warning's own effect: it would ask whether to leave what has just been handed in.
  useEffect(() => {
    if (!added) return;
    discard();
    tell(`已登记${added.name}。请登记其证件。`);
    void navigate(`/staff/${added.id}`);
  }, [added, discard, navigate]);
  return (
    <ActPanel title="登记人员" onLater={onDone}>
      <StaffForm
        name="staff-new"
        site={{ kind, siteType }}
        submit="登记"
        draft={draft}
        busy={add.isPending}
        error={add.error}
        onSubmit={(values) => carryOut(add, { institutionId: id, ...values })}
      />
    </ActPanel>
  );
}
