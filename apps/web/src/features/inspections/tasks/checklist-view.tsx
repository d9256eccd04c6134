import { OUTCOME_LABELS } from '@zhaoguan/contracts';
import { Link } from 'react-router';
import type { Answer, Sorted } from './answers';
import { subjectsOf, type ChecklistItem } from './checklist';

interface ChecklistViewProps {
  readonly items: readonly ChecklistItem[];
  readonly answerOf: (itemId: string) => Answer;
  readonly sorted: Sorted;
  readonly refused: Readonly<Record<string, string>>;
}

/** The whole checklist by subject, each item with what has been found; it leads to the item. */
export function ChecklistView({ items, answerOf, sorted, refused }: ChecklistViewProps) {
  const troubled = new Set([
    ...Object.keys(refused),
    ...sorted.unfinished,
    ...sorted.conflicts.map(({ itemId }) => itemId),
  ]);
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
