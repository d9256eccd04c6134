import { Button, Space } from 'antd';
import { useState } from 'react';
import { useMay } from '../../../shared/session/use-session';
import { Panel } from '../../../shared/ui/panel';
import { Status } from '../../../shared/ui/status';
import { useToday } from '../../../shared/ui/use-calendar';
import { Term } from '../../../shared/ui/term';
import type { Filing } from '../queries';
import { AskRetraction, askingInWords } from './ask-retraction';
import { DeclineRetraction, GrantRetraction, TakeBackRetraction } from './end-retraction';
import { useRetractions, type Retraction, type RetractionOffer } from './queries';
import { offerInWords, standInWords, stepsInWords, waitsForColleague } from './retraction-words';

/** What was accepted and is not in force yet is taken back (撤回): asked for by who filed it, answered by the office. */
export function RetractionPanel({ filing }: { readonly filing: Filing }) {
  const { data } = useRetractions(filing);
  // As it was offered: where its day has come meanwhile, the form stays and says so.
  const [asking, ask] = useState<RetractionOffer | null>(null);
  if (!data || (data.items.length === 0 && data.offer === null && asking === null)) return null;
  const { items, offer } = data;
  return (
    <Panel title="撤回">
      {items.length > 0 && (
        <ul>
          {items.toReversed().map((retraction) => (
            <li key={retraction.id}>
              <RetractionLine filing={filing} retraction={retraction} isLast={retraction === items.at(-1)} />
            </li>
          ))}
        </ul>
      )}
      {offer !== null && <p className="muted">{offerInWords(filing, offer)}</p>}
      {offer?.attended === true && asking === null && (
        <Button onClick={() => ask(offer)}>{askingInWords(offer)}</Button>
      )}
      {asking !== null && <AskRetraction filing={filing} offer={asking} onClose={() => ask(null)} />}
    </Panel>
  );
}

interface LineProps {
  readonly filing: Filing;
  readonly retraction: Retraction;
  readonly isLast: boolean;
}

function RetractionLine({ filing, retraction, isLast }: LineProps) {
  const [asked, ask] = useState<Retraction['availableActions'][number] | null>(null);
  const isOperator = useMay('filing.file');
  const mayDecide = useMay('filing.accept');
  const on = useToday();
  const { status, dueOn, reason, answer, availableActions } = retraction;
  const about = { filing, retraction, onClose: () => ask(null) };
  return (
    <>
      <Status process="filing-retraction" status={status} />{' '}
      {status === 'ASKED' && !isOperator && <Term dueOn={dueOn} />}
      <p>{standInWords(filing, retraction, { isOperator, isLast, on })}</p>
      <p className="typed-lines">撤回的原因：{reason}</p>
      {answer !== null && <p className="typed-lines">不予撤回的理由：{answer}</p>}
      <p className="muted">{stepsInWords(retraction)}</p>
      {waitsForColleague(retraction, mayDecide) && (
        <p className="muted">撤回是您代申请人提出的，由本机关其他工作人员决定。</p>
      )}
      {availableActions.length > 0 && asked !== 'decline' && (
        <Space wrap>
          {availableActions.includes('takeBack') && (
            <Button onClick={() => ask('takeBack')}>不再申请撤回</Button>
          )}
          {availableActions.includes('decline') && <Button onClick={() => ask('decline')}>不予撤回</Button>}
          {availableActions.includes('grant') && (
            <Button type="primary" onClick={() => ask('grant')}>
              准予撤回
            </Button>
          )}
        </Space>
      )}
      {asked === 'grant' && <GrantRetraction {...about} />}
      {asked === 'decline' && <DeclineRetraction {...about} />}
      {asked === 'takeBack' && <TakeBackRetraction {...about} />}
    </>
  );
}
