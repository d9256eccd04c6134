import type { Task } from './queries';

export type ChecklistItem = Task['items'][number];

export interface Subject {
  readonly name: string;
  readonly items: readonly ChecklistItem[];
}

const WITHOUT_SUBJECT = '其他事项';

/** The checklist by subject, in the order in which the subjects first occur. */
export function subjectsOf(items: readonly ChecklistItem[]): readonly Subject[] {
  const subjects = new Map<string, ChecklistItem[]>();
  for (const item of items) {
    const name = item.category ?? WITHOUT_SUBJECT;
    subjects.set(name, [...(subjects.get(name) ?? []), item]);
  }
  return [...subjects].map(([name, members]) => ({ name, items: members }));
}

export function basisInWords({ legalBasis }: Pick<ChecklistItem, 'legalBasis'>): readonly string[] {
  return legalBasis.map(
    ({ law, article, binding }) => `${law}${article ?? ''}${binding ? '' : '（推荐性标准）'}`,
  );
}
