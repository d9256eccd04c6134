import type { Schemas } from '@zhaoguan/api-client';
import type { ItemSeverity } from '@zhaoguan/contracts';
import { Mark, type Tone } from '../../../shared/ui/mark';
import './items.css';

type ItemText = Pick<
  Schemas['PlanItemDto'],
  'code' | 'title' | 'check' | 'legalBasis' | 'severity' | 'severityLabel'
>;

const TONES: Readonly<Record<ItemSeverity, Tone>> = {
  V: 'stopped',
  H: 'attention',
  M: 'running',
  L: 'plain',
};

/** How grave it is when an item is found wrong (严重程度). */
function SeverityMark({ severity, severityLabel }: Pick<ItemText, 'severity' | 'severityLabel'>) {
  return <Mark tone={TONES[severity]}>{severityLabel}</Mark>;
}

/** Number, title and severity of an item; what is looked at, and what it rests on, on demand. */
export function ItemLine({ code, title, check, legalBasis, severity, severityLabel }: ItemText) {
  return (
    <>
      <span className="item-title">
        <span className="mono muted">{code}</span> {title}{' '}
        <SeverityMark severity={severity} severityLabel={severityLabel} />
      </span>
      <details className="basis">
        <summary aria-label={`${title}：检查内容和依据`}>检查内容和依据</summary>
        <p>{check}</p>
        <ul>
          {legalBasis.map(({ law, article, binding }) => (
            <li key={law + (article ?? '')}>
              {law}
              {article}
              {!binding && <span className="muted">（推荐性，只作指导）</span>}
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}
