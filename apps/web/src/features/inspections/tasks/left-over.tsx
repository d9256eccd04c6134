import { useEffect, useState } from 'react';
import { useUser } from '../../../shared/session/use-session';
import { PhoneDecision } from '../../../shared/phone/phone-decision';
import { KeptChanges } from './kept-changes';
import type { Task } from './queries';
import { photosKept } from './use-photos';

/** Answers and photos on this phone that came too late: the inspection was handed in or called off meanwhile. */
export function LeftOver({ task }: { readonly task: Task }) {
  const { id: personId } = useUser();
  const [kept] = useState(() => new KeptChanges(personId, task.id));
  const [photos] = useState(() => photosKept(personId, task.id));
  const [answers, setAnswers] = useState(() => Object.keys(kept.read()).length);
  const [shots, setShots] = useState<readonly string[]>([]);
  const count = answers + shots.length;
  useEffect(() => {
    photos.read().then(
      (found) => setShots(found.map(({ key }) => key)),
      () => undefined,
    );
  }, [photos]);
  const [asking, ask] = useState(false);
  if (count === 0) return null;
  return (
    <div className="hand-warning" role="alert">
      <p>
        <strong>! 本机还有 {count} 条没有上报。</strong>
        这项检查已经不再接收填写内容，请与检查组其他成员核对已经上报的内容。
      </p>
      <button type="button" className="hand-button" onClick={() => ask(true)}>
        清除这 {count} 条
      </button>
      <PhoneDecision
        open={asking}
        act="清除"
        grave
        consequences={['本机没有上报的内容会被删除，不能恢复。', '已经上报的内容不受影响。']}
        busy={false}
        error={null}
        onConfirm={() => {
          kept.write({});
          setAnswers(0);
          setShots([]);
          for (const key of shots) void photos.remove(key);
        }}
        onCancel={() => ask(false)}
      />
    </div>
  );
}
