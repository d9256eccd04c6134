import { dayInWords, instantInWords } from '../../shared/ui/dates';
import { Panel } from '../../shared/ui/panel';
import type { PenaltyCase } from './queries';
import { FileList } from '../../shared/files/file-list';

const CHANNELS: Readonly<Record<string, string>> = { PARTY: '当事人在线提交', RECORDED: '承办人记录' };

/** What the party said, or that it waived it; nothing before the notice. */
export function CaseStatements({ subject }: { readonly subject: PenaltyCase }) {
  const { notice, statements } = subject;
  const until = notice?.statementUntil ?? null;
  if (until === null) return null;
  return (
    <Panel title="陈述申辩">
      {statements.length === 0 && <p className="muted">{silenceInWords(subject, until)}</p>}
      {statements.map(({ id, nature, channel, text, files, madeAt }) => (
        <div key={id} className="finding">
          <strong>{nature === 'WAIVER' ? '放弃陈述申辩' : '陈述申辩'}</strong>{' '}
          <span className="muted">
            {CHANNELS[channel]} · <time dateTime={madeAt}>{instantInWords(madeAt)}</time>
          </span>
          <p className="plain-text">{text}</p>
          <FileList from={`/api/v1/penalty-cases/${subject.id}/statement-files`} files={files} />
        </div>
      ))}
    </Panel>
  );
}

/** That nothing was said yet, or that nothing was said in time: only the second is a fact of the case. */
function silenceInWords({ nextTerm }: PenaltyCase, until: string): string {
  return nextTerm?.term === 'STATEMENT'
    ? `当事人尚未提出陈述、申辩，期限至${dayInWords(until)}。`
    : '当事人没有提出陈述、申辩。';
}
