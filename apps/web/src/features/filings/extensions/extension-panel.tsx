import { Button, Space } from 'antd';
import { useState } from 'react';
import { dayInWords, instantInWords } from '../../../shared/ui/dates';
import { Panel } from '../../../shared/ui/panel';
import { Status } from '../../../shared/ui/status';
import type { Filing } from '../queries';
import { ApproveExtension, DeclineExtension } from './answer-extension';
import { AskExtension } from './ask-extension';
import { useExtensions, type Extension } from './queries';

/** More time for a licence: asked for by who conducts the case, answered by the head; the applicant reads what was given, and why. */
export function ExtensionPanel({ filing }: { readonly filing: Filing }) {
  const { data } = useExtensions(filing);
  const [asking, ask] = useState(false);
  if (!data || (data.items.length === 0 && data.offer === null)) return null;
  const { items, offer } = data;
  return (
    <Panel title="办理期限的延长">
      {items.length > 0 && (
        <ul>
          {items.map((extension) => (
            <li key={extension.id}>
              <ExtensionLine id={filing.id} extension={extension} />
            </li>
          ))}
        </ul>
      )}
      {offer !== null && (
        <>
          <p className="muted">
            {dayInWords(offer.dueBefore)}前不能作出决定的，可以在期限届满以前报请延长一次。
          </p>
          <Button onClick={() => ask(true)}>报请延长办理期限</Button>
        </>
      )}
      {asking && offer !== null && <AskExtension id={filing.id} offer={offer} onClose={() => ask(false)} />}
    </Panel>
  );
}

interface LineProps {
  readonly id: string;
  readonly extension: Extension;
}

function ExtensionLine({ id, extension }: LineProps) {
  const [asked, ask] = useState<'approve' | 'decline' | null>(null);
  const { status, dueBefore, dueAfter, days, reason, answer, availableActions } = extension;
  const close = () => ask(null);
  return (
    <>
      <strong>
        延长 {days} 个工作日，由{dayInWords(dueBefore)}至{dayInWords(dueAfter)}
      </strong>{' '}
      <Status process="filing-extension" status={status} />
      <p>理由：{reason}</p>
      {answer !== null && <p>不批准的理由：{answer}</p>}
      <p className="muted">{stepsInWords(extension)}</p>
      {availableActions.length > 0 && (
        <Space wrap>
          {availableActions.includes('decline') && <Button onClick={() => ask('decline')}>不批准</Button>}
          {availableActions.includes('approve') && (
            <Button type="primary" onClick={() => ask('approve')}>
              批准延长
            </Button>
          )}
        </Space>
      )}
      {asked === 'approve' && <ApproveExtension id={id} extension={extension} onClose={close} />}
      {asked === 'decline' && <DeclineExtension id={id} extension={extension} onClose={close} />}
    </>
  );
}

/** Who asked when and who answered when, as far as the reader may know it. */
function stepsInWords({ askedByName, askedAt, endedByName, endedAt, status }: Extension): string {
  const ended = endedAt === null ? '' : instantInWords(endedAt);
  if (askedByName === null) return `批准于 ${ended}`;
  const asked = `${askedByName}报请于 ${instantInWords(askedAt)}`;
  if (ended === '') return asked;
  return status === 'LAPSED'
    ? `${asked}；本件已于 ${ended}办结或者退回`
    : `${asked}；${endedByName ?? ''}答复于 ${ended}`;
}
