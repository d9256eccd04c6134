import { useMutation } from '@tanstack/react-query';
import { Button, Progress } from 'antd';
import { useId, useState } from 'react';
import { carryOut } from '../../../shared/api/carry-out';
import { saveFile } from '../../../shared/files/use-file';
import { ListBody } from '../../../shared/table/list-body';
import { Failure } from '../../../shared/ui/failure';
import { Page } from '../../../shared/ui/page';
import { Panel } from '../../../shared/ui/panel';
import { ImportLine } from './import-line';
import { IMPORTS_PATH, useDirectoryImports, useHandInDirectory } from './queries';

/** A directory that was kept in Excel comes into the registry (导入名录): hand it in, watch it, fetch what was not taken. */
export default function ImportPage() {
  const list = useDirectoryImports();
  return (
    <Page title="导入名录">
      <HandIn />
      <Panel title="导入记录">
        <ListBody list={list} what="导入记录" empty="还没有导入过名录。先下载模板，填好以后选择文件导入。">
          {(lines) => (
            <ul className="list-cards" aria-label="导入记录">
              {lines.map((line) => (
                <li key={line.id}>
                  <ImportLine line={line} />
                </li>
              ))}
            </ul>
          )}
        </ListBody>
      </Panel>
    </Page>
  );
}

function HandIn() {
  const input = useId();
  const [progress, setProgress] = useState(0);
  const sending = useHandInDirectory(setProgress);
  const saving = useMutation({
    mutationFn: () => saveFile(`${IMPORTS_PATH}/template`, '机构名录（模板）.xlsx'),
  });
  return (
    <Panel title="选择文件">
      <ul>
        <li>Excel（.xlsx）或者 CSV，不超过 20 MB；第一行是表头，导出的机构名录改好以后可以直接导入。</li>
        <li>只导入本辖区的机构。已在名录的机构不会被覆盖，需要变更的请由经办人办理变更。</li>
        <li>正确的行直接列入名录，有误的行不导入，逐行写明原因；改好以后再导入一次，已导入的不会重复。</li>
      </ul>
      <Button loading={saving.isPending} onClick={() => carryOut(saving, undefined)}>
        下载模板
      </Button>{' '}
      <input
        id={input}
        className="visually-hidden"
        type="file"
        aria-label="选择名录文件"
        accept=".xlsx,.csv"
        disabled={sending.isPending}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file) carryOut(sending, file);
          event.target.value = '';
        }}
      />
      <Button
        type="primary"
        loading={sending.isPending}
        tabIndex={-1}
        onClick={() => document.getElementById(input)?.click()}
      >
        选择文件并导入
      </Button>
      {sending.isPending && <Progress percent={Math.round(progress * 100)} aria-label="正在上传名录文件" />}
      {saving.error && <Failure error={saving.error} what="模板没有下载" />}
      {sending.error && <Failure error={sending.error} what="名录没有导入" />}
    </Panel>
  );
}
