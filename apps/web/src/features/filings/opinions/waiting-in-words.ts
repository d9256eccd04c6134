import type { Opinions } from './queries';

type Waiting = Pick<Opinions['items'][number], 'departmentName' | 'unattended'>;

const named = (opinions: readonly Waiting[]): string =>
  opinions.map(({ departmentName }) => departmentName).join('、');

/** At the decision: whose opinion is waited for, and how it goes on without; short, for it stands over the case on a phone. */
export function waitingInWords(
  waiting: readonly Waiting[],
  { accept, refuse }: { readonly accept: string; readonly refuse: string },
): string {
  const answering = waiting.filter(({ unattended }) => !unattended);
  const nobody = waiting.filter(({ unattended }) => unattended);
  const way = '点“协同意见”中的“不再等待”';
  if (answering.length === 0)
    return `${named(nobody)}现在没有人可以答复意见，请${way}，再${accept}或者${refuse}。`;
  const said = `${named(answering)}还没有答复意见，答复以后再${accept}或者${refuse}；不等的，${way}。`;
  return nobody.length === 0 ? said : `${said}${named(nobody)}现在没有人可以答复。`;
}
