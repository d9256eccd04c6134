import { FOLDER_FILE_STATE_LABELS, FOLDER_PROBLEM_TEXTS } from '@zhaoguan/contracts';
import { Alert } from 'antd';
import { ListBody } from '../../shared/table/list-body';
import { instantInWords } from '../../shared/ui/dates';
import { Mark, type Tone } from '../../shared/ui/mark';
import { Panel } from '../../shared/ui/panel';
import { usePartnerFiles, type Partner, type PartnerFile } from './queries';

const TONES: Readonly<Record<PartnerFile['state'], Tone>> = {
  WAITING: 'running',
  READ: 'running',
  DONE: 'good',
  FAILED: 'stopped',
};

/** How the exchange by files goes (文件交换): when the folder was last looked at and written to, each file, and what to do. */
export function FilesPanel({ partner }: { readonly partner: Partner }) {
  const list = usePartnerFiles(partner.id);
  return (
    <Panel title="文件交换">
      <FolderStanding standing={partner.folderStanding} />
      <ListBody
        list={list}
        what="文件"
        empty="平台还没有放入文件。放入 in 文件夹的 CSV 文件，一两分钟内读取；读取以后保留 90 天的记录。"
      >
        {(files) => (
          <ul className="list-cards" aria-label="文件">
            {files.map((file) => (
              <li key={file.id}>
                <FileLine file={file} />
              </li>
            ))}
          </ul>
        )}
      </ListBody>
    </Panel>
  );
}

function FolderStanding({ standing }: { readonly standing: Partner['folderStanding'] }) {
  if (standing === null) return <p className="muted">还没有查看过文件夹，一分钟内开始。</p>;
  const { readAt, writtenAt, lastFile, ignored, problem, problemAt } = standing;
  return (
    <>
      {problem !== null && (
        <Alert
          type="error"
          showIcon
          title="文件夹不能使用"
          description={`${FOLDER_PROBLEM_TEXTS[problem]}${problemAt === null ? '' : `（${instantInWords(problemAt)} 发现，每分钟再试）`}`}
        />
      )}
      {ignored > 0 && (
        <Alert
          type="warning"
          showIcon
          title={`in 文件夹里有 ${ignored} 个文件没有读取`}
          description="只读取普通的 .csv 文件。请平台把链接、文件夹和其他格式的文件移走，并改正带有特殊字符的文件名。"
        />
      )}
      <p>
        {readAt === null ? '还没有查看过文件夹' : `最近查看 ${instantInWords(readAt)}`}
        {writtenAt === null
          ? '，还没有写出办理进展。'
          : `，最近写出办理进展 ${instantInWords(writtenAt)}（第 ${lastFile} 个文件）。`}
      </p>
    </>
  );
}

function FileLine({
  file: { name, state, seenAt, endedAt, rows, faulty, reason },
}: {
  readonly file: PartnerFile;
}) {
  return (
    <article>
      <strong style={{ overflowWrap: 'anywhere' }}>{name}</strong>{' '}
      <Mark tone={TONES[state]}>{FOLDER_FILE_STATE_LABELS[state]}</Mark>
      <p className="muted">
        {instantInWords(seenAt)} 发现
        {endedAt !== null && `，${instantInWords(endedAt)} 读完`}
        {rows > 0 && `，${rows} 行`}
        {faulty > 0 && `，其中 ${faulty} 行没有办理，原因见 out 文件夹里的报告，请平台更正后再放一次`}
        {reason !== null && `，整个文件没有办理：${reason}`}
      </p>
    </article>
  );
}
