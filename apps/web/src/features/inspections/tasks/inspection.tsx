import { Link, useSearchParams } from 'react-router';
import { useUser } from '../../../shared/session/use-session';
import { useLeaveWarning } from '../../../shared/ui/use-leave-warning';
import { instantInWords } from '../../../shared/ui/dates';
import { shown, answersOf, sorted } from './answers';
import { ChecklistView } from './checklist-view';
import { colleagueOn } from './colleague';
import { subjectsOf } from './checklist';
import { ItemPhotos } from './item-photos';
import { ItemScreen } from './item-screen';
import type { Task } from './queries';
import { SummaryView } from './summary-view';
import { SyncState } from './sync-state';
import { useAnswers, useQueueState } from './use-answers';
import { usePhotoList, usePhotos } from './use-photos';

/** An inspection under way: the checklist, one item, or the summary, by the address. */
export function Inspection({ task: fetched }: { readonly task: Task }) {
  const user = useUser();
  const queue = useAnswers(fetched);
  const photos = usePhotos(fetched.id, queue);
  const { task, changes, refused } = useQueueState(queue);
  const shots = usePhotoList(photos);
  const waiting = shots.length;
  const unsent = Object.keys(changes).length + waiting;
  useLeaveWarning(
    unsent > 0,
    leaveQuestion(unsent, shots.filter(({ keeping }) => keeping !== 'KEPT').length),
  );
  const [search] = useSearchParams();
  const server = answersOf(task.findings);
  const answerOf = (itemId: string) => shown(changes, server, itemId);
  const division = sorted(changes, server);
  const troubled = new Set([
    ...Object.keys(refused),
    ...division.unfinished,
    ...division.conflicts.map(({ itemId }) => itemId),
  ]);
  // In the order of the checklist, so that the next one stands where the thumb expects it.
  const items = subjectsOf(task.items).flatMap((subject) => subject.items);
  const place = items.findIndex(({ id }) => id === search.get('item'));
  const item = items[place];
  const answered = items.filter(({ id }) => answerOf(id).outcome !== null).length;
  const retry = () => {
    queue.retry();
    photos.retry();
  };
  return (
    <>
      <header className="inspection-head">
        <div className="inspection-title">
          <h1 title={task.institution.name}>{task.institution.name}</h1>
          <span className="nowrap" aria-label={`已查 ${answered} 项，共 ${items.length} 项`}>
            {answered}/{items.length}
          </span>
        </div>
        <SyncState
          queue={queue}
          photos={waiting}
          troubled={items.find(({ id }) => troubled.has(id))?.id}
          onRetry={retry}
        />
      </header>
      {!item && task.withdrawal && (
        <p className="hand-warning" role="status">
          {task.withdrawal.actorName ?? '检查组成员'}于{instantInWords(task.withdrawal.at)}
          撤回了检查结果，请继续检查后重新提交。理由：{task.withdrawal.reason ?? ''}
        </p>
      )}
      {item ? (
        <>
          <ItemScreen
            key={item.id}
            item={item}
            answer={answerOf(item.id)}
            refusal={refused[item.id]}
            conflict={division.conflicts.find(({ itemId }) => itemId === item.id)}
            colleague={colleagueOn(task, item.id, user.name)}
            onAnswer={(answer) => queue.change(item.id, answer)}
            onResolve={(conflict, choice) => queue.resolve(conflict, choice)}
            photos={
              <ItemPhotos
                taskId={task.id}
                itemId={item.id}
                itemTitle={item.title}
                evidenceIds={answerOf(item.id).evidenceIds}
                evidence={task.evidence}
                queue={photos}
                onDetach={(evidenceId) => {
                  const answer = answerOf(item.id);
                  const evidenceIds = answer.evidenceIds.filter((id) => id !== evidenceId);
                  queue.change(item.id, { ...answer, evidenceIds });
                }}
              />
            }
          />
          <nav className="hand-foot hand-buttons" aria-label="检查事项">
            <Link to="?" className="hand-button">
              清单
            </Link>
            <Step to={items[place - 1]?.id}>上一项</Step>
            {place + 1 < items.length ? (
              <Step to={items[place + 1]?.id} primary>
                下一项
              </Step>
            ) : (
              <Link to="?summary" replace className="hand-button hand-primary">
                去汇总
              </Link>
            )}
          </nav>
        </>
      ) : search.has('summary') ? (
        <SummaryView task={task} answerOf={answerOf} unsent={unsent} />
      ) : (
        <>
          {answered === 0 && (
            <p className="muted">
              到场发现机构已经关闭、迁出或者找不到的，不必逐项填写，点“汇总并提交”选择结果。
            </p>
          )}
          <ChecklistView items={items} answerOf={answerOf} troubled={troubled} />
          <nav className="hand-foot hand-buttons" aria-label="检查进度">
            <Link to="?summary" className="hand-button">
              汇总并提交
            </Link>
            <Step to={items.find(({ id }) => answerOf(id).outcome === null)?.id} primary onTop>
              {answered === 0 ? '从第一项开始' : '下一项没查的'}
            </Step>
          </nav>
        </>
      )}
    </>
  );
}

function leaveQuestion(unsent: number, lostPhotos: number): string {
  const lost = lostPhotos === 0 ? '' : `其中 ${lostPhotos} 张照片离开会丢失。`;
  return `还有 ${unsent} 条没有上报。填写的内容留在本机，下次打开这项任务时接着上报。${lost}仍要离开吗？`;
}

interface StepProps {
  readonly to: string | undefined;
  readonly primary?: boolean;
  /** From the list: the way back leads there, not through every item. */
  readonly onTop?: boolean;
  readonly children: string;
}

function Step({ to, primary = false, onTop = false, children }: StepProps) {
  if (to === undefined) return null;
  return (
    <Link to={`?item=${to}`} replace={!onTop} className={`hand-button ${primary ? 'hand-primary' : ''}`}>
      {children}
    </Link>
  );
}
