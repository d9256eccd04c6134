import type { Schemas } from '@zhaoguan/api-client';
import { GRADE_LABELS } from '@zhaoguan/contracts';
import './score-bar.css';

type Credit = Schemas['CreditDto'];

/** The score on the scale of the grades: where it stands, and how far it is to the next band. The sum below says the same. */
export function ScoreBar({ credit: { score, start, bands } }: { readonly credit: Credit }) {
  const floor = Math.min(...bands.map(({ min }) => min));
  const ceiling = Math.max(...bands.map(({ max }) => max));
  const share = (points: number) => ((points - floor) / (ceiling - floor)) * 100;
  return (
    <figure className="score-bar">
      <div className="score-scale" aria-hidden="true">
        {bands.toReversed().map(({ grade, min, max }) => (
          <span
            key={grade}
            className={`score-band score-band-${grade.toLowerCase()}`}
            style={{ width: `${share(floor + max - min + (max === ceiling ? 0 : 1))}%` }}
          >
            {grade}
          </span>
        ))}
        {score < start && (
          <span
            className="score-lost"
            style={{ left: `${share(score)}%`, width: `${share(floor + start - score)}%` }}
          />
        )}
        <span className="score-mark" style={{ left: `${share(score)}%` }}>
          {score}
        </span>
      </div>
      <figcaption className="muted">
        {captionOf(score, start, bands)}
        <br />
        {bands
          .map(({ grade, min, max }) => `${grade} 级（${GRADE_LABELS[grade]}）${min} 至 ${max} 分`)
          .join('，')}
      </figcaption>
    </figure>
  );
}

function captionOf(score: number, start: number, bands: Credit['bands']): string {
  const next = bands.toReversed().find(({ min }) => min > score);
  const moved = score < start ? `比起评分低 ${start - score} 分` : `比起评分高 ${score - start} 分`;
  const where = score === start ? '与起评分相同' : moved;
  return next ? `${where}；再提高 ${next.min - score} 分达到 ${next.grade} 级的得分。` : `${where}。`;
}
