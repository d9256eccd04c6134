import { FilesShown } from '../../../shared/files/files-shown';
import { dayInWords } from '../../../shared/ui/dates';
import { Facts } from '../../../shared/ui/facts';
import { Mark } from '../../../shared/ui/mark';
import { filesPath, type Verification } from './queries';
import type { VisitOrdinals } from './visit-ordinals';

interface VisitListProps {
  /** Of the filing. */
  readonly id: string;
  readonly verification: Pick<Verification, 'id' | 'visits'>;
  readonly ordinals: VisitOrdinals;
}

/** What was found on the spot, the last visit first. */
export function VisitList({ id, verification, ordinals }: VisitListProps) {
  const titled = verification.visits.map((visit) => ({
    ...visit,
    title: `${dayInWords(visit.visitedOn)}的${ordinals(verification.id, visit.seq)}现场核查`,
  }));
  return (
    <>
      {titled.toReversed().map(({ seq, title, officers, experts, facts, note, files }) => (
        <section key={seq} aria-label={title}>
          <h3>
            {title}（{officers.join('、')}
            {experts.length > 0 && `，专家${experts.join('、')}`}）
          </h3>
          <Facts facts={facts.map((fact) => ({ name: fact.label, value: <Looked fact={fact} /> }))} />
          {note !== null && <p>现场情况：{note}</p>}
          <FilesShown title="现场照片、文件" files={files} pathOf={(file) => `${filesPath(id)}/${file}`} />
        </section>
      ))}
    </>
  );
}

/** What was looked at, beside what was filed, or beside what the rules ask for. */
function Looked({ fact }: { readonly fact: Verification['visits'][number]['facts'][number] }) {
  const { filed, requires, matches, found } = fact;
  const judged = requires === null ? '一致' : '符合';
  if (matches)
    return (
      <>
        <Mark tone="good">{judged}</Mark> {filed ?? requires}
      </>
    );
  return (
    <>
      <Mark tone="attention">不{judged}</Mark>{' '}
      {requires === null ? `填报：${filed ?? ''}` : `应当：${requires}`}
      ；现场：{found}
    </>
  );
}
