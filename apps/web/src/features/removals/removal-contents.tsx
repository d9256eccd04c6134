import { REGIME_WORDS, REMOVAL_SERVICE_LABELS, REMOVAL_WORDS, siteInWords } from '@zhaoguan/contracts';
import { Link } from 'react-router';
import { FileList } from '../../shared/files/file-list';
import { PapersPanel } from '../../shared/papers/papers-panel';
import { dayInWords, dayOfInstant, instantInWords } from '../../shared/ui/dates';
import { serviceActs, serviceFacts, serviceStep } from '../../shared/ui/decision-service';
import { Facts } from '../../shared/ui/facts';
import { History, type Act } from '../../shared/ui/history';
import { Panel } from '../../shared/ui/panel';
import type { Step } from '../../shared/ui/state-line';
import { remediesOf } from './removal-remedies';
import { useRemovalPapers, type Removal } from './queries';

interface PartProps {
  readonly removal: Removal;
}

const filesOf = ({ id }: Removal): string => `/api/v1/removals/${id}/files`;

/** About whom, on which ground. */
export function RemovalFacts({ removal }: PartProps) {
  const { institutionId, institutionName, uscc, filingNumber, ground, authorityName, clue } = removal;
  const { number, authority } = REGIME_WORDS[removal.regime];
  return (
    <Panel title="机构和情形">
      <Facts
        facts={[
          { name: '机构', value: <Link to={`/institutions/${institutionId}`}>{institutionName}</Link> },
          { name: '统一社会信用代码', value: <span className="mono">{uscc}</span> },
          { name: '机构类型', value: siteInWords(removal) },
          { name: number, value: <span className="mono">{filingNumber}</span> },
          { name: '情形', value: ground.label },
          { name: '依据', value: `${ground.basis.law}${ground.basis.article ?? ''}` },
          { name: authority, value: authorityName },
          ...(clue === null
            ? []
            : [{ name: '线索和初步情况', value: <span className="plain-text">{clue}</span> }]),
        ]}
      />
    </Panel>
  );
}

/** What is drawn up and still to be served: its paper is among the papers. */
export function PreparedNotice({ removal: { status, prepared } }: PartProps) {
  if (prepared === null) return null;
  return (
    <Panel title={status === 'PREPARED' ? '告知书（待送达）' : '告知书（没有送达）'}>
      {status === 'PREPARED' && (
        <p className="notice">
          请在“文书”里下载告知书，打印送达以后登记送达。登记以前，机构在系统里看不到本件。
        </p>
      )}
      <p className="plain-text">{prepared.facts}</p>
      <Facts facts={[{ name: '告知书的日期', value: dayInWords(prepared.preparedOn) }]} />
    </Panel>
  );
}

/** What the institution was told beforehand (事先告知). */
export function RemovalNotice({ removal }: PartProps) {
  const { notice } = removal;
  if (!notice) return null;
  return (
    <Panel title="事先告知">
      <p className="plain-text">{notice.facts}</p>
      <Facts
        facts={[
          {
            name: '送达',
            value: `${dayInWords(notice.servedOn)}，${REMOVAL_SERVICE_LABELS[notice.service]}${
              notice.serviceNote === null ? '' : `（${notice.serviceNote}）`
            }`,
          },
          { name: '陈述申辩的最后一日', value: dayInWords(notice.statementUntil) },
        ]}
      />
    </Panel>
  );
}

const CHANNELS: Readonly<Record<string, string>> = { PARTY: '机构在线提交', RECORDED: '承办人员记录' };

/** What the institution said, or that it waived it; nothing before the notice. */
export function RemovalStatements({ removal }: PartProps) {
  const { notice, statements } = removal;
  if (!notice) return null;
  return (
    <Panel title="陈述申辩">
      {statements.length === 0 && (
        <p className="muted">
          机构还没有提出陈述、申辩；最后一日为{dayInWords(notice.statementUntil)}，期满没有提出的，视为放弃。
        </p>
      )}
      {statements.map(({ id, nature, channel, text, files, madeAt }) => (
        <div key={id} className="finding">
          <strong>{nature === 'WAIVER' ? '放弃陈述申辩' : '陈述申辩'}</strong>{' '}
          <span className="muted">
            {CHANNELS[channel]} · <time dateTime={madeAt}>{instantInWords(madeAt)}</time>
          </span>
          <p className="plain-text">{text}</p>
          <FileList from={filesOf(removal)} files={files} />
        </div>
      ))}
    </Panel>
  );
}

