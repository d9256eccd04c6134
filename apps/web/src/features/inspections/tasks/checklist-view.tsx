import { OUTCOME_LABELS } from '@zhaoguan/contracts';
import { Link } from 'react-router';
import type { Answer } from './answers';
import { subjectsOf, type ChecklistItem } from './checklist';

interface ChecklistViewProps {
  readonly items: readonly ChecklistItem[];
  readonly answerOf: (itemId: string) => Answer;
  /** Items that a person has to look at again before they are sent. */
  readonly troubled: ReadonlySet<string>;
}

/** The whole checklist by subject, each item with what has been found; it leads to the item. */
export function ChecklistView({ items, answerOf, troubled }: ChecklistViewProps) {
  return subjectsOf(items).map((subject) => (
    <section key={subject.name} aria-label={subject.name}>
      <h2>
        {subject.name} {subject.items.filter(({ id }) => answerOf(id).outcome !== null).length}/
        {subject.items.length}
      </h2>
      <ul className="hand-list">
        {subject.items.map(({ id, title }) => (
          <li key={id}>
            <Link to={`?item=${id}`} className="checklist-item">
              <OutcomeWord answer={answerOf(id)} />
              <span>
                {title}
                {troubled.has(id) && <small> ! 需要处理</small>}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  ));
}

const SHAPES = { PASS: '✓', FAIL: '■', NOT_APPLICABLE: '–' } as const;

export function OutcomeWord({ answer: { outcome } }: { readonly answer: Pick<Answer, 'outcome'> }) {
  if (outcome === null) return <span>○ 未查</span>;
  return (
    <span className={`outcome-word-${outcome.toLowerCase()}`}>
      {SHAPES[outcome]} {OUTCOME_LABELS[outcome]}
    </span>
  );
}
