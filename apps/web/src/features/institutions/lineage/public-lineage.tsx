import { LEAD_DEPARTMENT_NAMES, RELATION_LABELS, type Relation } from '@zhaoguan/contracts';
import { dayInWords } from '../../../shared/ui/dates';
import { Panel } from '../../../shared/ui/panel';
import type { Institution } from '../queries';
import { endInWords, otherInWords } from './public-words';
import { usePublicLineage } from './queries';

/** What came before and after an institution, as the public reads it and no more: for its operator, who is no official. */
export function PublicLineage({ institution: { id, kind } }: { readonly institution: Institution }) {
  const { data } = usePublicLineage(id);
  if (data === undefined) return null;
  const before = data.predecessors.map((each) => ({ ...each, said: endInWords(each, dayInWords) }));
  const after = data.successors.map((each) => ({ ...each, said: otherInWords(each) }));
  if (before.length === 0 && after.length === 0) return null;
  return (
    <Panel title="沿革">
      <Named relation="PREDECESSOR" others={before} />
      <Named relation="SUCCESSOR" others={after} />
      <p className="muted">与公开页面相同；不属实的，请告诉机构所在地的{LEAD_DEPARTMENT_NAMES[kind]}。</p>
    </Panel>
  );
}

interface NamedProps {
  readonly relation: Relation;
  readonly others: readonly { readonly id: string; readonly name: string; readonly said: string }[];
}

/** Each leads to its public page: in the console it is another account's. */
function Named({ relation, others }: NamedProps) {
  if (others.length === 0) return null;
  const title = RELATION_LABELS[relation];
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <ul>
        {others.map(({ id, name, said }) => (
          <li key={id}>
            <a href={`/institutions/${id}`} target="_blank" rel="noreferrer">
              {name}
            </a>
            <div className="muted">{said}</div>
          </li>
        ))}
      </ul>
    </section>
  );
}
