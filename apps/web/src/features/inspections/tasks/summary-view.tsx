import { contradictsFindings, OUTCOME_LABELS, OUTCOMES, soleWording } from '@zhaoguan/contracts';
import { useState } from 'react';
import { Link } from 'react-router';
import { useUser } from '../../../shared/session/use-session';
import { PhoneDecision } from '../../../shared/phone/phone-decision';
import { Loaded } from '../../../shared/ui/loaded';
import type { Answer } from './answers';
import type { ChecklistItem } from './checklist';
import { ResultChoice } from './result-choice';
import { colleaguesOf, othersInWords } from './colleague';
import { useFromTop } from './use-from-top';
import { useResultCategories, type ResultCategory, type Task } from './queries';
import { LongNote } from './long-note';
import { SubmissionTrouble } from './submission-trouble';
import { useSubmission } from './use-submission';

interface SummaryViewProps {
  readonly task: Task;
  readonly answerOf: (itemId: string) => Answer;
  /** Answers and photos that have not reached the server. */
  readonly unsent: number;
}

/** Before an inspection is submitted: what was found, what is missing, and the wording of the result. */
export function SummaryView({ task, answerOf, unsent }: SummaryViewProps) {
  const [picked, choose] = useState<ResultCategory | null>(null);
  const categories = useResultCategories();
  const [asking, ask] = useState(false);
  const others = colleaguesOf(task, useUser().name);
  const submission = useSubmission(task);
  const heading = useFromTop();
  const missing = task.items.filter(({ id }) => answerOf(id).outcome === null);
  const failed = task.items.filter(({ id }) => answerOf(id).outcome === 'FAIL');
  const sole = missing.length === 0 ? soleWording(failed.length > 0, categories.data ?? []) : undefined;
  const fits = picked !== null && !contradictsFindings(failed.length > 0, picked);
  // Where the findings leave one wording it stands there already; the person still confirms it.
  const chosen = fits ? picked : (sole ?? null);
  const actions: readonly string[] = task.availableActions;
  const lacking = chosen?.needsFindings === false ? 0 : missing.length;
  const ready = actions.includes('submit') && unsent === 0 && chosen !== null && lacking === 0;
  return (
    <>
      <section className="panel">
        <h2 ref={heading} tabIndex={-1}>
          检查情况
        </h2>
        <p>
          {OUTCOMES.map(
            (outcome) =>
              `${OUTCOME_LABELS[outcome]} ${task.items.filter(({ id }) => answerOf(id).outcome === outcome).length} 项`,
          ).join('，')}
          ，没有结论 {missing.length} 项
        </p>
        <ItemLinks title="不符合的" items={failed} noteOf={(id) => answerOf(id).note} />
        <ItemLinks title="还没有结论的" items={missing} />
      </section>
      <section className="panel">
        <h2 id="result-title">检查结果</h2>
        <p>用语是全国统一的公示用语，公布时一字不改。</p>
        <Loaded query={categories} what="公示用语">
          {(all) => (
            <ResultChoice
              categories={all}
              chosen={chosen}
              failed={failed.length}
              labelledBy="result-title"
              onChoose={choose}
            />
          )}
        </Loaded>
      </section>
      <div className="hand-foot">
        {unsent > 0 && <p>还有 {unsent} 条没有上报，上报以后才能提交。</p>}
        {lacking > 0 && unsent === 0 && (
          <p>还有 {lacking} 项没有结论。机构已经关闭、迁出或者找不到的，直接选择相应的检查结果。</p>
        )}
        <div className="hand-buttons">
          <Link to="?" className="hand-button">
            回到清单
          </Link>
          <button
            type="button"
            className="hand-button hand-primary"
            disabled={!ready}
            onClick={() => ask(true)}
          >
            提交检查结果
          </button>
        </div>
      </div>
      <PhoneDecision
        open={asking}
        act="提交检查结果"
        consequences={[
          `“${task.institution.name}”的检查结果是“${chosen?.label ?? ''}”。`,
          ...(chosen?.needsFindings === false
            ? [
                '提交以后，须由检查组另一名人员会签；会签以前机构看不到检查情况，结果不公布，到期也不自动公布，可以撤回。',
              ]
            : ['提交以后，检查情况和结果都不能再改。', '机构能在系统里看到检查情况。']),
          ...othersInWords(others),
          failed.length > 0
            ? `不符合的 ${failed.length} 项随结果一并公开，并影响信用等级。`
            : `结果由没有参加这次检查的复核人公布${chosen?.needsFindings === false ? '' : '；没有公布的，期限届满时系统自动公布'}。`,
        ]}
        busy={submission.busy}
        // Whether it has arrived is asked before it can be sent again.
        ready={submission.trouble !== 'unknown'}
        error={submission.error}
        onConfirm={() => submission.hand(chosen?.code ?? '')}
        onCancel={() => {
          ask(false);
          submission.reset();
        }}
      >
        {submission.trouble && (
          <SubmissionTrouble trouble={submission.trouble} onCheck={() => void submission.check()} />
        )}
      </PhoneDecision>
    </>
  );
}

interface ItemLinksProps {
  readonly title: string;
  readonly items: readonly ChecklistItem[];
  readonly noteOf?: (itemId: string) => string;
}

function ItemLinks({ title, items, noteOf }: ItemLinksProps) {
  if (items.length === 0) return null;
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <ul className="hand-list">
        {items.map((item) => (
          <li key={item.id}>
            <Link to={`?item=${item.id}`}>{item.title}</Link>
            {noteOf && <LongNote text={noteOf(item.id)} about={item.title} />}
          </li>
        ))}
      </ul>
    </section>
  );
}
