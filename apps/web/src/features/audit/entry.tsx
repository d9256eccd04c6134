import { AUDIT_SUBJECT_LABELS, auditActionLabel, SYSTEM_ID } from '@zhaoguan/contracts';
import { Link } from 'react-router';
import { useMay } from '../../shared/session/use-session';
import { instantInWords } from '../../shared/ui/dates';
import { Digest } from '../../shared/ui/digest';
import { Facts } from '../../shared/ui/facts';
import { useDistricts } from '../../shared/ui/places';
import { noteOn, whoActed } from './acts';
import { factsOfDetail } from './detail';
import type { AuditEntry } from './queries';
import { pageOf } from './subject-pages';

/** One entry of the log: when, who, what, to what, and what it says besides. */
export function Entry({ entry }: { readonly entry: AuditEntry }) {
  const { at, action, subjectType, detail } = entry;
  const actor = whoActed(entry);
  const note = noteOn(action);
  const { data: districts } = useDistricts();
  const facts = factsOfDetail(detail, subjectType, (code) => districts?.get(code)?.path ?? code);
  return (
    <article className="audit-entry">
      <p>
        <time dateTime={at} className="muted">
          {instantInWords(at)}
        </time>{' '}
        <Actor {...actor} /> <strong>{auditActionLabel(action)}</strong>
      </p>
      <p>
        <Subject entry={entry} />
      </p>
      {note !== undefined && <p>{note}</p>}
      {facts.length > 0 && <Facts facts={facts} />}
    </article>
  );
}

function Actor({ id, name }: { readonly id: string; readonly name: string | null }) {
  const mayManage = useMay('person.manage');
  if (id === SYSTEM_ID) return <>系统记录</>;
  if (name === null) return <>已不存在的账号</>;
  return mayManage ? <Link to={`/people/${id}`}>{name}</Link> : <>{name}</>;
}

function Subject({ entry: { subjectType, subjectId, subjectName } }: { readonly entry: AuditEntry }) {
  const known: Readonly<Record<string, string>> = AUDIT_SUBJECT_LABELS;
  const label = known[subjectType] ?? subjectType;
  if (subjectId !== null) return <Found label={label} type={subjectType} id={subjectId} name={subjectName} />;
  return (
    <>
      {label} <span className="muted">抽取公开或者检查结果公布以后显示</span>
    </>
  );
}

interface FoundProps {
  readonly label: string;
  readonly type: string;
  readonly id: string;
  readonly name: string | null;
}

function Found({ label, type, id, name }: FoundProps) {
  const { path, anyOf } = pageOf(type, id);
  const mayOpen = useMay(...anyOf) && path !== null;
  return (
    <>
      {label} {mayOpen ? <Link to={path}>{name ?? '查看'}</Link> : (name ?? '')}{' '}
      <Digest name={`${label}编号`} value={id} />
    </>
  );
}
