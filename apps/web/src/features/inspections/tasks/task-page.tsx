import { useEffect } from 'react';
import { useParams } from 'react-router';
import { Loaded } from '../../../shared/ui/loaded';
import { useSunlight } from '../../../shared/ui/use-sunlight';
import '../../../shared/phone/hand.css';
import { BeforeStart } from './before-start';
import { Inspection } from './inspection';
import { useTask, type Task } from './queries';
import { TaskRecord } from './task-record';

/** One inspection: before it begins, under way on the phone, and afterwards. */
export default function TaskPage() {
  useSunlight();
  const { id = '' } = useParams();
  return (
    <article className="hand">
      <Loaded query={useTask(id)} what="检查任务">
        {(task) => <Stage key={task.id} task={task} />}
      </Loaded>
    </article>
  );
}

function Stage({ task }: { readonly task: Task }) {
  useEffect(() => {
    document.title = `${task.institution.name} - 检查任务 - 照管`;
  }, [task.institution.name]);
  const actions: readonly string[] = task.availableActions;
  if (task.status === 'ASSIGNED') return <BeforeStart task={task} />;
  return actions.includes('record') ? <Inspection task={task} /> : <TaskRecord task={task} />;
}
