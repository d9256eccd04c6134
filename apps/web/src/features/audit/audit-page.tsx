import { AUDIT_SUBJECT_LABELS, AUDIT_SUBJECTS, type AuditSubject } from '@zhaoguan/contracts';
import { DatePicker, Input, Select } from 'antd';
import dayjs from 'dayjs';
import { useId } from 'react';
import { CLEARABLE, CLEARABLE_TEXT } from '../../shared/form/clearable';
import { ListBody } from '../../shared/table/list-body';
import { useFilters } from '../../shared/table/use-filters';
import { Page } from '../../shared/ui/page';
import { PersonSelect } from '../access/person-select';
import { Entry } from './entry';
import { useAuditEntries, type AuditFilters } from './queries';
import './audit-page.css';

/** Who did what, when (操作记录): found by what it was done to, by person, by day. */
export default function AuditPage() {
  const [filters, change] = useFilters(['subjectType', 'subjectId', 'actorId', 'from', 'until']);
  const list = useAuditEntries(filters as AuditFilters);
  const { from, until } = filters;
  const faultId = useId();
  const isReversed = from !== undefined && until !== undefined && from > until;
  const wrong = isReversed ? faultId : undefined;
  return (
    <Page title="操作记录" facts="本辖区的办理、变更和登录，写入后不能修改，可以用公开的检查点核对。">
      <div className="filters">
        <Select<AuditSubject>
          allowClear={CLEARABLE}
          aria-label="对象"
          placeholder="全部对象"
          value={(filters.subjectType as AuditSubject | undefined) ?? null}
          onChange={(subjectType) => change({ subjectType })}
          options={AUDIT_SUBJECTS.map((subject) => ({
            value: subject,
            label: AUDIT_SUBJECT_LABELS[subject],
          }))}
          style={{ width: 140 }}
        />
        <Input.Search
          key={filters.subjectId ?? ''}
          allowClear={CLEARABLE_TEXT}
          aria-label="对象编号"
          placeholder="对象编号"
          defaultValue={filters.subjectId}
          onSearch={(subjectId) => change({ subjectId: subjectId.trim() })}
          style={{ width: 240 }}
        />
        <PersonSelect
          label="办理人"
          placeholder="全部办理人"
          value={filters.actorId}
          onChange={(actorId) => change({ actorId })}
        />
        <Day label="自" value={from} wrong={wrong} onChange={(day) => change({ from: day })} />
        <Day label="至" value={until} wrong={wrong} onChange={(day) => change({ until: day })} />
      </div>
      {isReversed ? (
        <p id={faultId} className="field-fault" role="alert">
          “自”的日期晚于“至”的日期，请改正其中一个。
        </p>
      ) : (
        <ListBody
          list={list}
          what="操作记录"
          empty={
            Object.keys(filters).length > 0
              ? '没有符合条件的记录。可以少填几个条件再查。'
              : '本辖区还没有操作记录。'
          }
        >
          {(entries) => (
            <ol className="list-cards" aria-label="操作记录">
              {entries.map((entry) => (
                <li key={entry.id}>
                  <Entry entry={entry} />
                </li>
              ))}
            </ol>
          )}
        </ListBody>
      )}
    </Page>
  );
}

interface DayProps {
  readonly label: string;
  readonly value: string | undefined;
  /** Id of what is said to be wrong with it. */
  readonly wrong: string | undefined;
  readonly onChange: (day: string | undefined) => void;
}

/** One end of a span of days. */
function Day({ label, value, wrong, onChange }: DayProps) {
  const id = useId();
  return (
    <span className="nowrap">
      <label htmlFor={id}>{label}</label>{' '}
      <DatePicker
        id={id}
        {...(wrong === undefined ? {} : { status: 'error' as const, 'aria-describedby': wrong })}
        value={value === undefined ? null : dayjs(value)}
        onChange={(day) => onChange(day?.format('YYYY-MM-DD'))}
        format={['YYYY-MM-DD', 'YYYY/M/D', 'YYYYMMDD']}
        placeholder="年-月-日"
        style={{ width: 150 }}
      />
    </span>
  );
}
