import { useEffect, useState, useSyncExternalStore } from 'react';
import type { AnswerQueue } from './answer-queue';
import { PhotoQueue } from './photo-queue';

/** Photos on their way; each joins the answer of its item when the server has it. */
export function usePhotos(taskId: string, answers: AnswerQueue): PhotoQueue {
  const [queue] = useState(
    () => new PhotoQueue(taskId, (itemId, evidence) => answers.attach(itemId, evidence)),
  );
  useEffect(() => {
    addEventListener('online', queue.retry);
    return () => {
      removeEventListener('online', queue.retry);
      queue.stop();
    };
  }, [queue]);
  return queue;
}

export function usePhotoList(queue: PhotoQueue) {
  return useSyncExternalStore(queue.subscribe, queue.current);
}
