import type { Schemas } from '@zhaoguan/api-client';
import { dayInWords } from '../../shared/ui/dates';

/** The score, added up line by line: start, events with the day on which each ends, caps and rounding. */
export function CreditSum({ credit }: { readonly credit: Schemas['CreditDto'] }) {
  const { start, score, events, adjustments } = credit;
  return (
    <table className="sum">
      <caption className="visually-hidden">得分的来历</caption>
      <tbody>
        <tr>
          <th scope="row">起评分</th>
          <td>{start}</td>
        </tr>
        {events.map(({ id, text, direction, points, pointsNow, expiresOn }) => (
          <tr key={id}>
            <th scope="row">
              {text}
              <small className="muted">
                {pointsNow < points && `原 ${points} 分，已随时间减少；`}
                {dayInWords(expiresOn)}起不再计分
              </small>
            </th>
            <td>{signed(direction === 'DEDUCT' ? -pointsNow : pointsNow)}</td>
          </tr>
        ))}
        {adjustments.map(({ text, points }) => (
          <tr key={text}>
            <th scope="row">{text}</th>
            <td>{signed(points)}</td>
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

/** `−5` with a true minus, `+2`, `0`. */
function signed(points: number): string {
  const rounded = Math.round(points * 100) / 100;
  if (rounded === 0) return '0';
  return rounded < 0 ? `−${-rounded}` : `+${rounded}`;
}
