import {
  ACCOUNT_ACTS_PURPOSE,
  accountActsInWords,
  DIRECTORY_PURPOSE,
  directoryInWords,
} from '@zhaoguan/contracts';
import { dateInShanghai } from '@zhaoguan/kernel';
import { dayInWords } from '../../../shared/ui/dates';
import { Loaded } from '../../../shared/ui/loaded';
import { usePublishedDirectory, type Draw } from './queries';

/** What the public reads of the directories of the departments: who could be sent, and who was taken out or came back. */
export function PublishedDirectory({ draw }: { readonly draw: Draw }) {
  const isOver = draw.openedAt !== null || draw.voidedAt !== null;
  return (
    <Loaded query={usePublishedDirectory(draw.id)} what="检查人员名录的变动">
      {({ directory: departments, accounts }) => (
        <>
          <p className="muted">{DIRECTORY_PURPOSE}</p>
          {departments.length === 0 && <p>这次抽取公告时还没有记录名录的变动。</p>}
          {departments.map((facts) => (
            <ul key={facts.department}>
              {directoryInWords(facts, (instant) => dayInWords(dateInShanghai(instant)), isOver).map(
                ({ text, isConspicuous }) => (
                  <li key={text}>{isConspicuous ? <strong>{text}</strong> : text}</li>
                ),
              )}
            </ul>
          ))}
          <p className="muted">{ACCOUNT_ACTS_PURPOSE}</p>
          <p>{accountActsInWords(accounts, isOver)}</p>
        </>
      )}
    </Loaded>
  );
}