/** What is proposed or decided, and what can be done against it. */
export function RemovalOutcome({ removal }: PartProps) {
  const { proposal, decision, annulment, typeLabel, regime } = removal;
  if (!proposal) return null;
  return (
    <Panel title={decision ? `${typeLabel}决定` : '报请的理由'}>
      {annulment && (
        <p className="notice">
          决定已于{dayInWords(annulment.annulledOn)}撤销，依据：{annulment.document}。
          {REGIME_WORDS[regime].held}
          恢复有效。
        </p>
      )}
      {!decision && <p className="plain-text">{proposal.text}</p>}
      <Facts
        facts={[
          ...(decision
            ? [
                { name: '查明的事实', value: <span className="plain-text">{decision.facts}</span> },
                { name: '决定的理由', value: <span className="plain-text">{proposal.text}</span> },
              ]
            : []),
          ...(proposal.statementReview === null
            ? []
            : [
                {
                  name: '对陈述申辩的复核意见',
                  value: <span className="plain-text">{proposal.statementReview}</span>,
                },
              ]),
          ...(decision
            ? [
                { name: '文号', value: <span className="mono">{decision.number}</span> },
                { name: '决定日期', value: dayInWords(decision.decidedOn) },
                ...serviceFacts(decision),
                // What was annulled binds nobody, and nothing runs against it.
                ...(annulment ? [] : [{ name: '不服决定的', value: remediesOf(decision) }]),
              ]
            : []),
        ]}
      />
    </Panel>
  );
}

/** What the authority has given out on paper: 事先告知书, 决定书, 恢复告知书. */
export function RemovalPapers({ removal }: PartProps) {
  const { data, error } = useRemovalPapers(removal);
  return (
    <PapersPanel
      papers={data?.items}
      error={error}
      pathOf={({ id }) => `/api/v1/removals/${removal.id}/papers/${id}/file`}
    />
  );
}

/** The history of a case, newest first; the institution's own acts carry its name. */
export function RemovalHistory({ removal }: PartProps) {
  const { history, openedAt, openedByName, institutionName, authorityName, typeLabel, decision } = removal;
  const acts = history.map(({ action, label, at, actorName, reason }): Act => {
    const actor = action === 'state' ? institutionName : (actorName ?? authorityName);
    return { id: at + action, at, label, actor, ...(reason === null ? {} : { reason }) };
  });
  return (
    <Panel title="办理记录">
      <History
        acts={[
          ...inOrder([...acts, ...(decision ? serviceActs(decision, authorityName) : [])]),
          { id: 'opened', at: openedAt, label: `启动${typeLabel}`, actor: openedByName ?? authorityName },
        ]}
      />
    </Panel>
  );
}

/** Newest first. What was decided and served at one moment was decided first. */
const inOrder = (acts: readonly Act[]): Act[] =>
  acts.toSorted((a, b) => a.at.localeCompare(b.at)).toReversed();

const ORDER = ['OPENED', 'NOTICED', 'STATED', 'PROPOSED', 'DECIDED'] as const;

/** The way of a case, with what is done, where it stands and what comes. */
export function stepsOf(removal: Removal): Step[] {
  const { status, openedAt, notice, statements, decision, annulment } = removal;
  const { held } = REGIME_WORDS[removal.regime];
  const { restoration } = REMOVAL_WORDS[removal.regime];
  if (status === 'DROPPED')
    return [
      { label: '启动', state: 'done', note: dayInWords(dayOfInstant(openedAt)) },
      { label: '终止办理', state: 'stopped', note: `${held}继续有效` },
    ];
  const reached = annulment
    ? ORDER.length
    : Math.max(
        0,
        ORDER.findIndex((state) => state === status),
      );
  const at = (needed: number): Step['state'] =>
    reached > needed ? 'done' : reached === needed ? 'here' : 'ahead';
  const heard = statements.length > 0;
  return [
    {
      label: '告知',
      state: at(0),
      ...(notice && reached > 0
        ? { note: dayInWords(notice.servedOn) }
        : { note: status === 'PREPARED' ? '告知书待送达' : notice ? '重新告知' : '上传证据，告知机构' }),
    },
    {
      label: '陈述申辩',
      state: reached > 2 || (reached === 2 && heard) ? 'done' : at(1),
      ...(notice && reached === 1 ? { note: `至${dayInWords(notice.statementUntil)}` } : {}),
    },
    { label: '报请', state: reached === 2 ? 'here' : at(2) },
    {
      label: '决定',
      state: decision ? 'done' : at(3),
      ...(decision ? { note: dayInWords(decision.decidedOn) } : {}),
    },
    // A decision that fell before it was served is served to nobody.
    ...(decision && annulment && decision.services.length === 0
      ? []
      : [decision ? serviceStep(decision) : { label: '送达', state: 'ahead' as const }]),
    ...(annulment
      ? [{ label: restoration, state: 'done' as const, note: dayInWords(annulment.annulledOn) }]
      : []),
  ];
}
