import { EXPIRY_WHAT_LABELS, EXPIRY_WHATS, type ExpiryWhat } from '@zhaoguan/contracts';
import { Button, Select } from 'antd';
import type { ColumnType } from 'antd/es/table';
import { Suspense, useState } from 'react';
import { Link } from 'react-router';
import { CLEARABLE } from '../../shared/form/clearable';
import { ExportButton } from '../../shared/files/export-button';
import { useMay } from '../../shared/session/use-session';
import { ListTable } from '../../shared/table/list-table';
import { useFilters } from '../../shared/table/use-filters';
import { dayInWords } from '../../shared/ui/dates';
import { Loaded } from '../../shared/ui/loaded';
import { Page } from '../../shared/ui/page';
import { Panel } from '../../shared/ui/panel';
import { Waiting } from '../../shared/ui/waiting';
import { useInstitution } from '../institutions/queries';
import { CheckForm } from './check-form';
import { ExpiryState } from './expiry-state';
import { MonthsPicture } from './months-picture';
import { useExpiries, useExpiryMonths, type ExpiryLine, type RadarFilters } from './queries';

const SOON = [
  { value: '0', label: '今天到期和已到期' },
  { value: '30', label: '30 天内' },
  { value: '90', label: '90 天内' },
];

/** Where it is renewed: a certificate with its person, everything else by a change filing of the institution. */
const to = ({ memberId, institutionId }: ExpiryLine): string =>
  memberId === null ? `/institutions/${institutionId}` : `/staff/${memberId}`;

const leftInWords = ({ daysLeft }: ExpiryLine): string =>
  daysLeft < 0 ? `已过 ${-daysLeft} 天` : daysLeft === 0 ? '今天到期' : `还有 ${daysLeft} 天`;

const COLUMNS: readonly ColumnType<ExpiryLine>[] = [
  {
    title: '机构',
    key: 'institution',
    render: (_, line) => <Link to={to(line)}>{line.institutionName}</Link>,
  },
  { title: '事项', dataIndex: 'whatLabel' },
  { title: '有效期至', dataIndex: 'endsOn', render: (day: string) => dayInWords(day) },
  { title: '还有', key: 'left', render: (_, line) => leftInWords(line) },
  { title: '状态', key: 'state', render: (_, line) => <ExpiryState line={line} /> },
  { title: '核查情况', key: 'finding', width: 280, render: (_, line) => <Finding line={line} /> },
];

function Finding({ line: { findingLabel, findingNote, checkedOn } }: { readonly line: ExpiryLine }) {
  if (findingLabel === null || checkedOn === null) return <>–</>;
  return (
    <>
      {dayInWords(checkedOn)}：{findingLabel}
      <br />
      <span className="muted">{findingNote}</span>
    </>
  );
}

