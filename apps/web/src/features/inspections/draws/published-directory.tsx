import { DIRECTORY_PURPOSE, directoryInWords } from '@zhaoguan/contracts';
import { dateInShanghai } from '@zhaoguan/kernel';
import { dayInWords } from '../../../shared/ui/dates';
import { Loaded } from '../../../shared/ui/loaded';
import { usePublishedDirectory } from './queries';

/** What the public reads of the directories of the departments: who could be sent, and who was taken out or came back. */
export function PublishedDirectory({ drawId }: { readonly drawId: string }) {
  return (
    <Loaded query={usePublishedDirectory(drawId)} what="检查人员名录的变动">
      {(departments) => (
        <>
          <p className="muted">{DIRECTORY_PURPOSE}</p>
          {departments.length === 0 && <p>这次抽取公告时还没有记录名录的变动。</p>}
          {departments.map((facts) => (
            <ul key={facts.department}>
              {directoryInWords(facts, (instant) => dayInWords(dateInShanghai(instant))).map(
                ({ text, isConspicuous }) => (
                  <li key={text}>{isConspicuous ? <strong>{text}</strong> : text}</li>
                ),
              )}
            </ul>
          ))}
        </>
      )}
    </Loaded>
  );
}
