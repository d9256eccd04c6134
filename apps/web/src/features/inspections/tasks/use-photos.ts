import { useEffect, useState, useSyncExternalStore } from 'react';
import { sendFile } from '../../../shared/files/send-file';
import { KeptFiles } from '../../../shared/session/kept-files';
import { useUser } from '../../../shared/session/use-session';
import type { AnswerQueue } from './answer-queue';
import { PhotoQueue, type SendPhoto } from './photo-queue';
import type { Evidence } from './queries';

/** Photos on their way; each joins the answer of its item when the server has it. */
export function usePhotos(taskId: string, answers: AnswerQueue): PhotoQueue {
  const { id: personId } = useUser();
  const [queue] = useState(
    () =>
      new PhotoQueue(
        sendTo(taskId),
        (itemId, evidence) => answers.attach(itemId, evidence),
        photosKept(personId, taskId),
      ),
  );
  useEffect(() => {
    void queue.start();
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

/** What this phone keeps of the photos of a task, for one person. */
export function photosKept(personId: string, taskId: string): KeptFiles {
  return new KeptFiles(personId, `photos:${taskId}`);
}

function sendTo(taskId: string): SendPhoto {
  return ({ file, key }, onProgress) =>
    sendFile<Evidence>(`/api/v1/inspection-tasks/${taskId}/evidence`, file, {
      method: 'POST',
      headers: { 'idempotency-key': key },
      onProgress,
    });
}