/** What ends next (到期预警): for an operator in its institutions, for officials in their place. */
export default function RadarPage() {
  const [values, change] = useFilters(['institutionId', 'what', 'within', 'month']);
  const mayFile = useMay('filing.file');
  const filters: RadarFilters = {
    ...(values.institutionId === undefined ? {} : { institutionId: values.institutionId }),
    ...(values.what === undefined ? {} : { what: values.what as ExpiryWhat }),
    ...(values.within === undefined ? {} : { within: Number(values.within) }),
    ...(values.month === undefined ? {} : { month: values.month }),
  };
  const { institutionId, what } = filters;
  const months = useExpiryMonths({
    ...(institutionId === undefined ? {} : { institutionId }),
    ...(what === undefined ? {} : { what }),
  });
  const list = useExpiries(filters);
  const isFiltered = Object.values(values).some((value) => value !== undefined);
  return (
    <Page
      title="到期预警"
      facts={institutionId === undefined ? undefined : list.items?.[0]?.institutionName}
      actions={<ExportButton path="/api/v1/expiries/export" filters={values} name="到期事项" />}
    >
      <Advice mayFile={mayFile} />
      {institutionId !== undefined && <Checks institutionId={institutionId} />}
      <Panel title="今后十二个月">
        <Loaded query={months} what="各月到期的事项">
          {(counts) =>
            counts.length === 0 ? (
              <p className="muted">今后十二个月没有到期的事项，也没有已到期的。</p>
            ) : (
              <MonthsPicture
                months={counts}
                onPick={(month) =>
                  change(month === null ? { month: undefined, within: '0' } : { month, within: undefined })
                }
              />
            )
          }
        </Loaded>
      </Panel>
      <div className="filters">
        <Select
          allowClear={CLEARABLE}
          aria-label="什么到期"
          placeholder="全部事项"
          value={values.what}
          onChange={(next?: string) => change({ what: next })}
          options={EXPIRY_WHATS.map((each) => ({ value: each, label: EXPIRY_WHAT_LABELS[each] }))}
          style={{ width: 280 }}
        />
        <Select
          allowClear={CLEARABLE}
          aria-label="多久到期"
          placeholder="不限时间"
          value={values.within}
          onChange={(within?: string) => change({ within, month: undefined })}
          options={SOON}
          style={{ width: 180 }}
        />
        {values.month !== undefined && (
          <Button onClick={() => change({ month: undefined })}>{values.month} 到期的 ×</Button>
        )}
        {institutionId !== undefined && (
          <Button onClick={() => change({ institutionId: undefined })}>看全部机构</Button>
        )}
      </div>
      <ListTable
        list={list}
        what="到期事项"
        columns={COLUMNS}
        to={to}
        card={(line) => <Card line={line} />}
        empty={
          isFiltered
            ? '没有符合条件的到期事项。可以换一个条件再看。'
            : '还没有登记有期限的事项。办理时填报的租期、证照、保险和从业人员的证件会列在这里。'
        }
      />
    </Page>
  );
}

/** How something is renewed. */
function Advice({ mayFile }: { readonly mayFile: boolean }) {
  return mayFile ? (
    <p className="muted">
      续期以后：租赁合同、消防文书、食品经营许可证、责任保险在机构的页面办理变更，填报新的期限；从业人员的证件在该人的页面登记新证。
      登记以后这里随即更新。
    </p>
  ) : (
    <p className="muted">
      期限来自机构填报的内容和从业人员名录。机构报送新的期限以后，已到期的事项自行消除。
    </p>
  );
}

/** For the authority: what has ended in an institution, and what a check of it found. */
function Checks({ institutionId }: { readonly institutionId: string }) {
  const mayCheck = useMay('expiry.check');
  return mayCheck ? <ToCheck institutionId={institutionId} /> : null;
}

function ToCheck({ institutionId }: { readonly institutionId: string }) {
  const [open, setOpen] = useState(false);
  const { items = [] } = useExpiries({ institutionId, status: 'EXPIRED' });
  const isOwn = useInstitution(institutionId).data?.ofOwnOffice === true;
  if (items.length === 0 || !isOwn) return null;
  if (!open)
    return (
      <p className="notice">
        有 {items.length} 项已到期，请核查。{' '}
        <Button type="primary" onClick={() => setOpen(true)}>
          记录核查情况
        </Button>
      </p>
    );
  return (
    <Suspense fallback={<Waiting />}>
      <CheckForm institutionId={institutionId} ended={items} onDone={() => setOpen(false)} />
    </Suspense>
  );
}

/** Something that ends, in the hand. */
function Card({ line }: { readonly line: ExpiryLine }) {
  return (
    <Link to={to(line)}>
      <strong>{line.institutionName}</strong> <ExpiryState line={line} />
      <br />
      {line.whatLabel}
      <br />
      <span className="muted">
        {dayInWords(line.endsOn)}，{leftInWords(line)}
      </span>
      {line.findingLabel !== null && (
        <>
          <br />
          <Finding line={line} />
        </>
      )}
    </Link>
  );
}
