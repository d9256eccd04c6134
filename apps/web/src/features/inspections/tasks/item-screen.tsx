import { OUTCOME_LABELS, OUTCOMES } from '@zhaoguan/contracts';
import { useId } from 'react';
import { clockInWords } from '../../../shared/ui/dates';
import type { Answer, Conflict } from './answers';
import { basisInWords, type ChecklistItem } from './checklist';
import type { Colleague } from './colleague';
import { ConflictChoice } from './conflict-choice';
import { useFromTop } from './use-from-top';
import './tasks.css';

interface ItemScreenProps {
  readonly item: ChecklistItem;
  readonly answer: Answer;
  /** Why the server did not take the answer. */
  readonly refusal: string | undefined;
  readonly conflict: Conflict | undefined;
  /** Another of the team, who has put down what the server holds. */
  readonly colleague: Colleague | undefined;
  readonly onAnswer: (answer: Answer) => void;
  readonly onResolve: (conflict: Conflict, choice: 'mine' | 'theirs') => void;
  readonly photos: React.ReactNode;
}

/** One item of the checklist, answered with one thumb. */
export function ItemScreen(props: ItemScreenProps) {
  const { item, answer, refusal, conflict, colleague, onAnswer, onResolve, photos } = props;
  const noteId = useId();
  const heading = useFromTop();
  return (
    <section className="panel item-screen" aria-labelledby={`${noteId}-title`}>
      <h2 id={`${noteId}-title`} ref={heading} tabIndex={-1}>
        {item.title}
      </h2>
      <p className="item-facts">
        {item.category} · {item.code} · {item.severityLabel}
      </p>
      {colleague && !conflict && (
        <p className="item-colleague" role="note">
          {colleague.name}已填写：<strong>{colleague.outcome}</strong>（{clockInWords(colleague.at)}
          ）。检查组共用一份清单，要改动的，请先与其商定；每次改动都有记录。
        </p>
      )}
      {conflict && <ConflictChoice conflict={conflict} onResolve={onResolve} />}
      <fieldset className="outcomes">
        <legend>{item.check}？</legend>
        {OUTCOMES.map((outcome) => (
          <label key={outcome} className={`outcome outcome-${outcome.toLowerCase().replace('_', '-')}`}>
            <input
              type="radio"
              name={`outcome-${item.id}`}
              checked={answer.outcome === outcome}
              onChange={() => onAnswer({ ...answer, outcome })}
            />
            <span>{OUTCOME_LABELS[outcome]}</span>
          </label>
        ))}
      </fieldset>
      {answer.outcome === null && (answer.note !== '' || answer.evidenceIds.length > 0) && (
        <p className="item-fault" role="alert">
          ■ 还没有上报：先选符合、不符合或者不适用
        </p>
      )}
      <details>
        <summary>检查依据</summary>
        <ul className="item-basis">
          {basisInWords(item).map((basis) => (
            <li key={basis}>{basis}</li>
          ))}
        </ul>
      </details>
      <div className="hand-field">
        <label htmlFor={noteId}>情况说明{answer.outcome === 'FAIL' ? '（必填）' : '（选填）'}</label>
        <p className="muted item-help" id={`${noteId}-help`}>
          写明地点、数量和现状。不要写老人、儿童的姓名和身份证号。
        </p>
        {refusal !== undefined && (
          <p className="item-fault" id={`${noteId}-fault`} role="alert">
            ■ 还没有上报：{refusal}
          </p>
        )}
        <textarea
          id={noteId}
          rows={3}
          aria-label={`情况说明${answer.outcome === 'FAIL' ? '（必填）' : '（选填）'}：${item.title}`}
          aria-required={answer.outcome === 'FAIL'}
          maxLength={4000}
          value={answer.note}
          aria-invalid={refusal !== undefined}
          aria-describedby={refusal === undefined ? `${noteId}-help` : `${noteId}-help ${noteId}-fault`}
          onChange={(event) => onAnswer({ ...answer, note: event.target.value })}
        />
      </div>
      {photos}
    </section>
  );
}
