import { FilesShown } from '../../../shared/files/files-shown';
import { instantInWords } from '../../../shared/ui/dates';
import { closureStory, type Told } from './closure-record';
import { filesPath, type Closure } from './queries';

interface ClosureStoryProps {
  readonly closure: Told & Pick<Closure, 'filingId' | 'files'>;
}

/** Read where it is looked at again, with what was put beside the reports. */
export function ClosureStory({ closure }: ClosureStoryProps) {
  const story = closureStory(closure);
  return (
    <>
      {story.length > 0 && (
        <ul>
          {story.map(({ at, said }) => (
            <li key={`${at} ${said}`} className="typed-lines">
              {instantInWords(at)} {said}
            </li>
          ))}
        </ul>
      )}
      <FilesShown
        title="经办人提交的安置、退费凭证"
        files={closure.files}
        pathOf={(file) => `${filesPath(closure.filingId)}/${file}`}
      />
    </>
  );
}
