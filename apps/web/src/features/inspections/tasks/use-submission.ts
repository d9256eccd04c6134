import { useCallback, useEffect, useState } from 'react';
import { carryOut } from '../../../shared/api/carry-out';
import { Unreachable } from '../../../shared/api/failure';
import { tell } from '../../../shared/ui/told';
import { fetchTask, useKeepTask, useSubmitTask, type Task } from './queries';

/**
 * What the network left open: `offline`: nothing was sent; `checking`, `unknown`: it may have arrived, the server has not
 * said yet; `lost`: it has not.
 */
export type Trouble = 'offline' | 'checking' | 'unknown' | 'lost';

/** What the result waits for: another signature where it can still be taken back. */
function nextOf({ availableActions }: Task): string {
  return availableActions.includes('withdrawReport') ? '等同组另一名人员会签' : '等待复核人公布';
}

/**
 * Hands an inspection in. When no answer comes the server is asked first whether it has the result, before it can be
 * handed in again.
 */
export function useSubmission(task: Task) {
  const submit = useSubmitTask();
  const keep = useKeepTask();
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const check = useCallback(async () => {
    setTrouble('checking');
    try {
      const now = await fetchTask(task.id);
      setTrouble(now.status === 'IN_PROGRESS' ? 'lost' : null);
      if (now.status === 'SUBMITTED') tell(`检查结果已经提交，${nextOf(now)}。`);
      keep(now);
    } catch {
      setTrouble('unknown');
    }
  }, [task.id, keep]);
  useEffect(() => {
    if (submit.error instanceof Unreachable) void check();
  }, [submit.error, check]);
  useEffect(() => {
    const back = () => (trouble === 'unknown' ? void check() : setTrouble(null));
    if (trouble !== 'unknown' && trouble !== 'offline') return undefined;
    addEventListener('online', back);
    return () => removeEventListener('online', back);
  }, [trouble, check]);
  const hand = (result: string) => {
    if (!navigator.onLine) {
      setTrouble('offline');
      return;
    }
    setTrouble(null);
    carryOut(submit, { task, result }, (now) => tell(`已提交检查结果，${nextOf(now)}。`));
  };
  return {
    hand,
    check,
    trouble,
    busy: submit.isPending || trouble === 'checking',
    /** A refusal of the server. */
    error: submit.error instanceof Unreachable ? null : submit.error,
    reset: () => {
      setTrouble(null);
      submit.reset();
    },
  };
}
