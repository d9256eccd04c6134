import {
  failedItemBasis,
  NOTHING_FAILED,
  PUBLISHED_INSPECTORS_NOTE,
  publishedResultFacts,
  publishedResultTitle,
} from '@zhaoguan/contracts';
import { dayInWords } from '../../../shared/ui/dates';
import { Facts } from '../../../shared/ui/facts';
import { usePlaceName } from '../../../shared/ui/places';
import type { Result } from './queries';
import './results.css';

/** What the public reads, or will read, word for word: the public page takes its words from the same place. */
export function PublicText({ result }: { readonly result: Result }) {
  const districtName = usePlaceName(result.district);
  const { publishedAt } = result;
  const facts = publishedResultFacts({
    ...result,
    districtName,
    inspectedOn: dayInWords(result.inspectedOn),
    publishedOn: publishedAt === null ? '公布的当日' : dayInChina(publishedAt),
  });
  return (
    <div className="public-text">
      <h3>{publishedResultTitle(result.institutionName)}</h3>
      <p>
        <strong>{result.resultLabel}</strong>
      </p>
      <h4>这次检查</h4>
      <Facts facts={facts.map(({ name, text }) => ({ name, value: text }))} />
      <p className="muted">{PUBLISHED_INSPECTORS_NOTE}</p>
      <h4>不符合的事项</h4>
      {result.failures.length === 0 ? (
        <p>{NOTHING_FAILED}</p>
      ) : (
        <ol>
          {result.failures.map(({ findingId, itemCode, title, legalBasis }) => (
            <li key={findingId}>
              {title}
              <br />
              <span className="muted">{failedItemBasis(itemCode, legalBasis)}</span>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}

const DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });

/** The day of an instant in China, in words. */
function dayInChina(instant: string): string {
  return dayInWords(DAY.format(new Date(instant)));
}
