import { useQuery } from '@tanstack/react-query';
import type { Schemas } from '@zhaoguan/api-client';
import { api, bodyOf } from '../../shared/api/client';
import { dayInWords } from '../../shared/ui/dates';
import { Loaded } from '../../shared/ui/loaded';
import { Panel } from '../../shared/ui/panel';
import { GradeMark } from '../../shared/ui/status';

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
            <Sum credit={credit} />
            <Outlook credit={credit} />
          </>
        )}
      </Loaded>
    </Panel>
  );
}

function Sum({ credit: { start, score, events } }: { readonly credit: Credit }) {
  return (
    <table className="sum">
      <caption className="visually-hidden">得分的来历</caption>
      <tbody>
        <tr>
          <th scope="row">起评分</th>
          <td>{start}</td>
        </tr>
        {events.map(({ id, text, direction, pointsNow, expiresOn }) => (
          <tr key={id}>
            <th scope="row">
              {text}
              <small className="muted">{dayInWords(expiresOn)}起不再计分</small>
            </th>
            <td>
              {direction === 'DEDUCT' ? '−' : '+'}
              {pointsNow}
            </td>
          </tr>
        ))}
        <tr className="sum-total">
          <th scope="row">当前得分</th>
          <td>{score}</td>
        </tr>
      </tbody>
    </table>
  );
}

function Outlook({ credit: { outlook, improvements } }: { readonly credit: Credit }) {
  return (
    <>
      {improvements.length > 0 && (
        <>
          <h3>可以改善等级的事项</h3>
          <ul>
            {improvements.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </>
      )}
      {outlook.length > 0 && (
        <>
          <h3>不发生其他事件时</h3>
          <ul>
            {outlook.map(({ on, score, grade }) => (
              <li key={on}>
                {dayInWords(on)}：{score} 分，
                <GradeMark grade={grade} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
