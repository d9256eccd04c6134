import { useQuery } from '@tanstack/react-query';
import type { Schemas } from '@zhaoguan/api-client';
import { api, bodyOf } from '../../shared/api/client';
import { dayInWords } from '../../shared/ui/dates';
import { Loaded } from '../../shared/ui/loaded';
import { Panel } from '../../shared/ui/panel';
import { GradeMark } from '../../shared/ui/status';
import { ConfirmRectified } from './confirm-rectified';
import { CreditSum } from './credit-sum';
import { ScoreBar } from './score-bar';

type Credit = Schemas['CreditDto'];

/** Why the grade is what it is (信用等级及理由): the sum item by item, what comes next, what would improve it. */
export function CreditPanel({ institutionId }: { readonly institutionId: string }) {
  const query = useQuery({
    queryKey: ['credit', institutionId],
    queryFn: () =>
      bodyOf(api.GET('/api/v1/institutions/{id}/credit', { params: { path: { id: institutionId } } })),
  });
  return (
    <Panel title="信用等级及理由">
      <Loaded query={query} what="信用记录">
        {(credit) => (
          <>
            <p>
              <GradeMark grade={credit.grade} /> {credit.score} 分，自{dayInWords(credit.gradeSince)}起
            </p>
            <Forced credit={credit} />
            <ScoreBar credit={credit} />
            <CreditSum credit={credit} />
            <Improvements credit={credit} />
            <Outlook credit={credit} />
            <Changes credit={credit} />
          </>
        )}
      </Loaded>
    </Panel>
  );
}

/** Events that hold the grade down whatever the score, and what ends that. */
function Forced({ credit }: { readonly credit: Credit }) {
  const { events, forcedBy, grade } = credit;
  const forcing = events.filter(({ id }) => forcedBy.includes(id));
  if (forcing.length === 0) return null;
  return (
    <>
      <p>以下事项整改合格以前，不论得分，等级都是 {grade}：</p>
      <ul>
        {forcing.map((event) => (
          <li key={event.id}>
            {event.text} <ConfirmRectified credit={credit} event={event} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Improvements({ credit: { improvements } }: { readonly credit: Credit }) {
  if (improvements.length === 0) return null;
  return (
    <>
      <h3>可以改善等级的事项</h3>
      <ul>
        {improvements.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </>
  );
}

function Outlook({ credit: { outlook } }: { readonly credit: Credit }) {
  if (outlook.length === 0) return null;
  return (
    <>
      <h3>不发生其他事件时，今后的得分</h3>
      <ul>
        {outlook.map(({ on, score, grade }) => (
          <li key={on}>
            {dayInWords(on)}：{score} 分，
            <GradeMark grade={grade} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Changes({ credit: { changes } }: { readonly credit: Credit }) {
  const past = changes.filter(({ from }) => from !== null);
  if (past.length === 0) return null;
  return (
    <>
      <h3>等级变动</h3>
      <ul>
        {past.map(({ from, to, score, changedOn, cause }) => (
          <li key={changedOn + cause}>
            {dayInWords(changedOn)}：由 {from} 变为 {to}（{score} 分），{cause}
          </li>
        ))}
      </ul>
    </>
  );
}
