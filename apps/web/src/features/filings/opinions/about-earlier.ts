import type { Opinions } from './queries';

type About = Pick<Opinions['items'][number], 'departmentName' | 'round' | 'changedSince'>;

/** Of which submission an opinion speaks where it is no longer the last, and what is different since; null where nothing is. */
export function aboutEarlier({ round, changedSince }: About): string | null {
  if (changedSince.length === 0) return null;
  return `针对第 ${round} 次提交，申请人此后改过：${changedSince.join('、')}`;
}

/** For who is about to decide: which opinions are about something else than what is decided. */
export function earlierOpinions(items: readonly About[]): string[] {
  return items.flatMap((opinion) => {
    const about = aboutEarlier(opinion);
    return about === null ? [] : [`${opinion.departmentName}的意见${about}。需要的，请先再次征求意见。`];
  });
}
