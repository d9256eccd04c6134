import { useEffect, useState, useSyncExternalStore } from 'react';
import { useUser } from '../../../shared/session/use-session';
import { AnswerQueue, type TaskServer } from './answer-queue';
import { KeptChanges } from './kept-changes';
import { fetchTask, recordFindings, useKeepTask, type Task } from './queries';

const SERVER: TaskServer = { record: recordFindings, fetch: fetchTask };

/** The answers of an inspection under way, on their way to the server as long as the page is open. */
export function useAnswers(task: Task): AnswerQueue {
  const { id: personId } = useUser();
  const keep = useKeepTask();
  const [queue] = useState(() => new AnswerQueue(task, SERVER, new KeptChanges(personId, task.id), keep));
  useEffect(() => queue.observe(task), [queue, task]);
  useEffect(() => {
    queue.start();
    addEventListener('online', queue.retry);
    return () => {
      removeEventListener('online', queue.retry);
      queue.stop();
    };
  }, [queue]);
  return queue;
}

export function useQueueState(queue: AnswerQueue) {
  return useSyncExternalStore(queue.subscribe, queue.current);
}
